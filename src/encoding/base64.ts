import { Fault } from '../fault.ts';

/** RFC 4648, section 4, with padding. `Uint8Array.toBase64` is younger than the oldest Chrome we run in. */
export function encodeBase64(bytes: Uint8Array): string {
  let binary = '';
  for (let at = 0; at < bytes.length; at += 0x8000) {
    binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  }
  return btoa(binary);
}

/** @throws Fault `malformed` where the text is not base64. */
export function decodeBase64(text: string): Uint8Array<ArrayBuffer> {
  let binary: string;
  try {
    binary = atob(text);
  } catch {
    throw new Fault('malformed', 'not base64');
  }
  // Screenshots have millions of them; `Uint8Array.from` takes thirty times as long.
  const bytes = new Uint8Array(binary.length);
  for (let at = 0; at < bytes.length; at += 1) bytes[at] = binary.charCodeAt(at);
  return bytes;
}
