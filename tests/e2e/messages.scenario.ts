import { describe, expect, test } from 'vitest';
import { PROTOCOL } from '../../src/messages/protocol.ts';
import { type Account, ORGANISATIONS, PEOPLE } from '../tenant/directory.ts';
import type { Page } from './browsers/browser.ts';
import { poll } from './browsers/poll.ts';
import { formsOf } from './profile-search.ts';
import { createVault, openQrCode, openSecurityInfo, securityInfoUrl } from './steps.ts';
import { useWorld } from './world.ts';

const MEMBER: Account = { organisation: ORGANISATIONS.contoso, person: PEOPLE.alex };
const NAMES = Object.keys(PROTOCOL);

type Reply = { ok: boolean; code?: string } | undefined;

/** Sends a message with a request that fits no schema, so that an allowed one changes nothing either. */
function forge(name: string): Promise<Reply> {
  return chrome.runtime.sendMessage({ name, request: { forged: true } });
}

describe('messages', () => {
  const world = useWorld();
  let page: Page;

  test('every message that reaches the popup is free of secrets, while an account is added', async () => {
    const { browser, tenant } = world();
    await browser.preload(recordMessages);
    await createVault(browser);
    page = await browser.newPage('about:blank');
    await openSecurityInfo(page, MEMBER);
    await openQrCode(page, 'totp');
    await (await browser.waitForExtensionPage('popup.html')).waitForText('.offer', /Add/u);

    const popup = await browser.newPage(browser.extensionUrl('popup.html'));
    const offer = await popup.evaluate(offerOnShow);
    await popup.evaluate(sendFromPopup, 'enrolment.get', { tabId: offer.tabId });
    await popup.evaluate(sendFromPopup, 'enrolment.add', offer);
    const code = await popup.waitForText('.code', /^\d{3} \d{3}$/u);
    const received = await popup.evaluate(
      () => (window as unknown as { received: string[] }).received,
    );
    expect(received.join()).toContain(MEMBER.person.address);
    // The recorder works: the code came to the popup by a message.
    expect(received.join()).toContain(code.replace(' ', ''));
    for (const { bytes, base32 } of tenant.secrets()) {
      for (const [form, needle] of formsOf(bytes, base32)) {
        expect(received.join().includes(needle.toString('latin1')), form).toBe(false);
      }
    }
    await popup.close();
  });

  test.each(['popup', 'unlock', 'manager'] as const)(
    'the %s page may send only its own',
    async (sender) => {
      const { browser } = world();
      const own = await browser.newPage(browser.extensionUrl(`${sender}.html`));
      for (const name of NAMES) {
        const { from } = PROTOCOL[name as keyof typeof PROTOCOL];
        const allowed = from.some((each) => each === sender);
        const reply = await own.evaluate(forge, name);
        expect(reply, name).toEqual({
          ok: false,
          code: allowed ? 'malformed' : 'refused',
          ...(allowed ? { field: expect.any(String) } : {}),
        });
      }
      await own.close();
    },
  );

  test('a web page that forges messages gets no answer and changes nothing', async () => {
    const { browser } = world();
    await page.bringToFront();
    await page.goto(securityInfoUrl(MEMBER.organisation));
    const reached = await page.evaluate(
      async (names, extension) => {
        const answers: unknown[] = [];
        const isForged = (data: unknown) => JSON.stringify(data)?.includes('forged') ?? false;
        addEventListener('message', ({ data }) => isForged(data) || answers.push(data));
        for (const name of names) {
          const envelope = { name, request: { forged: true } };
          // The content scripts listen to nothing of the page's: neither messages nor events.
          window.postMessage(envelope, '*');
          new BroadcastChannel('countersign').postMessage(envelope);
          document.dispatchEvent(new CustomEvent('countersign', { detail: envelope }));
          // Firefox has no such object in pages; Chrome has one only where an extension allows it.
          const runtime = (globalThis as { chrome?: typeof chrome }).chrome?.runtime;
          const sent = runtime?.sendMessage?.(extension, envelope);
          await Promise.resolve(sent).then(
            (answer) => answer !== undefined && answers.push(answer),
            () => undefined,
          );
        }
        for (let frame = 0; frame < 5; frame += 1) await new Promise(requestAnimationFrame);
        return answers;
      },
      NAMES,
      new URL(browser.extensionUrl('')).host,
    );
    expect(reached).toEqual([]);
    expect(await accountCount()).toBe(1);
  });

  test('a background that dies between request and answer loses nothing and doubles nothing', async () => {
    const { browser } = world();
    for (const round of [2, 3, 4]) {
      await page.bringToFront();
      await page.goto(securityInfoUrl(MEMBER.organisation));
      await openQrCode(page, 'totp');
      await (await browser.waitForExtensionPage('popup.html')).waitForText('.offer', /Add/u);
      const sender = await browser.newPage(browser.extensionUrl('popup.html'));
      const offer = await sender.evaluate(offerOnShow);
      await browser.background(neverReadSession, 'enrolment.add');
      const first = sender.evaluate(sendFromPopup, 'enrolment.add', offer);
      await poll('the request to wait in its handler', () => browser.background(hasCome));
      await browser.killBackground();
      expect(await first).toBe('no answer');
      expect(await sender.evaluate(sendFromPopup, 'enrolment.add', offer)).toBe('ok');
      expect(await accountCount()).toBe(round);
      await sender.close();
    }
  });

  async function accountCount(): Promise<number> {
    const { browser } = world();
    const popup = await browser.newPage(browser.extensionUrl('popup.html'));
    await popup.waitForText('.code-list', /\d{3} \d{3}/u);
    const count = await popup.evaluate(() => document.querySelectorAll('.code-row').length);
    await popup.close();
    return count;
  }
});

/** The account that a tab's page offers, as the background remembers it. */
async function offerOnShow(): Promise<{ tabId: number; findingId: string }> {
  const held: [string, { findings?: { kind: string; id: string }[] }][] = Object.entries(
    await chrome.storage.session.get(),
  );
  for (const [key, { findings = [] }] of held) {
    const offered = findings.find(({ kind }) => kind === 'account');
    if (offered) return { tabId: Number(key.split('.').at(-1)), findingId: offered.id };
  }
  throw new Error('no page offers an account');
}

/**
 * Leaves the background waiting at the first thing that a handler does, until its end, and has it note when a message
 * has come.
 */
function neverReadSession(awaited: string): void {
  const { browser } = globalThis as unknown as { browser?: typeof chrome };
  for (const { storage } of browser ? [chrome, browser] : [chrome]) {
    Object.defineProperty(storage.session, 'get', {
      value: () => new Promise(() => undefined),
      configurable: true,
    });
  }
  // Wizards and popups send messages as well. This listener comes after the background's own.
  chrome.runtime.onMessage.addListener(({ name }: { name: string }) => {
    if (name === awaited) Object.assign(self, { hasCome: true });
  });
}

/** Whether that message has come to its handler. */
function hasCome(): true | undefined {
  return (self as { hasCome?: true }).hasCome;
}

/** Sends one of the popup's messages; gives the code of the refusal, or how else it ended. */
function sendFromPopup(name: string, request: object): Promise<string> {
  return chrome.runtime.sendMessage({ name, request }).then(
    // Firefox answers with nothing when the background dies, Chromium with an error.
    (reply?: { ok: boolean; code?: string }) => (reply ? (reply.code ?? 'ok') : 'no answer'),
    () => 'no answer',
  );
}

/** Keeps every message that reaches the page, be it an answer or one of the background's own. */
function recordMessages(): void {
  const received: string[] = [];
  const keep = (message: unknown) => void received.push(JSON.stringify(message) ?? '');
  Object.assign(window, { received });
  const { runtime } = chrome;
  runtime.onMessage.addListener(keep);
  const original = runtime.sendMessage.bind(runtime) as (...args: unknown[]) => unknown;
  const recording = (...args: unknown[]): unknown => {
    const callback = args.at(-1);
    if (typeof callback === 'function') {
      return original(...args.slice(0, -1), (reply: unknown) => {
        keep(reply);
        callback(reply);
      });
    }
    const answer = Promise.resolve(original(...args));
    answer.then(keep, () => undefined);
    return answer;
  };
  Object.defineProperty(runtime, 'sendMessage', { value: recording, configurable: true });
  const { browser } = window as unknown as { browser?: { runtime: object } };
  if (browser && browser.runtime !== runtime) {
    Object.defineProperty(browser.runtime, 'sendMessage', { value: recording, configurable: true });
  }
}
