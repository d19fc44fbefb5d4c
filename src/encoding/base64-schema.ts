import * as v from 'valibot';

/** Base64 of exactly so many bytes; of at least one where no number is given. */
export function base64Of(bytes?: number) {
  return v.pipe(
    v.string(),
    v.base64(),
    v.check(
      (text) => (bytes === undefined ? text.length > 0 : lengthOf(text) === bytes),
      `not base64 of ${bytes ?? 'some'} bytes`,
    ),
  );
}

function lengthOf(text: string): number {
  const padding = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0;
  return (text.length / 4) * 3 - padding;
}
