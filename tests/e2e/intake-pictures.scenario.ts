import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { drawQr } from '../qr/drawing.ts';
import { qrPng } from '../tenant/qr-drawing.ts';
import type { Page } from './browsers/browser.ts';
import { accountsOf } from './enrolment-steps.ts';
import {
  handIn,
  secretsInSession,
  shopUri,
  waitForForgotten,
  waitForFound,
  wholePage,
} from './intake-steps.ts';
import { encodeGif, qrFileBy, useFolder } from './picture-files.ts';
import { createVault, openManager, unlockByPasskey } from './steps.ts';
import { useWorld } from './world.ts';

describe('pictures that are handed in', () => {
  const world = useWorld();
  const write = useFolder();
  let manager: Page;

  beforeAll(() => createVault(world().browser));
  beforeEach(async () => {
    manager = await openManager(world().browser, 'add');
  });
  afterEach(() => manager.close());

  const png = async (account: string, byte: number) =>
    write(`${account}.png`, await qrPng(shopUri(account, byte)));

  test.each(['png', 'jpeg', 'gif', 'webp'] as const)('are read from a file: %s', async (form) => {
    const uri = shopUri(form, 1);
    const content = {
      png: () => qrPng(uri),
      gif: () => encodeGif(drawQr(uri)),
      jpeg: () => qrFileBy(manager, uri, 'image/jpeg'),
      webp: () => qrFileBy(manager, uri, 'image/webp'),
    };
    const file = await write(`code.${form}`, await content[form]());
    await manager.setFiles('#add-files', [file]);
    await manager.waitForText('.offer h2', new RegExp(`^Add Shop, ${form}\\?$`, 'u'));
    await manager.waitForText('#add-said', new RegExp(`^Found: Shop, ${form}\\.$`, 'u'));
    await manager.waitForText('.file-outcomes', new RegExp(`^1 QR code read in code.${form}`, 'u'));
    await manager.waitFor('the focus on what was found', () =>
      document.activeElement?.matches('.found'),
    );
  });

  test('are read from several files at once; what one of them lacks is told', async () => {
    const files = [
      await png('first', 1),
      await write('white.gif', encodeGif(plain(60))),
      await write('letter.png', Buffer.from('Dear Sir or Madam')),
      await png('second', 2),
    ];
    await manager.setFiles('#add-files', files);
    // In the order of the files.
    await waitForFound(manager, ['Shop, first', 'Shop, second']);
    await manager.waitForText('#add-said', /^2 accounts found$/u);
    expect(await textsOf(manager, '.file-outcomes li')).toEqual([
      '1 QR code read in first.png.',
      expect.stringMatching(/^No QR code could be read in white\.gif\./u),
      expect.stringMatching(/^letter\.png is not a picture that the browser can read\./u),
      '1 QR code read in second.png.',
    ]);
    expect(await textsOf(manager, '.file-outcomes + [role="alert"]')).toEqual([
      expect.stringMatching(/^No QR code could be read in white\.gif.*letter\.png is not/u),
    ]);
    await manager.click('#add-found');
    await manager.waitForText('#add-said', /^2 accounts added\.$/u);
    await manager.click('#undo');
    await manager.waitForText('.toast', /Undone/u);
  });

  test('can be dropped anywhere on the page', async () => {
    await manager.dropFiles('#typed-title', [await png('dropped', 3), await png('also', 4)]);
    await waitForFound(manager, ['Shop, dropped', 'Shop, also']);
    expect(await manager.url()).toBe(world().browser.extensionUrl('manager.html#add'));
  });

  test('can be pasted, also while a field has the focus', async () => {
    await manager.pasteImage('#add-title', await png('pasted', 5));
    await manager.waitForText('.offer h2', /^Add Shop, pasted\?$/u);
    await manager.pasteImage('#add-text', await png('more', 6));
    await waitForFound(manager, ['Shop, more', 'Shop, pasted']);
    expect(await manager.evaluate(() => document.querySelector('textarea')?.value)).toBe('');
  });

  test('with several codes give all of them', async () => {
    const { width, height, luminance } = drawQr(shopUri('left', 7));
    const rows = [drawQr(shopUri('right', 8)), { width, height, luminance }].map((code) =>
      Buffer.from(code.luminance, 'base64'),
    );
    const both = Buffer.concat(rows);
    const file = await write(
      'two.gif',
      encodeGif({ width, height: 2 * height, luminance: both.toString('base64') }),
    );
    await manager.setFiles('#add-files', [file]);
    await manager.waitForText('.file-outcomes', /^2 QR codes read in two\.gif\.$/u);
    await manager.waitForText('#add-said', /^2 accounts found$/u);
  });
});

describe('the camera', () => {
  const world = useWorld();
  let manager: Page;

  beforeAll(async () => {
    await createVault(world().browser);
    manager = await openManager(world().browser, 'add');
  });

  const show = (...texts: readonly string[]) =>
    world().browser.showToCamera(texts.map((text) => drawQr(text)));

  test('reads several codes in a row, each once, until it is stopped', async () => {
    await show(shopUri('one', 1));
    await manager.click('#start-camera');
    await manager.waitForText('.offer h2', /^Add Shop, one\?$/u);
    await show(shopUri('two', 2), 'https://contoso.example/menu');
    await waitForFound(manager, ['Shop, two', 'Shop, one']);
    await manager.waitForText('.finding[data-kind="web"]', /does not open it/u);
    await show(shopUri('one', 1), shopUri('three', 3));
    await waitForFound(manager, ['Shop, three', 'Shop, two', 'Shop, one']);
    expect(await textsOf(manager, '.finding')).toHaveLength(1);

    await manager.evaluate(keepTrack);
    await manager.click('#stop-camera');
    await manager.waitFor('the camera to be off', isTrackEnded);
    await manager.waitForText('#start-camera', /Use the camera/u);
    expect(await manager.evaluate(() => document.querySelector('video')?.checkVisibility())).toBe(
      false,
    );
    await manager.click('#add-found');
    await manager.waitForText('#add-said', /^3 accounts added\.$/u);
    expect((await accountsOf(world().browser)).map(({ account }) => account).sort()).toEqual([
      'one',
      'three',
      'two',
    ]);
  });

  test('says that an account is here already', async () => {
    await show(shopUri('one', 1));
    await manager.click('#start-camera');
    await manager.waitForText('.offer .state', /You already have this account/u);
  });

  test('is off when its tab is out of sight, and when the place is left', async () => {
    await manager.evaluate(keepTrack);
    const other = await world().browser.newPage('about:blank');
    await manager.waitFor('the camera to be off', isTrackEnded);
    await other.close();
    await manager.bringToFront();
    await manager.waitForText(
      '[aria-labelledby="pictures-title"] .warning',
      /camera is off, since this page was out of sight/u,
    );

    await manager.click('#start-camera');
    await manager.waitForText('#stop-camera', /Stop/u);
    await manager.waitFor('the picture', isPlaying);
    await manager.evaluate(keepTrack);
    await manager.click('a[href="#accounts"]');
    await manager.waitFor('the camera to be off', isTrackEnded);
  });
});

describe('what was handed in', () => {
  const world = useWorld();
  const FOUND = [11, 12];

  beforeAll(() => createVault(world().browser));

  /** Two accounts on show, whose secrets the background holds, and the page never had from it. */
  async function openWithFound(): Promise<Page> {
    const { browser } = world();
    const manager = await openManager(browser, 'add');
    await handIn(manager, shopUri('kept', 11), shopUri('secret', 12));
    await waitForFound(manager, ['Shop, kept', 'Shop, secret']);
    expect(await secretsInSession(browser, FOUND)).toEqual(FOUND);
    return manager;
  }

  test('is forgotten when the place is left', async () => {
    const manager = await openWithFound();
    await manager.click('a[href="#security"]');
    await waitForForgotten(world().browser, FOUND);
    await manager.click('a[href="#add"]');
    await manager.waitForText('#add-title', /./u);
    expect(await wholePage(manager)).not.toContain('Shop');
    await manager.close();
  });

  test('is forgotten when the tab is closed', async () => {
    const manager = await openWithFound();
    await manager.close();
    await waitForForgotten(world().browser, FOUND);
  });

  test('is forgotten when it is to start over, and when all of it was added', async () => {
    const { browser } = world();
    const manager = await openWithFound();
    await manager.click('#start-over');
    await manager.waitForText('#add-said', /^What was found is forgotten\. Nothing was added\.$/u);
    await waitForForgotten(browser, FOUND);
    await handIn(manager, shopUri('kept', 11), shopUri('secret', 12));
    await manager.click('#add-found');
    await manager.waitForText('#add-said', /^2 accounts added\.$/u);
    await waitForForgotten(browser, FOUND);
    await manager.click('#undo');
    await manager.waitForText('.toast', /Undone/u);
    await manager.close();
  });

  test('is forgotten when the vault locks, and the page shows nothing of it', async () => {
    const { browser } = world();
    const manager = await openWithFound();
    await manager.click('#lock');
    await manager.waitForText('.closed', /locked/u);
    await waitForForgotten(browser, FOUND);
    // The page begins anew, and may be on its way.
    await manager.waitFor('a page that shows nothing of it', () => {
      const fields = [...document.querySelectorAll<HTMLInputElement>('input, textarea')];
      const all = [document.body.outerHTML, ...fields.map(({ value }) => value)].join();
      return /locked/u.test(all) && !/Shop|kept/u.test(all);
    });
    await unlockByPasskey(browser);
    await manager.waitForText('#add-title', /./u);
    expect(await wholePage(manager)).not.toMatch(/Shop|kept/u);
    await manager.close();
  });
});

/** A picture of one grey value, without a code. */
function plain(side: number): ReturnType<typeof drawQr> {
  const luminance = Buffer.alloc(side * side, 200).toString('base64');
  return { width: side, height: side, luminance };
}

function textsOf(page: Page, selector: string): Promise<string[]> {
  return page.evaluate(
    (all) => [...document.querySelectorAll(all)].map(({ textContent }) => textContent ?? ''),
    selector,
  );
}

/** Where the scenarios keep what the video showed. */
interface CameraPage {
  countersignTrack?: MediaStreamTrack;
}

/** Runs in the page. */
function keepTrack(): void {
  const stream = document.querySelector('video')?.srcObject as MediaStream | null;
  const [track] = stream?.getVideoTracks() ?? [];
  if (track?.readyState !== 'live') throw new Error('the camera is not on');
  (self as CameraPage).countersignTrack = track;
}

/** Runs in the page. */
function isTrackEnded(): boolean {
  return (self as CameraPage).countersignTrack?.readyState === 'ended';
}

/** Runs in the page. */
function isPlaying(): boolean {
  return document.querySelector('video')?.srcObject != null;
}
