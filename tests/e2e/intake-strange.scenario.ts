import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { base32 } from '../tenant/base32.ts';
import type { Page } from './browsers/browser.ts';
import { accountsOf } from './enrolment-steps.ts';
import { handIn, secret, shopUri } from './intake-steps.ts';
import { addAccount, createVault, openManager } from './steps.ts';
import { useWorld } from './world.ts';

/** A stranger's text, and what is shown of it: a card of an account, or of something else. */
const STRANGE: readonly [what: string, text: string, selector: string, shown: RegExp][] = [
  [
    'markup in the name of an account',
    shopUri(encodeURIComponent(`<img src=x onerror="document.title='pwned'">`), 20),
    '.offer h2',
    /<img src=x onerror="document\.title='pwned'">/u,
  ],
  [
    'a script in the issuer',
    `otpauth://totp/${encodeURIComponent('<script>document.title=1</script>')}:alex?secret=${base32(secret(21))}`,
    '.offer h2',
    /^Add <script>document\.title=1<\/script>, alex\?$/u,
  ],
  [
    'a name that turns the text around',
    shopUri(encodeURIComponent('\u202emoc.live'), 22),
    '.offer [data-parameter="account"]',
    /\ufffdmoc\.live Unusual/u,
  ],
  [
    'an issuer with what cannot be seen',
    `otpauth://totp/alex?secret=${base32(secret(23))}&issuer=Micro%E2%80%8Bsoft`,
    '.offer [data-parameter="issuer"]',
    /Micro\ufffdsoft Unusual/u,
  ],
  ['a long name', shopUri('a'.repeat(300), 24), '.offer h2', /^Add Shop, a{100}…\?$/u],
  ['a script as an address', "javascript:document.title='pwned'", '.plain-text', /^javascript:/u],
  [
    'a page as an address',
    'data:text/html,<script>alert(1)</script>',
    '.plain-text',
    /^data:text\/html,<script>/u,
  ],
  [
    'an address that looks like another one',
    'https://login.microsoftonline.com@evil.example/<b>',
    '.plain-text',
    /^https:\/\/evil\.example\/%3Cb%3E$/u,
  ],
  [
    'a Wi-Fi network with markup',
    'WIFI:T:WPA;S:<img src=x onerror=alert(1)>;P:hunter2hunter2;;',
    '.plain-text',
    /^<img src=x onerror=alert\(1\)>$/u,
  ],
  ['a command for Steam', 'steam://run/440', '.finding .warning', /only with this app: Steam\./u],
  ['text that turns around', 'invoice\u202efdp.exe', '.plain-text', /^invoice\ufffdfdp\.exe$/u],
  [
    'a transfer of nothing that can be read',
    'otpauth-migration://offline?data=<svg/onload=alert(1)>',
    '.finding .warning',
    /set-up code is wrong: the data is not valid/u,
  ],
  [
    'a code with two secrets',
    `${shopUri('alex', 25)}&secret=${base32(secret(26))}`,
    '.finding .warning',
    /says two different things about the secret/u,
  ],
  [
    'a code for Microsoft’s own app',
    'phonefactor://activate_account?code=123456789&url=https%3A%2F%2Fevil.example',
    '.finding .warning',
    /works only with Microsoft’s own app/u,
  ],
];

describe('a stranger’s text', () => {
  const world = useWorld();
  let manager: Page;

  beforeAll(async () => {
    await createVault(world().browser);
    manager = await openManager(world().browser, 'add');
  });
  afterEach(async () => {
    await manager.click('#start-over');
    await manager.waitForText('#add-said', /forgotten/u);
  });

  test.each(STRANGE)('is shown as text, and does nothing: %s', async (_, text, selector, shown) => {
    const { browser } = world();
    const tabs = await browser.tabs();
    const title = await manager.evaluate(() => document.title);
    await handIn(manager, text);
    await manager.waitForText(selector, shown);
    expect(await manager.evaluate(madeOfText)).toEqual([]);
    expect(await manager.evaluate(() => document.title)).toBe(title);
    expect(await manager.evaluate(() => document.querySelector('main')?.innerText)).not.toMatch(
      /[\u200b\u202e]|hunter2/u,
    );
    expect(await browser.tabs()).toEqual(tabs);
  });

  test('is told as text once it is in the vault, too', async () => {
    const uri = shopUri(encodeURIComponent('\u202emoc.live'), 30);
    await addAccount(manager, uri, /^Shop, \ufffdmoc\.live is in the vault\.$/u);
    expect((await accountsOf(world().browser)).map(({ account }) => account)).toEqual([
      '\u202emoc.live',
    ]);
    await handIn(manager, 'anything');
  });
});

/** Runs in the page: elements among what was found that no card of ours has. */
function madeOfText(): string[] {
  const foreign = '.found :is(img, script, svg, iframe, object, embed, a, b, style, link, form)';
  return [...document.querySelectorAll(foreign)].map(({ tagName }) => tagName);
}
