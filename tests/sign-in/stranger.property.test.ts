import fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import type { FillMode } from '../../src/vault/fill-mode.ts';
import { hotp, totp } from '../otp/credentials.ts';
import {
  ALEX,
  BANK,
  ENTRA,
  KIM,
  LIVE,
  NONE,
  pageName,
  type Shown,
  SigningIn,
} from './signing-in.ts';

vi.setConfig({ testTimeout: 60_000 });

/** Pages to which nothing is bound, in tabs in which bound ones stand, too. */
const STRANGERS = [
  'https://evil.example/login',
  'https://bank.example.evil.example/login',
  'https://bank.example:8443/login',
  'https://www.bank.example/login',
  LIVE,
];
/** Pages with accounts of their own, which the user uses meanwhile. */
const BOUND = [`${BANK}/login`, `${ENTRA}/common`];

const anyShown = fc.record({
  tabId: fc.integer({ min: 1, max: 2 }),
  page: fc.integer({ min: 1, max: 3 }).map(pageName),
  shown: fc.subarray([ALEX, KIM, '']),
});
const anyStranger: fc.Arbitrary<Shown> = fc
  .tuple(anyShown, fc.constantFrom(...STRANGERS))
  .map(([shown, url]) => ({ ...shown, url }));
const anyBound: fc.Arbitrary<Shown> = fc
  .tuple(anyShown, fc.constantFrom(...BOUND))
  .map(([shown, url]) => ({ ...shown, url }));

type Step = (browser: SigningIn) => Promise<unknown>;

/** What a page may say, of which each answer is looked at. */
const VERBS = ['field', 'byHand', 'push', 'left', 'filled', 'refused'] as const;

const say = (verb: (typeof VERBS)[number], shown: Shown) => async (browser: SigningIn) => {
  switch (verb) {
    case 'filled':
    case 'refused':
      await browser[verb](shown.tabId);
      return undefined;
    case 'left':
      await browser.left(shown);
      return undefined;
    case 'push':
      return browser.push(shown);
    default:
      return browser[verb](shown);
  }
};

const anyOfStranger: fc.Arbitrary<Step> = fc
  .tuple(fc.constantFrom(...VERBS), anyStranger)
  .map(([verb, shown]) => async (browser) => {
    const answer = await say(verb, shown)(browser);
    expect([verb, answer ?? NONE]).toEqual([verb, verb === 'push' ? false : NONE]);
  });

/** What else happens: bound pages, the user, time, locks, the end of the worker, approvals. */
const anyOther: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 12,
    arbitrary: fc
      .tuple(fc.constantFrom('field', 'byHand', ...VERBS), anyBound)
      .map(([verb, shown]) => say(verb, shown)),
  },
  fc.tuple(fc.nat(2), fc.nat(3)).map(([tabId, index]) => async (browser: SigningIn) => {
    const { accounts } = await browser.vault.document().catch(() => ({ accounts: [] }));
    const account = accounts[index];
    browser.onFill = async () => 'waiting';
    if (account) await browser.fill(tabId, account).catch(() => undefined);
  }),
  fc.nat(2).map((tabId) => async (browser: SigningIn) => {
    await browser.signIn.act(tabId).catch(() => undefined);
  }),
  fc.nat(2).map((tabId) => (browser: SigningIn) => browser.signIn.useCode(tabId).catch(() => {})),
  fc.nat(2).map((tabId) => (browser: SigningIn) => browser.signIn.wanted(tabId)),
  fc.integer({ min: -5_000, max: 90_000 }).map((ms) => async (browser: SigningIn) => {
    browser.pass(ms);
  }),
  fc.constant(async (browser: SigningIn) => browser.restart()),
  fc.constant((browser: SigningIn) => browser.lock()),
  { weight: 4, arbitrary: fc.constant((browser: SigningIn) => browser.unlock()) },
  fc.constantFrom('asked', 'approved', 'refused').map((verdict) => async (browser: SigningIn) => {
    browser.approvals.verdict = verdict as 'approved';
  }),
);

it('a page of a site that no account is bound to gets no code, whatever happens', async () => {
  let codes = 0;
  const anyMode = fc.constantFrom<FillMode>('automatic', 'ask', 'manual');
  const steps = fc.array(fc.oneof(anyOfStranger, anyOther), { minLength: 10, maxLength: 30 });
  await fc.assert(
    fc.asyncProperty(fc.tuple(anyMode, anyMode, anyMode), steps, async (modes, all) => {
      const browser = await SigningIn.begin();
      const [first, second, third] = modes;
      await browser.add(totp(), { origins: [BANK, ENTRA], mode: first, insteadOfPush: true });
      await browser.add(totp({ secret: 'NBSWY3DPEB3W64TMMQ', account: KIM }), { mode: second });
      await browser.add(hotp({ secret: 'MZXW6YTBOI', account: KIM }), {
        mode: third,
        origins: [ENTRA],
      });
      for (const step of all) {
        const answer = await step(browser);
        if (JSON.stringify(answer)?.includes('"code"')) codes += 1;
      }
    }),
    { numRuns: 60 },
  );
  // It is one only if codes went out at all, to those that may have them.
  expect(codes).toBeGreaterThan(0);
});
