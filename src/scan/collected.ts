import * as v from 'valibot';
import { type Collected, MOST_DRAWN, MOST_PICTURES, MOST_RECTS } from '../page/collected.ts';

/** CSS pixels. No page is larger; more than that is no rectangle on one. */
const coordinate = v.pipe(v.number(), v.minValue(-1e6), v.maxValue(1e6));
const extent = v.pipe(v.number(), v.gtValue(0), v.maxValue(1e6));
const side = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(MOST_DRAWN));

const rect = v.strictObject({ x: coordinate, y: coordinate, width: extent, height: extent });
const rects = v.pipe(v.array(rect), v.maxLength(MOST_RECTS));

const picture = v.pipe(
  v.strictObject({
    width: side,
    height: side,
    /** Not `v.base64()`, whose pattern overflows the stack on megabytes. */
    luminance: v.pipe(v.string(), v.regex(/^[A-Za-z\d+/]*={0,2}$/u)),
  }),
  v.check(
    ({ width, height, luminance }) => luminance.length === Math.ceil((width * height) / 3) * 4,
    'luminance does not fit width and height',
  ),
);

/** What the packaged script gives back out of the page's process. */
export const CollectedSchema: v.GenericSchema<unknown, Collected> = v.strictObject({
  pictures: v.pipe(v.array(picture), v.maxLength(MOST_PICTURES)),
  read: rects,
  unread: rects,
  viewport: v.strictObject({ width: extent, height: extent }),
  isOneImage: v.boolean(),
});
