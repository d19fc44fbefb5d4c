import type { Account, Organisation } from '../tenant/directory.ts';
import { LOGIN_HOST, MY_SIGN_INS_HOST } from '../tenant/hosts.ts';
import type { Browser, Page } from './browsers/browser.ts';
import { poll } from './browsers/poll.ts';
import { passMinutes, passPeriod } from './pass-time.ts';
import type { World } from './world.ts';

/** The wizard's buttons and fields, as a person finds them. */
const WIZARD = {
  add: '[data-testid="add-method-button"]',
  authenticator: '[data-testid="authmethod-picker-authenticatorApp"]',
  next: '[data-testid="reskin-step-next-button"]',
  title: '[data-testid="reskin-step-title"]',
  differentApp: '.ms-Link',
  code: '[data-testid="verification-entercode-input"]',
} as const;

/** Milliseconds: a site takes a code once, so a fresh one may be a whole period away. */
export const FRESH_CODE_MS = 45_000;

const ENTRA = {
  userName: '#i0116',
  password: '#i0118',
  next: '#idSIButton9',
  no: '#idBtn_Back',
  code: '#idTxtBx_SAOTCC_OTC',
  verify: '#idSubmit_SAOTCC_Continue',
} as const;

/** Makes a vault with a passkey, as a person does in the window for it. Gives the recovery code. */
export async function createVault(browser: Browser): Promise<string> {
  const page = await browser.ceremonyPage();
  await page.goto(browser.extensionUrl('unlock.html'));
  await page.click('#create-passkey');
  await page.click('#confirm-passkey');
  return finishVault(page);
}

/** From the recovery code on show to the open vault. */
export async function finishVault(page: Page): Promise<string> {
  const recoveryCode = await keepRecoveryCode(page);
  await page.waitForText('main[data-state="open"]', /open/iu);
  return recoveryCode;
}

/** From the recovery code on show to where it was typed back; that is judged as it is typed. */
export async function keepRecoveryCode(page: Page): Promise<string> {
  const recoveryCode = await page.waitForText('#recovery-code', /^[\dA-Z]{4}(-[\dA-Z]{4}){6}$/u);
  await page.click('#recovery-kept');
  await typeGroups(page, recoveryCode);
  return recoveryCode;
}

/** The field for them. */
const GROUPS = '#typed-groups';

/** Types the two groups of a recovery code that the page asks for. */
export async function typeGroups(page: Page, recoveryCode: string): Promise<void> {
  const groups = recoveryCode.split('-');
  const asked = await page.waitFor(
    'the groups that are asked for',
    (field) => document.querySelector<HTMLElement>(field)?.dataset['groups']?.split(' '),
    GROUPS,
  );
  await page.type(GROUPS, asked?.map((at) => groups[Number(at)]).join(' ') ?? '');
}

export async function unlockByPasskey(browser: Browser): Promise<void> {
  const page = await browser.ceremonyPage();
  await page.goto(browser.extensionUrl('unlock.html'));
  await page.click('#unlock-passkey');
  await page.waitForText('main[data-state="open"]', /open/iu);
}

export async function unlockByPassphrase(page: Page, passphrase: string): Promise<void> {
  await page.type('#passphrase', passphrase);
  await page.click('#use-passphrase');
}

export async function unlockByRecoveryCode(page: Page, recoveryCode: string): Promise<void> {
  await page.click('summary');
  await page.type('#recovery-code-typed', recoveryCode);
  await page.click('#unlock-recovery');
}

export async function signInWithPassword(page: Page, { person }: Account): Promise<void> {
  await page.type(ENTRA.userName, person.address);
  await page.click(ENTRA.next);
  await page.type(ENTRA.password, person.password);
  await page.click(ENTRA.next);
}

/** From the address of the organisation's app, which leads to Microsoft's sign-in, past the password. */
export async function signInFromApp(page: Page, account: Account): Promise<void> {
  await page.goto(`https://${account.organisation.portalHost}/`);
  await signInWithPassword(page, account);
}

/** Answers "Stay signed in?" with no. */
export async function declineToStay(page: Page): Promise<void> {
  await page.waitFor('the question whether to stay signed in', () =>
    document.querySelector('meta[name="PageID"][content="KmsiInterrupt"]') ? true : undefined,
  );
  await page.click(ENTRA.no);
}

export function securityInfoUrl({ tenantId }: Organisation): string {
  return `https://${MY_SIGN_INS_HOST}/security-info?tenantId=${tenantId}`;
}

export async function openSecurityInfo(page: Page, account: Account): Promise<void> {
  await page.goto(securityInfoUrl(account.organisation));
  await signInWithPassword(page, account);
  await declineToStay(page);
  await page.waitForText('#organisation', new RegExp(account.organisation.name, 'u'));
}

/** Walks the wizard to its QR code: the push kind, as it comes first, or the one for other apps. */
export async function openQrCode(page: Page, kind: 'push' | 'totp'): Promise<void> {
  await page.click(WIZARD.add);
  await page.click(WIZARD.authenticator);
  await page.click(kind === 'totp' ? WIZARD.differentApp : WIZARD.next);
  await page.waitForText(WIZARD.title, /set up/iu);
  await page.click(WIZARD.next);
  await page.waitForText(WIZARD.title, /scan/iu);
}

/** From the QR code to the field for the verification code, filled by Countersign; gives what stands in it. */
export async function awaitVerificationCode(page: Page): Promise<string> {
  await page.click(WIZARD.next);
  return page.waitForText(WIZARD.code, /^\d{6}$/u, FRESH_CODE_MS);
}

export async function verifyCode(page: Page): Promise<void> {
  await page.click(WIZARD.next);
  await page.waitForText(WIZARD.title, /added/iu);
}

export async function finishWizard(page: Page): Promise<void> {
  await page.click(WIZARD.next);
  await page.waitForText('#methods', /authenticator/iu);
}

export async function signOut(page: Page): Promise<void> {
  await page.goto(`https://${LOGIN_HOST}/logout`);
  await page.waitForText('#signed-out', /./u);
}

/** From the app's address to the code field, filled by Countersign; gives what stands in it. */
export async function awaitSignInCode(world: World, page: Page, account: Account): Promise<string> {
  await passMinutes(world);
  await signInFromApp(page, account);
  return awaitFilledCode(page);
}

/** Waits at the sign-in page until Countersign has filled its field. */
export function awaitFilledCode(page: Page): Promise<string> {
  return page.waitForText(ENTRA.code, /^\d{6}$/u, FRESH_CODE_MS);
}

/**
 * Sees to it that Countersign has a code to give that no page has had yet, makes the content script ask for it, and lets
 * the answer come: from here on, an empty field is one that was left empty.
 */
export async function lookWithFreshCode(world: World, page: Page): Promise<void> {
  // What the page had to say so far is said before the time passes.
  await look(world.browser, page);
  await passPeriod(world);
  await lookInNextStep(world.browser, page);
}

/** The same, but it waits until the next code is due: what comes then is really another one. */
export async function lookInNextStep(browser: Browser, page: Page): Promise<void> {
  const last = await lastStep(browser);
  const fresh = async () => isFreshStep(last) || undefined;
  await poll('a time step of which no code was given', fresh, undefined, FRESH_CODE_MS);
  // Else a script that has been told to wait does not ask before that is over.
  await browser.background(announceChange);
  await look(browser, page);
}

/** Has the content script look at the page. */
async function look(browser: Browser, page: Page): Promise<void> {
  await page.evaluate(touchPage);
  // The content script's question and the answer to it went the same way before this one.
  await browser.background(() => undefined);
  await page.evaluate(touchPage);
}

/** Tells every page, as the background does, that its answer may be another one now. */
async function announceChange(): Promise<void> {
  const tabs = await chrome.tabs.query({});
  const tell = (id = chrome.tabs.TAB_ID_NONE) =>
    chrome.tabs.sendMessage(id, 'countersign.changed', { frameId: 0 });
  await Promise.allSettled(tabs.map(({ id }) => tell(id)));
}

/** The newest time step of which a code was given to a page; steps are of 30 seconds, as the tenant's. */
export function lastStep(browser: Browser): Promise<number> {
  return browser.background(async () => {
    const { 'approvals.releases': releases = {} } = await chrome.storage.session.get();
    return Math.max(0, ...Object.values(releases as object).map(({ step }) => Number(step)));
  });
}

function isFreshStep(last: number): boolean {
  const step = Date.now() / 30_000;
  // Not near its end either, where no code is given.
  return Math.floor(step) > last && step % 1 < 0.75;
}

/** Changes the page without changing anything, and waits for two frames. */
function touchPage(): Promise<unknown> {
  document.body.classList.toggle('touched');
  return new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
}

export async function submitSignInCode(page: Page): Promise<void> {
  await page.click(ENTRA.verify);
}

export const CODE_FIELD = { signIn: ENTRA.code, wizard: WIZARD.code } as const;

/** Opens the manager in a tab of its own, at one of its places. */
export async function openManager(browser: Browser, place = 'accounts'): Promise<Page> {
  const page = await browser.newPage(browser.extensionUrl(`manager.html#${place}`));
  await page.waitForText('.manager h1', /./u);
  return page;
}

/** Adds an account by its address, at the manager's place `add`; gives what is said then. */
export async function addAccount(page: Page, uri: string, answer: RegExp): Promise<string> {
  await page.type('#add-text', uri);
  await page.click('#read-text');
  await page.click('#add-found');
  return page.waitForText('#add-said', answer);
}
