import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Collected } from '../../src/page/collected.ts';
import { Scan, type ScanBrowser, type ScannedTab } from '../../src/scan/scan.ts';
import { PNG } from './screenshot.ts';

const TAB_ID = 7;
const TAB: ScannedTab = { url: 'https://shop.example:8443/2fa?x=1', windowId: 3, active: true };
const PICTURE = { width: 2, height: 3, luminance: 'AAAAAAAA' };
const RECT = { x: 100, y: 200, width: 200, height: 100 };
const OTHER_RECT = { ...RECT, x: 600 };
/** Of the 1500 × 750 pixels of {@link PNG}. */
const CUT = { x: 126, y: 276, width: 348, height: 198 };
const OTHER_CUT = { ...CUT, x: 876 };
const NOTHING: Collected = {
  pictures: [],
  read: [],
  unread: [],
  viewport: { width: 1000, height: 500 },
  isOneImage: false,
};
const DRAWN = { ...NOTHING, pictures: [PICTURE], read: [RECT] };

const browser = {
  tab: vi.fn<ScanBrowser['tab']>(),
  collect: vi.fn<ScanBrowser['collect']>(),
  capture: vi.fn<ScanBrowser['capture']>(),
  wait: vi.fn<ScanBrowser['wait']>(),
};
const decodePictures = vi.fn<ConstructorParameters<typeof Scan>[1]['decodePictures']>();
const decodeScreenshot = vi.fn<ConstructorParameters<typeof Scan>[1]['decodeScreenshot']>();

let scan: Scan;

beforeEach(() => {
  vi.resetAllMocks();
  browser.tab.mockResolvedValue(TAB);
  browser.collect.mockResolvedValue(NOTHING);
  browser.capture.mockResolvedValue(PNG);
  browser.wait.mockResolvedValue();
  decodePictures.mockResolvedValue([]);
  decodeScreenshot.mockResolvedValue([]);
  scan = new Scan(browser, { decodePictures, decodeScreenshot });
});

const notReadable = expect.objectContaining({ name: 'Fault', code: 'page-not-readable' });

describe('a page whose codes are elements', () => {
  beforeEach(() => {
    browser.collect.mockResolvedValue(DRAWN);
    decodePictures.mockResolvedValue(['one', 'two', 'one']);
  });

  it('is read without a screenshot: each text once, with where it came from', async () => {
    expect(await scan.scanTab(TAB_ID)).toEqual({
      texts: ['one', 'two'],
      origin: 'https://shop.example:8443',
      url: TAB.url,
      looked: 'elements',
    });
    expect(decodePictures.mock.calls).toEqual([[[PICTURE]]]);
    expect(browser.capture).not.toHaveBeenCalled();
  });

  it('is photographed too where something could not be read, and only that is cut out', async () => {
    browser.collect.mockResolvedValue({ ...DRAWN, unread: [OTHER_RECT] });
    decodeScreenshot.mockResolvedValue(['three', 'one']);
    const { texts, looked } = await scan.scanTab(TAB_ID);
    expect([texts, looked]).toEqual([['one', 'two', 'three'], 'both']);
    expect(browser.capture.mock.calls).toEqual([[3]]);
    expect(decodeScreenshot.mock.calls).toEqual([[PNG, [OTHER_CUT], true]]);
  });

  it.each(['http://shop.example/', 'file:///home/alex/qr.html', 'about:blank', undefined])(
    'has no https origin at %s',
    async (url) => {
      browser.tab.mockResolvedValue({ ...TAB, url });
      expect(await scan.scanTab(TAB_ID)).toMatchObject({
        texts: ['one', 'two'],
        origin: undefined,
      });
    },
  );
});

describe('a page whose elements give nothing', () => {
  it('is photographed: first where a code may be, then everywhere', async () => {
    browser.collect.mockResolvedValue({ ...DRAWN, unread: [OTHER_RECT] });
    decodeScreenshot.mockResolvedValue(['three']);
    expect(await scan.scanTab(TAB_ID)).toMatchObject({ texts: ['three'], looked: 'both' });
    expect(decodeScreenshot.mock.calls).toEqual([[PNG, [OTHER_CUT, CUT], false]]);
  });

  it('and has no likely places is looked at as a whole', async () => {
    expect(await scan.scanTab(TAB_ID)).toMatchObject({ texts: [], looked: 'both' });
    expect(decodeScreenshot.mock.calls).toEqual([[PNG, [], false]]);
  });

  it('and cannot be photographed shows nothing, which is no fault', async () => {
    browser.capture.mockRejectedValue(new Error('no activeTab'));
    expect(await scan.scanTab(TAB_ID)).toMatchObject({ texts: [], looked: 'elements' });
    expect(browser.capture).toHaveBeenCalledOnce();
    expect(decodeScreenshot).not.toHaveBeenCalled();
  });
});

describe('an image that was pointed to', () => {
  it('is asked for by its address', async () => {
    await scan.scanTab(TAB_ID, 'https://cdn.example/qr.png');
    expect(browser.collect.mock.calls).toEqual([[TAB_ID, 'https://cdn.example/qr.png']]);
  });

  it('is cut out where it could not be read or gave nothing, and nothing else is looked at', async () => {
    browser.collect.mockResolvedValue({ ...NOTHING, unread: [RECT], isOneImage: true });
    await scan.scanTab(TAB_ID, 'https://cdn.example/qr.png');
    browser.collect.mockResolvedValue({ ...DRAWN, isOneImage: true });
    await scan.scanTab(TAB_ID, 'https://cdn.example/qr.png');
    expect(decodeScreenshot.mock.calls).toEqual([
      [PNG, [CUT], true],
      [PNG, [CUT], true],
    ]);
  });

  it('and is scrolled away gives nothing of the rest of the page', async () => {
    browser.collect.mockResolvedValue({ ...NOTHING, isOneImage: true });
    expect(await scan.scanTab(TAB_ID, 'https://cdn.example/qr.png')).toMatchObject({ texts: [] });
    expect(decodeScreenshot).not.toHaveBeenCalled();
  });
});

describe('a page that lets no script in', () => {
  it.each([
    [
      'refused',
      () => browser.collect.mockRejectedValue(new Error('Cannot access a chrome:// URL')),
    ],
    ['without an answer', () => browser.collect.mockResolvedValue(undefined)],
    ['with another answer', () => browser.collect.mockResolvedValue({ texts: ['x'] })],
  ])('is read from its picture (%s)', async (_, arrange) => {
    arrange();
    decodeScreenshot.mockResolvedValue(['three']);
    expect(await scan.scanTab(TAB_ID)).toMatchObject({ texts: ['three'], looked: 'screenshot' });
    expect(decodeScreenshot.mock.calls).toEqual([[PNG, [], false]]);
    expect(decodePictures).not.toHaveBeenCalled();
  });

  it('nor has its picture taken is a fault', async () => {
    browser.collect.mockRejectedValue(new Error('Cannot access'));
    browser.capture.mockRejectedValue(new Error('no activeTab'));
    await expect(scan.scanTab(TAB_ID)).rejects.toEqual(notReadable);
  });

  it('and is gone is a fault', async () => {
    browser.tab.mockRejectedValue(new Error('No tab with id: 7'));
    await expect(scan.scanTab(TAB_ID)).rejects.toEqual(notReadable);
  });
});

describe('what was read is of the page that was asked about:', () => {
  const elsewhere = { ...TAB, url: 'https://evil.example/' };

  it('a page left meanwhile is a fault', async () => {
    browser.collect.mockResolvedValue(DRAWN);
    decodePictures.mockImplementation(async () => {
      browser.tab.mockResolvedValue(elsewhere);
      return ['one'];
    });
    await expect(scan.scanTab(TAB_ID)).rejects.toEqual(notReadable);
  });

  it('a page that only changed its address is read', async () => {
    browser.collect.mockResolvedValue(DRAWN);
    decodePictures.mockImplementation(async () => {
      browser.tab.mockResolvedValue({ ...TAB, url: `${TAB.url}#step-2` });
      return ['one'];
    });
    expect(await scan.scanTab(TAB_ID)).toMatchObject({ texts: ['one'], url: TAB.url });
  });

  it.each([
    ['another tab came to the front', { ...TAB, active: false }],
    ['the tab went to another window', { ...TAB, windowId: 4 }],
  ])('no picture counts where %s, before or while it was taken', async (_, later) => {
    browser.collect.mockImplementation(async () => {
      browser.tab.mockResolvedValue(later);
      return NOTHING;
    });
    expect(await scan.scanTab(TAB_ID)).toMatchObject({ looked: 'elements' });
    expect(browser.capture).not.toHaveBeenCalled();

    browser.tab.mockResolvedValue(TAB);
    browser.collect.mockResolvedValue(NOTHING);
    browser.capture.mockImplementation(async () => {
      browser.tab.mockResolvedValue(later);
      return PNG;
    });
    expect(await scan.scanTab(TAB_ID)).toMatchObject({ looked: 'elements' });
    expect(decodeScreenshot).not.toHaveBeenCalled();
  });
});

it('no picture counts of a page to which the tab went and came back from', async () => {
  browser.capture.mockImplementation(async () => {
    browser.tab.mockResolvedValueOnce({ ...TAB, url: 'https://evil.example/' });
    return PNG;
  });
  expect(await scan.scanTab(TAB_ID)).toMatchObject({ looked: 'elements' });
  expect(decodeScreenshot).not.toHaveBeenCalled();
});

describe('scans at once', () => {
  it('of the same are one; a later one looks anew', async () => {
    const [one, two] = await Promise.all([scan.scanTab(TAB_ID), scan.scanTab(TAB_ID)]);
    expect(one).toBe(two);
    expect(browser.capture).toHaveBeenCalledOnce();
    await scan.scanTab(TAB_ID);
    expect(browser.capture).toHaveBeenCalledTimes(2);
  });

  it('of another tab or image are their own', async () => {
    await Promise.all([scan.scanTab(TAB_ID), scan.scanTab(8), scan.scanTab(TAB_ID, 'data:,')]);
    expect(browser.collect).toHaveBeenCalledTimes(3);
  });

  it('that failed are not remembered', async () => {
    browser.tab.mockRejectedValueOnce(new Error('gone'));
    await expect(scan.scanTab(TAB_ID)).rejects.toEqual(notReadable);
    expect(await scan.scanTab(TAB_ID)).toMatchObject({ texts: [] });
  });
});

it('waits once where the browser has given its share of pictures', async () => {
  browser.capture.mockRejectedValueOnce(
    new Error('This request exceeds the MAX_CAPTURE_VISIBLE_TAB_CALLS_PER_SECOND quota.'),
  );
  expect(await scan.scanTab(TAB_ID)).toMatchObject({ looked: 'both' });
  expect(browser.wait).toHaveBeenCalledOnce();
  expect(browser.capture).toHaveBeenCalledTimes(2);
});
