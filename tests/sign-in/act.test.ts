import { beforeEach, describe, expect, it, vi } from 'vitest';
import { Fault } from '../../src/fault.ts';
import type { FillOutcome } from '../../src/messages/envelope.ts';
import type { Account } from '../../src/vault/account.ts';
import { unbindOrigin } from '../../src/vault/filling.ts';
import { hotp, RFC_SECRET, totp } from '../otp/credentials.ts';
import { fault } from '../vault/builders.ts';
import {
  ALEX,
  atBank,
  atEntra,
  BANK,
  codeOf,
  ENTRA,
  KIM,
  NONE,
  OTHER_SECRET,
  OTHER_TAB,
  pageName,
  type Shown,
  SigningIn,
  TAB,
  wait,
} from './signing-in.ts';

/** How long an act of the user is good for. */
const ACT_MS = 180_000;
const SHOP = 'https://shop.example';

let browser: SigningIn;
let account: Account;

beforeEach(async () => {
  browser = await SigningIn.begin();
  account = await browser.add(totp(), { mode: 'manual', origins: [BANK, SHOP] });
  browser.tabs.set(TAB, atBank());
});

/** The user's Fill, for which the page has to wait. */
async function fillAndWait(tabId = TAB): Promise<void> {
  browser.onFill = async () => 'waiting';
  expect(await browser.fill(tabId, account)).toBe('waiting');
}

describe('the Fill of the popup', () => {
  it('puts the code into the page of the tab, and tells so', async () => {
    const asked = vi.fn(browser.onFill);
    browser.onFill = asked;
    expect(await browser.fill(TAB, account)).toBe('filled');
    expect(asked).toHaveBeenCalledExactlyOnceWith(TAB, BANK);
    expect(browser.toolbar.get(TAB)).toMatchObject({ state: 'filled', accountId: account.id });
  });

  it('chooses the account, whatever the page shows', async () => {
    const kim = await browser.add(totp({ account: KIM, secret: OTHER_SECRET }));
    browser.tabs.set(TAB, atBank({ shown: [KIM] }));
    await fillAndWait();
    expect(await browser.byHand(atBank({ shown: [KIM] }))).toEqual(browser.code(RFC_SECRET));
    await browser.filled();
    browser.onFill = async () => 'waiting';
    await browser.fill(TAB, kim);
    expect(await browser.byHand(atBank({ shown: [ALEX] }))).toEqual(browser.code(OTHER_SECRET));
  });

  it('goes where the browser lets us in only because of it', async () => {
    browser.unreachable.add(BANK);
    await fillAndWait();
    expect(await browser.field(atBank())).toEqual(browser.code());
  });

  it('moves a counter on, once', async () => {
    const counted = await browser.add(
      hotp({ counter: 5, account: 'counted', secret: OTHER_SECRET }),
    );
    const codes: unknown[] = [];
    browser.onFill = async () => {
      for (let times = 0; times < 2; times += 1) codes.push(await browser.byHand(atBank()));
      await browser.filled();
      return 'filled';
    };
    await browser.fill(TAB, counted);
    const five = { kind: 'code', code: codeOf(OTHER_SECRET, 5), submit: false };
    expect(codes).toEqual([five, five]);
    expect(await browser.account(counted.id)).toMatchObject({ credential: { counter: 6 } });
  });

  it.each<[string, string]>([
    ['the site that has it not', 'https://evil.example/'],
    ['another port', 'https://bank.example:8443/'],
    ["Microsoft's", `${ENTRA}/common`],
  ])('is refused on %s, and nothing is asked there', async (_, url) => {
    const asked = vi.fn(browser.onFill);
    browser.onFill = asked;
    browser.tabs.set(TAB, atBank({ url, shown: [ALEX] }));
    await expect(browser.fill(TAB, account)).rejects.toMatchObject(fault('not-bound'));
    expect(asked).not.toHaveBeenCalled();
    expect(await browser.byHand(atBank({ url, shown: [ALEX] }))).toEqual(NONE);
  });

  it.each([['http://bank.example/'], ['about:blank'], ['chrome://settings/'], [undefined]])(
    'is refused on %s',
    async (url) => {
      browser.tabs.delete(TAB);
      if (url !== undefined) browser.tabs.set(TAB, { ...atBank(), url });
      await expect(browser.fill(TAB, account)).rejects.toMatchObject(fault('page-not-readable'));
    },
  );

  it('of an account that is not there is refused', async () => {
    const unknown = browser.fill(TAB, { id: pageName(9) });
    await expect(unknown).rejects.toMatchObject(fault('unknown-account'));
  });

  it('is refused while the vault is locked', async () => {
    await browser.lock();
    await expect(browser.fill(TAB, account)).rejects.toMatchObject(fault('locked'));
  });

  it('is as if it had not been where the page cannot be reached', async () => {
    browser.onFill = async () => {
      throw new Fault('page-not-readable', 'kept out');
    };
    await expect(browser.fill(TAB, account)).rejects.toMatchObject(fault('page-not-readable'));
    expect(await browser.field(atBank())).toEqual(NONE);
    expect(await browser.byHand(atBank())).toEqual(NONE);
  });

  it.each<FillOutcome>(['no-field', 'not-filled', 'filled'])(
    'is over once the page says %s',
    async (outcome) => {
      browser.onFill = async () => outcome;
      expect(await browser.fill(TAB, account)).toBe(outcome);
      expect(await browser.byHand(atBank())).toEqual(NONE);
      expect(await browser.field(atBank())).toEqual(NONE);
    },
  );
});

describe('the document that had a code by an act of the user', () => {
  const next = atBank({ page: pageName(2) });
  const STEP_MS = 30_000;

  it('is the only one that gets any by it', async () => {
    await fillAndWait();
    expect(await browser.byHand(atBank())).toEqual(browser.code());
    browser.restart();
    for (const ms of [0, STEP_MS]) {
      browser.pass(ms);
      expect(await browser.byHand(next)).toEqual(NONE);
      expect(await browser.field(next)).toEqual(NONE);
    }
    expect(await browser.byHand(atBank())).toEqual(browser.code());
  });

  it('gets the same again, until that is in its field', async () => {
    await fillAndWait();
    for (let times = 0; times < 3; times += 1) {
      expect(await browser.byHand(atBank())).toEqual(browser.code());
    }
    await browser.filled();
    browser.pass(STEP_MS);
    expect(await browser.byHand(atBank())).toEqual(NONE);
  });

  it('gets none by it any more once it says that the code was wrong', async () => {
    await fillAndWait();
    await browser.byHand(atBank());
    await browser.refused();
    browser.pass(STEP_MS);
    expect(await browser.byHand(atBank())).toEqual(NONE);
    expect(await browser.field(atBank())).toEqual(NONE);
  });

  it('moves a counter on once, whatever it and others do', async () => {
    const counted = await browser.add(
      hotp({ counter: 5, account: 'counted', secret: OTHER_SECRET }),
    );
    browser.onFill = async () => 'waiting';
    await browser.fill(TAB, counted);
    const five = { kind: 'code', code: codeOf(OTHER_SECRET, 5), submit: false };
    for (const shown of [atBank(), next, atBank(), next]) {
      expect(await browser.byHand(shown)).toEqual(shown === next ? NONE : five);
      await browser.field(shown);
      browser.pass(STEP_MS);
    }
    await browser.refusedAt(atBank());
    expect(await browser.byHand(atBank())).toEqual(NONE);
    expect(await browser.account(counted.id)).toMatchObject({ credential: { counter: 6 } });
  });

  it('is not the one that only had to wait', async () => {
    browser.pass(26_000);
    await fillAndWait();
    expect(await browser.byHand(atBank())).toEqual(wait(4_000));
    browser.pass(4_000);
    expect(await browser.byHand(next)).toEqual(browser.code());
  });
});

describe('an act of the user is good', () => {
  it('for one fill', async () => {
    await fillAndWait();
    expect(await browser.byHand(atBank())).toEqual(browser.code());
    await browser.filled();
    browser.pass(30_000);
    expect(await browser.byHand(atBank())).toEqual(NONE);
    expect(await browser.field(atBank())).toEqual(NONE);
  });

  it.each<[string, Partial<Shown>, boolean]>([
    ['in that tab', {}, true],
    ['in a document that was loaded since', { page: pageName(2) }, true],
    ['not in another tab', { tabId: OTHER_TAB }, false],
    ['not on another site that has the account', { url: `${SHOP}/login` }, false],
    ['not on another port', { url: 'https://bank.example:8443/login' }, false],
  ])('%s', async (_, changes, gets) => {
    await fillAndWait();
    browser.restart();
    expect(await browser.byHand(atBank(changes))).toEqual(gets ? browser.code() : NONE);
    expect(await browser.field(atBank(changes))).toEqual(gets ? browser.code() : NONE);
  });

  it.each([
    ['so long', ACT_MS - 1, true],
    ['no longer', ACT_MS, false],
    ['not with the clock set back', -1_000, false],
  ])('%s: %i ms', async (_, ms, gets) => {
    // The end of an act is at the start of a step.
    await fillAndWait();
    browser.pass(ms);
    if (ms === ACT_MS - 1) {
      expect(await browser.byHand(atBank())).toEqual(wait(1));
    } else {
      expect(await browser.byHand(atBank())).toEqual(gets ? browser.code() : NONE);
    }
  });

  it('for an account that is still bound', async () => {
    await fillAndWait();
    await browser.vault.change(unbindOrigin(account.id, BANK));
    expect(await browser.byHand(atBank())).toEqual(NONE);
    // Nor does another one take its place.
    await browser.add(totp({ account: KIM, secret: OTHER_SECRET }));
    expect(await browser.byHand(atBank())).toEqual(NONE);
  });

  it('until the tab is closed', async () => {
    await fillAndWait();
    await browser.signIn.closed(TAB);
    expect(await browser.byHand(atBank())).toEqual(NONE);
  });

  it('also in a document in which nothing goes in by itself any more', async () => {
    await browser.field(atBank());
    await browser.refused();
    await fillAndWait();
    expect(await browser.byHand(atBank())).toEqual(browser.code());
  });
});

describe('without an act', () => {
  it('what is asked for by hand is not given, and nothing is shown of it', async () => {
    await browser.add(totp({ account: KIM, secret: OTHER_SECRET }), { mode: 'automatic' });
    expect(await browser.byHand(atBank({ shown: [KIM] }))).toEqual(NONE);
    expect(browser.toolbar.size).toBe(0);
    expect(await browser.field(atBank({ shown: [KIM] }))).toEqual(browser.code(OTHER_SECRET));
  });
});

describe('the command of the keyboard and the menu', () => {
  it('fills in the one account', async () => {
    expect(await browser.signIn.act(TAB)).toBe(true);
    expect(browser.toolbar.get(TAB)).toMatchObject({ state: 'filled', accountId: account.id });
  });

  it.each<[FillOutcome, boolean]>([
    ['filled', true],
    ['waiting', true],
    ['asked', true],
    ['refused', false],
    ['no-field', false],
    ['not-filled', false],
  ])('has done it, or not, where the page says %s: %s', async (outcome, isDone) => {
    browser.onFill = async () => outcome;
    expect(await browser.signIn.act(TAB)).toBe(isDone);
  });

  it('leaves it to the user where several are bound, unless the page shows which', async () => {
    await browser.add(totp({ account: KIM, secret: OTHER_SECRET }), { mode: 'manual' });
    expect(await browser.signIn.act(TAB)).toBe(false);
    await browser.field(atBank({ shown: [KIM] }));
    expect(await browser.signIn.act(TAB)).toBe(true);
    expect(browser.toolbar.get(TAB)?.accountId).not.toBe(account.id);
  });

  it("takes at Microsoft's the one that fits what the page shows", async () => {
    const work = await browser.add(totp({ secret: OTHER_SECRET }), {
      ...{ origins: [ENTRA], mode: 'manual' },
    });
    await browser.field(atEntra());
    expect(await browser.signIn.act(TAB)).toBe(true);
    expect(browser.toolbar.get(TAB)).toMatchObject({ state: 'filled', accountId: work.id });
  });

  it.each<[string, readonly string[]]>([
    ['no address', []],
    ['that of somebody else', [KIM]],
  ])('but none of others there, be it the only one: the page shows %s', async (_, shown) => {
    await browser.add(totp({ secret: OTHER_SECRET }), { origins: [ENTRA] });
    const asked = vi.fn(browser.onFill);
    browser.onFill = asked;
    await browser.field(atEntra({ shown }));
    expect(await browser.signIn.act(TAB)).toBe(false);
    expect(asked).not.toHaveBeenCalled();
    expect(await browser.byHand(atEntra({ shown }))).toEqual(NONE);
  });

  it('does nothing on a site that has none', async () => {
    browser.tabs.set(TAB, atBank({ url: 'https://evil.example/' }));
    expect(await browser.signIn.act(TAB)).toBe(false);
  });

  it('while the vault is locked counts as the wish to unlock for the page', async () => {
    await browser.lock();
    expect(await browser.field(atBank())).toEqual(NONE);
    const { lockedAt } = (await browser.machine.storage.get(`signIn.tab.${TAB}`))[
      `signIn.tab.${TAB}`
    ] as { lockedAt: number };
    browser.pass(1_000);
    expect(await browser.signIn.act(TAB)).toBe(false);
    const held = (await browser.machine.storage.get(`signIn.tab.${TAB}`))[`signIn.tab.${TAB}`];
    expect(held).toMatchObject({ lockedAt: lockedAt + 1_000 });
  });
});

describe('binding', () => {
  const NEW = 'https://new.example';

  beforeEach(() => {
    browser.tabs.set(TAB, atBank({ url: `${NEW}/login` }));
  });

  it('is to the site that the user saw and that is in the tab, and told to all pages', async () => {
    await browser.signIn.bind(TAB, account.id, NEW);
    expect((await browser.account(account.id)).origins).toEqual([BANK, SHOP, NEW]);
    expect(browser.announced).toBe(1);
    expect(await browser.fill(TAB, account)).toBe('filled');
  });

  it('is an act of the user: one code goes in by itself, for a while', async () => {
    await browser.signIn.bind(TAB, account.id, NEW);
    expect(await browser.fillIn(atBank({ url: `${NEW}/login` }))).toEqual(browser.code());
    browser.pass(30_000);
    expect(await browser.field(atBank({ url: `${NEW}/login` }))).toEqual(NONE);
    await browser.signIn.bind(TAB, account.id, NEW);
    browser.pass(ACT_MS);
    expect(await browser.field(atBank({ url: `${NEW}/login` }))).toEqual(NONE);
  });

  it.each([
    ['the page moved meanwhile', 'https://other.example/login', NEW],
    ['the port is another', `${NEW}:8443/login`, NEW],
    ['the page has no origin', 'http://new.example/login', NEW],
    ['the browser does not tell of the page any more', '', NEW],
    ['it is none that a browser writes', `${NEW}/login`, `${NEW}/`],
  ])('is not where %s', async (_, url, origin) => {
    browser.tabs.set(TAB, { ...atBank(), url });
    const binding = browser.signIn.bind(TAB, account.id, origin);
    await expect(binding).rejects.toMatchObject(fault('page-moved'));
    expect((await browser.account(account.id)).origins).toEqual([BANK, SHOP]);
    expect(browser.announced).toBe(0);
  });

  it('is refused of an unknown account, and while the vault is locked', async () => {
    const unknown = browser.signIn.bind(TAB, pageName(9), NEW);
    await expect(unknown).rejects.toMatchObject(fault('unknown-account'));
    await browser.lock();
    const locked = browser.signIn.bind(TAB, account.id, NEW);
    await expect(locked).rejects.toMatchObject(fault('locked'));
    expect(browser.announced).toBe(0);
  });
});
