import { beforeEach, describe, expect, it, vi } from 'vitest';
import { OneReading } from '../../src/page/one-reading.ts';

const readAnew = vi.fn<() => string | undefined>();
let page: OneReading<string | undefined>;

beforeEach(() => {
  readAnew.mockReset().mockReturnValue('qr');
  page = new OneReading(readAnew);
});

describe('a page is read', () => {
  it.each(['qr', undefined])('once within a look, also where it gives %s', (reading) => {
    readAnew.mockReturnValue(reading);
    page.within(() => {
      expect(page.read()).toBe(reading);
      expect(page.read()).toBe(reading);
    });
    expect(readAnew).toHaveBeenCalledOnce();
  });

  it('not at all where a look does not ask', () => {
    page.within(() => undefined);
    expect(readAnew).not.toHaveBeenCalled();
  });

  it('anew in the next look, and each time after one', () => {
    page.within(page.read);
    readAnew.mockReturnValue('enter-code');
    page.within(() => expect(page.read()).toBe('enter-code'));
    readAnew.mockReturnValue('done');
    expect(page.read()).toBe('done');
    readAnew.mockReturnValue('overview');
    expect(page.read()).toBe('overview');
  });

  it('anew by what a look leaves to be done later', async () => {
    let later: Promise<string | undefined> | undefined;
    page.within(() => {
      page.read();
      later = Promise.resolve().then(page.read);
    });
    readAnew.mockReturnValue('enter-code');
    expect(await later).toBe('enter-code');
  });

  it('anew after a look that failed', () => {
    const fail = () => {
      page.read();
      throw new Error('a page that takes itself apart');
    };
    expect(() => page.within(fail)).toThrow('takes itself apart');
    readAnew.mockReturnValue('enter-code');
    expect(page.read()).toBe('enter-code');
  });
});
