import type { Browser, Page } from './browsers/browser.ts';
import { poll } from './browsers/poll.ts';

/** A walk through a wizard waits for a fresh code, and for pages that take their time. */
const DRIVE_MS = 90_000;

/** Has Countersign enrol on the page of the active tab, from its popup. */
export async function enrolHere(browser: Browser): Promise<void> {
  const popup = await browser.openPopup();
  await popup.click('#enrol-here');
}

/** Starts an enrolment from the popup, which opens Microsoft's page in a new tab. */
export async function enrolFromPopup(
  browser: Browser,
  kind: 'work' | 'personal',
  address: RegExp,
): Promise<Page> {
  const popup = await browser.openPopup();
  await openAddMenu(popup);
  await popup.click(addItem(`add-${kind}`));
  return browser.waitForTab(address);
}

/** In an empty vault, the ways to an account stand there; else in a menu. */
export async function openAddMenu(popup: Page): Promise<void> {
  const isMenu = await popup.waitFor('the ways to an account', () => {
    if (document.querySelector('#add-work')) return 'no';
    return document.querySelector('#add-menu') ? 'yes' : undefined;
  });
  if (isMenu === 'yes') await popup.click('#add-menu');
}

/** One of those ways, wherever it stands. */
export function addItem(id: string): string {
  return `#${id}, [data-item="${id}"]`;
}

/** Waits for the popup to open by itself with the account that was read, and adds that. */
export async function confirmAccount(browser: Browser, question: RegExp): Promise<void> {
  const popup = await browser.waitForExtensionPage('popup.html');
  await popup.waitForText('.offer', question, DRIVE_MS);
  await popup.click('.offer .primary');
}

interface DriveState {
  readonly state: string;
  readonly step?: string;
  readonly reason?: string;
}

/** The newest drive, as the background holds it. */
function driveOf(browser: Browser): Promise<DriveState | undefined> {
  return browser.background(async () => {
    const held: [string, { drive?: DriveState }][] = Object.entries(
      await chrome.storage.session.get(),
    );
    const tabs = held.filter(([key]) => key.startsWith('enrolment.tab.'));
    return tabs.flatMap(([, { drive }]) => drive ?? []).at(-1);
  });
}

/** Waits until the drive is over; gives how it ended. */
export function awaitDriveEnd(browser: Browser): Promise<DriveState> {
  const over = async () => {
    const drive = await driveOf(browser);
    return drive && drive.state !== 'running' ? drive : undefined;
  };
  return poll('the drive to end', over, () => driveOf(browser).then(JSON.stringify), DRIVE_MS);
}

/** Waits until the drive has come to a step. */
export function awaitDriveStep(browser: Browser, step: string): Promise<DriveState> {
  const there = async () => {
    const drive = await driveOf(browser);
    return drive?.step === step ? drive : undefined;
  };
  return poll(`the drive at ${step}`, there, () => driveOf(browser).then(JSON.stringify), DRIVE_MS);
}

/** An account as the popup is told of it. */
interface Row {
  readonly account: string;
  readonly organisation: string;
  readonly kind: string;
  readonly proof?: string;
  readonly methodsPage?: string;
}

/** The accounts of the vault, as a page of ours hears of them. */
export async function accountsOf(browser: Browser): Promise<readonly Row[]> {
  const page = await browser.newPage(browser.extensionUrl('popup.html'));
  try {
    await page.waitForText('main', /./u);
    return await page.evaluate(async () => {
      const request = { query: '', from: 0, count: 50 };
      const reply = await chrome.runtime.sendMessage({ name: 'accounts.list', request });
      return reply.response.accounts;
    });
  } finally {
    await page.close();
  }
}
