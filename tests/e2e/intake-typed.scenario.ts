import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { referenceCode, referenceSteamCode } from '../otp/reference.ts';
import { base32 } from '../tenant/base32.ts';
import type { Page } from './browsers/browser.ts';
import {
  choose,
  parametersOf,
  retype,
  secret,
  waitForForgotten,
  wholePage,
} from './intake-steps.ts';
import { createVault, openManager } from './steps.ts';
import { useWorld } from './world.ts';

describe('an account that is typed by hand', () => {
  const world = useWorld();
  let manager: Page;

  beforeAll(() => createVault(world().browser));
  beforeEach(async () => {
    manager = await openManager(world().browser, 'add');
  });
  afterEach(() => manager.close());

  const key = (byte: number) => base32(secret(byte));

  async function typeAccount(account: string, byte: number): Promise<void> {
    await manager.type('#typed-issuer', 'Shop');
    await manager.type('#typed-account', account);
    await manager.type('#typed-secret', key(byte).toLowerCase());
  }

  /** Looks at it, and adds it; gives what was shown of it before. */
  async function addTyped(): Promise<Record<string, string>> {
    await manager.click('#read-typed');
    await manager.waitForText('.offer h2', /./u);
    const shown = await parametersOf(manager);
    await manager.click('#add-found');
    await manager.waitForText('#add-said', /^Shop, .* is in the vault\.$/u);
    return shown;
  }

  /** The popup with nothing but an account of that name. */
  async function openRow(account: string): Promise<Page> {
    const popup = await world().browser.newPage(world().browser.extensionUrl('popup.html'));
    await popup.type('#search', account);
    await popup.waitForText('.code-row .account', new RegExp(`^${account}$`, 'u'));
    return popup;
  }

  /** The account's code in the popup; it is what `codeAt` gives for now. */
  async function expectCode(
    account: string,
    period: number,
    codeAt: (step: number) => string,
  ): Promise<void> {
    const step = () => Math.floor(Date.now() / 1000 / period);
    // The popup takes a moment to show the next code.
    const before = step();
    const popup = await openRow(account);
    const shown = await popup.waitForText('.code-row .code', /^[\dA-Z ]+$/u);
    const after = step();
    expect([codeAt(before), codeAt(after)]).toContain(shown.replaceAll(' ', ''));
    await popup.close();
  }

  test('has its key in groups while it is typed, and nowhere after that', async () => {
    await manager.type('#typed-secret', 'jbsw-y3dp ehpk3pxpa');
    await manager.waitForText('#typed-secret', /^JBSW Y3DP EHPK 3PXP A$/u);
    await retype(manager, '#typed-secret', '');
    await typeAccount('alex', 1);
    await manager.click('#read-typed');
    await manager.waitForText('.offer h2', /^Add Shop, alex\?$/u);
    expect((await wholePage(manager)).replaceAll(' ', '')).not.toContain(key(1));
    expect(await parametersOf(manager)).toEqual({
      issuer: 'Shop',
      account: 'alex',
      type: 'Time-based (TOTP)',
      algorithm: 'SHA-1',
      digits: '6',
      period: '30 seconds',
    });
    await manager.click('#add-found');
    await manager.waitForText('#add-said', /^Shop, alex is in the vault\.$/u);
    await waitForForgotten(world().browser, [1]);
    await expectCode('alex', 30, (step) =>
      referenceCode(secret(1), { algorithm: 'SHA1', digits: 6, step }),
    );
  });

  test('may have 8 digits of SHA-256 every 60 seconds', async () => {
    await typeAccount('long', 2);
    await manager.click('.typed-details summary');
    await manager.evaluate(choose, '#typed-algorithm', 'SHA256');
    await manager.evaluate(choose, '#typed-digits', '8');
    await retype(manager, '#typed-period', '60');
    expect(await addTyped()).toMatchObject({
      algorithm: expect.stringMatching(/^SHA-256 \| Unusual/u),
      digits: expect.stringMatching(/^8 \| Unusual/u),
      period: expect.stringMatching(/^60 seconds \| Unusual/u),
    });
    await expectCode('long', 60, (step) =>
      referenceCode(secret(2), { algorithm: 'SHA256', digits: 8, step }),
    );
  });

  test('may count, from where the site says', async () => {
    await typeAccount('counted', 3);
    await manager.evaluate(choose, '#typed-type', 'hotp');
    await manager.click('.typed-details summary');
    expect(await manager.evaluate(() => document.querySelector('#typed-period'))).toBeNull();
    await retype(manager, '#typed-counter', '7');
    expect(await addTyped()).toMatchObject({ type: 'Counter-based (HOTP)', counter: '7' });
    const popup = await openRow('counted');
    await popup.click('.next-code');
    const shown = await popup.waitForText('.code-row .code', /^\d{3} \d{3}$/u);
    expect(shown.replace(' ', '')).toBe(
      referenceCode(secret(3), { algorithm: 'SHA1', digits: 6, step: 7 }),
    );
    await popup.close();
  });

  test('may be of Steam', async () => {
    await typeAccount('gordon', 4);
    await manager.evaluate(choose, '#typed-type', 'steam');
    await manager.waitForText('#typed-title', /./u);
    expect(await manager.evaluate(() => document.querySelector('.typed-details'))).toBeNull();
    expect(await addTyped()).toMatchObject({ type: 'Steam Guard', digits: '5' });
    await expectCode('gordon', 30, (step) => referenceSteamCode(secret(4), step));
  });

  test.each([
    ['no key', '', /^Type the set-up key/u],
    ['a key with other characters', 'JBSW Y3DP 0189', /^This is no set-up key/u],
    ['a key of one character', 'A', /^This is no set-up key/u],
  ])('with %s is told at the key, which has the focus then', async (_, typed, sentence) => {
    await manager.type('#typed-issuer', 'Shop');
    if (typed) await manager.type('#typed-secret', typed);
    await manager.click('#read-typed');
    await manager.waitForText('#typed-secret-fault', sentence);
    expect(await manager.evaluate(focusedField)).toEqual(['typed-secret', 'typed-secret-fault']);
    // What was typed is there to be mended.
    await manager.waitForText('#typed-issuer', /^Shop$/u);
    await retype(manager, '#typed-secret', key(5));
    await manager.click('#read-typed');
    await manager.waitForText('.offer h2', /^Add Shop\?$/u);
    await manager.waitForText('#typed-issuer', /^$/u);
  });

  test.each([
    ['totp', 'period', '0', /^Type the seconds/u],
    ['totp', 'period', '', /^Type the seconds/u],
    ['totp', 'period', '1.5', /^Type the seconds/u],
    ['hotp', 'counter', '-1', /^Type the number of the next code/u],
  ])(
    '%s with the %s “%s” is told there, in what is unfolded',
    async (type, field, typed, sentence) => {
      await typeAccount('alex', 6);
      await manager.evaluate(choose, '#typed-type', type);
      await manager.click('.typed-details summary');
      await retype(manager, `#typed-${field}`, typed);
      await manager.click('.typed-details summary');
      await manager.click('#read-typed');
      await manager.waitForText(`#typed-${field}-fault`, sentence);
      expect(await manager.evaluate(focusedField)).toEqual([
        `typed-${field}`,
        `typed-${field}-fault`,
      ]);
      expect(await manager.evaluate(() => document.querySelector('.offer'))).toBeNull();
    },
  );
});

/** Runs in the page: the field with the focus, and what describes it. */
function focusedField(): (string | null | undefined)[] {
  const field = document.activeElement;
  return [field?.id, field?.getAttribute('aria-describedby')];
}
