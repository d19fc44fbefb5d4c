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
    const tabId = await popup.evaluate(offeringTab);
    await popup.evaluate(sendFromPopup, 'enrolment.offer', tabId);
    await popup.evaluate(sendFromPopup, 'enrolment.add', tabId);
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
      const tabId = await sender.evaluate(offeringTab);
      await browser.background(neverReadSession);
      const first = sender.evaluate(sendFromPopup, 'enrolment.add', tabId);
      await poll('the request to wait in its handler', () => browser.background(isWaiting));
      await browser.killBackground();
      expect(await first).toBe('no answer');
      expect(await sender.evaluate(sendFromPopup, 'enrolment.add', tabId)).toBe('ok');
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

/** The tab whose page offers an account, as the background remembers it. */
async function offeringTab(): Promise<number> {
  const held = Object.keys(await chrome.storage.session.get());
  const offer = held.find((key) => key.startsWith('enrolment.offer.'));
  return Number(offer?.split('.').at(-1));
}

/** Leaves the background waiting at the first thing that a handler does, until its end. */
function neverReadSession(): void {
  const { browser } = globalThis as unknown as { browser?: typeof chrome };
  for (const { storage } of browser ? [chrome, browser] : [chrome]) {
    Object.defineProperty(storage.session, 'get', {
      value: () => {
        Object.assign(self, { waiting: true });
        return new Promise(() => undefined);
      },
      configurable: true,
    });
  }
}

/** Whether a handler has come to that first thing. */
function isWaiting(): true | undefined {
  return (self as { waiting?: true }).waiting;
}

/** Sends one of the popup's messages about a tab; gives the code of the refusal, or how else it ended. */
function sendFromPopup(name: string, tabId: number): Promise<string> {
  return chrome.runtime.sendMessage({ name, request: { tabId } }).then(
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
