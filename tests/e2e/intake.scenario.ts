import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Credential } from '../../src/otp/credential.ts';
import { transferUri } from '../otp/transfers.ts';
import { base32 } from '../tenant/base32.ts';
import { qrPng } from '../tenant/qr-drawing.ts';
import type { Page } from './browsers/browser.ts';
import { poll } from './browsers/poll.ts';
import { accountsOf } from './enrolment-steps.ts';
import { holdMessage } from './held-message.ts';
import {
  handIn,
  parametersOf,
  secret,
  secretsInSession,
  shopUri,
  waitForForgotten,
  waitForFound,
  wholePage,
} from './intake-steps.ts';
import { useFolder } from './picture-files.ts';
import { addAccount, createVault, openManager } from './steps.ts';
import { useWorld } from './world.ts';

describe('text that is handed in', () => {
  const world = useWorld();
  let manager: Page;

  beforeAll(() => createVault(world().browser));
  beforeEach(async () => {
    manager = await openManager(world().browser, 'add');
  });
  afterEach(() => manager.close());

  const namesInVault = async () =>
    (await accountsOf(world().browser)).map(({ account }) => account).sort();

  test('is pasted: those that are chosen are added in one change, and one undo takes them back', async () => {
    const codes = [shopUri('one', 1), shopUri('two', 2), shopUri('three', 3)];
    await handIn(manager, ...codes, '', 'https://contoso.example/menu');
    await waitForFound(manager, ['Shop, one', 'Shop, two', 'Shop, three']);
    await manager.waitForText('#add-said', /^3 accounts found$/u);
    await manager.waitForText('.finding .plain-text', /^https:\/\/contoso\.example\/menu$/u);
    expect(await manager.evaluate(() => document.querySelector('.finding a'))).toBeNull();

    await manager.click('#choose-all');
    await manager.waitFor('nothing to be chosen', () =>
      document.querySelector('#add-found')?.matches(':disabled'),
    );
    await manager.click('#found-0');
    await manager.waitForText('#add-found', /^Add 1 account$/u);
    await manager.click('#found-2');
    await manager.waitForText('#add-found', /^Add 2 accounts$/u);
    await manager.click('#add-found');
    await manager.waitForText('#add-said', /^2 accounts added\.$/u);
    await manager.waitForText('.added', /^Shop, one is in the vault\.\s+Shop, three is in/u);
    expect(await namesInVault()).toEqual(['one', 'three']);
    // What was not chosen still waits.
    await manager.waitForText('.offer h2', /^Add Shop, two\?$/u);

    await manager.waitForText('#undo', /^Undo: added 2 accounts$/u);
    await manager.click('#undo');
    await manager.waitForText('.toast', /Undone/u);
    expect(await namesInVault()).toEqual([]);
  });

  test('is typed, a code a line', async () => {
    await manager.type('#add-text', `${shopUri('one', 1)}\n${shopUri('two', 2)}`);
    await manager.click('#read-text');
    await waitForFound(manager, ['Shop, one', 'Shop, two']);
    expect(await manager.evaluate(() => document.querySelector('textarea')?.value)).toBe('');
  });

  test('is shown in the order of its lines, also of more than go in one message', async () => {
    const names = Array.from({ length: 101 }, (_, index) => `user${index}`);
    await handIn(manager, ...names.map((name, index) => shopUri(name, 100 + index)));
    await waitForFound(
      manager,
      names.map((name) => `Shop, ${name}`),
    );
    await manager.waitForText('#add-said', /^101 accounts found$/u);
  });

  test('in one tab neither shows in another one nor goes with it', async () => {
    const { browser } = world();
    await handIn(manager, shopUri('first', 51), shopUri('second', 52));
    const other = await openManager(browser, 'add');
    await handIn(other, shopUri('third', 53));
    await other.waitForText('.offer h2', /^Add Shop, third\?$/u);
    await other.close();
    const isForgotten = async () =>
      (await secretsInSession(browser, [53])).length === 0 || undefined;
    await poll('what the other tab found to be forgotten', isForgotten);
    await manager.bringToFront();
    await manager.click('#add-found');
    await manager.waitForText('#add-said', /^2 accounts added\.$/u);
    await manager.click('#undo');
    await manager.waitForText('.toast', /Undone/u);
    expect(await namesInVault()).toEqual([]);
  });

  test('is shown with all its parameters before it is added', async () => {
    await handIn(manager, shopUri('alex', 4));
    await manager.waitForText('.offer h2', /^Add Shop, alex\?$/u);
    expect(await parametersOf(manager)).toEqual({
      issuer: 'Shop',
      account: 'alex',
      type: 'Time-based (TOTP)',
      algorithm: 'SHA-1',
      digits: '6',
      period: '30 seconds',
    });
  });

  test('has marked what is unusual in it', async () => {
    const key = base32(new Uint8Array(5).fill(5));
    await handIn(
      manager,
      `otpauth://totp/Bank:?secret=${key}&issuer=Shop&algorithm=SHA256&digits=8&period=60`,
    );
    await manager.waitForText('.offer h2', /^Add Bank · Shop\?$/u);
    expect(await parametersOf(manager)).toEqual({
      issuer: expect.stringMatching(/^Shop \| Unusual \| .*two different sites/u),
      organisation: 'Bank',
      account: expect.stringMatching(/^not given \| Unusual \| .*does not say whose/u),
      type: 'Time-based (TOTP)',
      algorithm: expect.stringMatching(/^SHA-256 \| Unusual \| Most sites use SHA-1/u),
      digits: expect.stringMatching(/^8 \| Unusual \| Most sites use 6/u),
      period: expect.stringMatching(/^60 seconds \| Unusual \| Most sites use 30/u),
      secret: expect.stringMatching(/^shorter than usual \| Unusual \| .*guessed/u),
    });
    expect(await wholePage(manager)).not.toContain(key);
  });

  test('may have its names changed, and its secret never shown', async () => {
    await handIn(manager, shopUri('alex', 6));
    await manager.click('.names summary');
    await manager.type('#confirm-issuer', ' & Sons');
    await manager.type('#confirm-account', '@home');
    const page = await wholePage(manager);
    expect(page).toContain('alex@home');
    expect(page).not.toContain(base32(secret(6)));
    await manager.click('#add-found');
    await manager.waitForText('#add-said', /^Shop & Sons, alex@home is in the vault\.$/u);
    expect(await namesInVault()).toEqual(['alex@home']);
  });

  test('that is here already is told by the name that it has, and not added twice', async () => {
    await handIn(manager, shopUri('somebody', 6));
    await manager.waitForText('.offer .state', /^You already have this account/u);
    await manager.click('#add-found');
    await manager.waitForText(
      '#add-said',
      /^You already have this account as Shop & Sons, alex@home\. Nothing was added\.$/u,
    );
    expect(await namesInVault()).toEqual(['alex@home']);
  });

  test('with another secret for the same account is a second authenticator', async () => {
    await addAccount(manager, shopUri('sam', 7), /is in the vault/u);
    await handIn(manager, shopUri('sam', 8));
    await manager.waitForText('.offer .state', /adds a second, independent one/u);
    await manager.click('#add-found');
    await manager.waitForText('#add-said', /^Shop, sam is in the vault/u);
    // Among several, too.
    await handIn(manager, shopUri('sam', 7), shopUri('sam', 9), shopUri('new', 10));
    await waitForFound(manager, ['Shop, sam', 'Shop, sam', 'Shop, new']);
    expect(
      await manager.evaluate(() =>
        [...document.querySelectorAll<HTMLElement>('.found-row')].map(
          ({ dataset }) => dataset['state'],
        ),
      ),
    ).toEqual(['known', 'second', 'new']);
    // What is here already is not chosen.
    await manager.waitForText('#add-found', /^Add 2 accounts$/u);
    await manager.click('.found-row:nth-child(3) summary');
    await manager.type('#found-2-account', '@work');
    await manager.click('#add-found');
    await manager.waitForText('#add-said', /^2 accounts added\.$/u);
    expect(await namesInVault()).toEqual(['alex@home', 'new@work', 'sam', 'sam', 'sam']);
  });
});

describe('a transfer of several codes', () => {
  const world = useWorld();
  const write = useFolder();
  let manager: Page;

  beforeAll(async () => {
    await createVault(world().browser);
    manager = await openManager(world().browser, 'add');
  });

  const credential = (account: string, byte: number): Credential => ({
    type: 'totp',
    issuer: 'Shop',
    prefix: 'Shop',
    account,
    secret: base32(secret(byte)),
    algorithm: 'SHA1',
    digits: 6,
    period: 30,
  });
  const partOf = (batchId: number, size: number, index: number, first: number) =>
    transferUri([credential(`part${first}`, first), credential(`part${first + 1}`, first + 1)], {
      size,
      index,
      batchId,
    });
  const parts = [0, 1, 2].map((index) => partOf(41, 3, index, 10 + 2 * index));
  const progress = (pattern: RegExp) => manager.waitForText('.transfer [role="status"]', pattern);

  test('is read in any order and from anywhere; a code that comes twice counts once', async () => {
    const [first = '', second = '', third = ''] = parts;
    await handIn(manager, third);
    await progress(/: 1 of 3$/u);
    await waitForFound(manager, ['Shop, part14', 'Shop, part15']);
    await manager.setFiles('#add-files', [await write('first.png', await qrPng(first))]);
    await progress(/: 2 of 3$/u);
    await manager.type('#add-text', third);
    await manager.click('#read-text');
    await manager.waitForText('#add-said', /^Nothing new in it/u);
    await progress(/: 2 of 3$/u);
    await manager.waitForText('.transfer', /Show the next code of the transfer/u);
    await manager.dropFiles('#add-title', [await write('second.png', await qrPng(second))]);
    await progress(/: 3 of 3$/u);
    await manager.waitForText('#add-found', /^Add 6 accounts$/u);
    await manager.click('#add-found');
    await manager.waitForText('#add-said', /^6 accounts added\.$/u);
    const names = (await accountsOf(world().browser)).map(({ account }) => account).sort();
    expect(names).toEqual(['part10', 'part11', 'part12', 'part13', 'part14', 'part15']);
    await waitForForgotten(world().browser, [10, 11, 12, 13, 14, 15]);
    await manager.waitForText('#undo', /^Undo: added 6 accounts$/u);
    await manager.click('#undo');
    await manager.waitForText('.toast', /Undone/u);
    expect(await accountsOf(world().browser)).toEqual([]);
  });

  test('is given up, and that is said, when another one begins', async () => {
    await handIn(manager, partOf(42, 5, 3, 20));
    await progress(/: 1 of 5$/u);
    await handIn(manager, partOf(43, 2, 1, 30));
    await progress(/: 1 of 2$/u);
    await manager.waitForText('.transfer', /begins another transfer.*was given up/u);
    await handIn(manager, partOf(43, 2, 0, 32));
    await progress(/: 2 of 2$/u);
    await manager.click('#start-over');
    await manager.waitForText('#add-said', /forgotten/u);
    await waitForForgotten(world().browser, [20, 21, 30, 31, 32, 33]);
  });

  test('tells what of it cannot be added', async () => {
    const broken = transferUri([credential('good', 40), { ...credential('bad', 41), secret: '' }]);
    await handIn(manager, broken);
    await progress(/: 1 of 1$/u);
    await manager.waitForText('.transfer li', /bad: .*the secret is/u);
    await manager.click('#add-found');
    await manager.waitForText('#add-said', /^Shop, good is in the vault\.$/u);
    // It stays to be read.
    await manager.waitForText('.transfer li', /bad: /u);
  });
});

describe('more accounts than go into one change', () => {
  const world = useWorld();

  test('are added portion by portion; in between, that can be stopped', async () => {
    const { browser } = world();
    await createVault(browser);
    const manager = await openManager(browser, 'add');
    const codes = Array.from({ length: 501 }, (_, index) => {
      const key = new Uint8Array(20).fill(7);
      new DataView(key.buffer).setUint16(0, index);
      return `otpauth://totp/Shop:person${index}?secret=${base32(key)}&issuer=Shop`;
    });
    await handIn(manager, ...codes);
    await manager.waitForText('#add-found', /^Add 501 accounts$/u);
    const release = await holdMessage(manager, 'intake.add');
    await manager.click('#add-found');
    await manager.waitForText('.add > .late-progress label', /^Adding 501 accounts$/u);
    await manager.click('.add > .late-progress button');
    await release();
    await manager.waitForText('#add-said', /^500 accounts added\. 1 account was not added\.$/u);
    await manager.waitForText('#undo', /^Undo: added 500 accounts$/u);
    // What was left still waits.
    await manager.waitForText('.offer h2', /^Add Shop, person500\?$/u);
    await manager.click('#add-found');
    await manager.waitForText('#add-said', /^Shop, person500 is in the vault\.$/u);
  });
});
