import { decodeBase64 } from '../encoding/base64.ts';
import { Fault } from '../fault.ts';

/**
 * The image file that `captureVisibleTab` gives as a `data:` address. Our content security policy forbids to fetch
 * one.
 *
 * @throws Fault `malformed` where it is none
 */
export function screenshotOf(dataUrl: string): Blob {
  const [, type, base64] = /^data:(image\/(?:png|jpeg));base64,(.*)$/su.exec(dataUrl) ?? [];
  if (type === undefined || base64 === undefined) throw new Fault('malformed', 'no screenshot');
  return new Blob([decodeBase64(base64)], { type });
}
