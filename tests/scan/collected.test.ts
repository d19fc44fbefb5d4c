import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { CollectedSchema } from '../../src/scan/collected.ts';

const RECT = { x: -3, y: 20.5, width: 100, height: 100 };
const PICTURE = { width: 2, height: 3, luminance: 'AAAAAAAA' };
const GOOD = {
  pictures: [PICTURE],
  read: [RECT],
  unread: [RECT],
  viewport: { width: 1000, height: 500 },
  isOneImage: false,
};

describe('what comes out of a page', () => {
  it('is taken as it is where it is well-formed', () => {
    expect(v.parse(CollectedSchema, GOOD)).toEqual(GOOD);
    const empty = { ...GOOD, pictures: [], read: [], unread: [] };
    expect(v.parse(CollectedSchema, empty)).toEqual(empty);
  });

  it.each([
    ['nothing', undefined],
    ['null, as of a script that failed', null],
    ['a text', 'otpauth://totp/x?secret=JBSWY3DPEHPK3PXP'],
    ['something more', { ...GOOD, texts: [] }],
    ['too many pictures', { ...GOOD, pictures: new Array(25).fill(PICTURE) }],
    ['too many rectangles', { ...GOOD, unread: new Array(65).fill(RECT) }],
    ['pixels that do not fit', { ...GOOD, pictures: [{ ...PICTURE, width: 3 }] }],
    ['no base64', { ...GOOD, pictures: [{ ...PICTURE, luminance: '<svg/>//' }] }],
    ['a picture too large', { ...GOOD, pictures: [{ ...PICTURE, width: 601 }] }],
    ['half a pixel', { ...GOOD, pictures: [{ ...PICTURE, width: 1.5 }] }],
    ['a rectangle without size', { ...GOOD, unread: [{ ...RECT, width: 0 }] }],
    ['no number', { ...GOOD, read: [{ ...RECT, x: Number.NaN }] }],
    ['an endless one', { ...GOOD, read: [{ ...RECT, height: Number.POSITIVE_INFINITY }] }],
    ['no viewport', { ...GOOD, viewport: { width: 0, height: 500 } }],
  ])('is refused where it holds %s', (_, given) => {
    expect(v.safeParse(CollectedSchema, given).success).toBe(false);
  });
});
