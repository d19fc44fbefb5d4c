/** A code as the user types it from another screen: in groups, and Steam's letters in lower case. */
export function normalizeTypedCode(typed: string): string {
  return (
    typed
      .replace(/[\s-]/gu, '')
      // Unicode's upper case would let strangers in: ſ becomes S.
      .replace(/[a-z]/gu, (letter) => letter.toUpperCase())
  );
}
