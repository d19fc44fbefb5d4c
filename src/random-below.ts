/**
 * A whole number from 0 to below `bound` (at most 256), each as likely as any other: bytes past the last whole multiple are
 * thrown away, since they would favour the small numbers.
 */
export function randomBelow(bound: number): number {
  const end = 256 - (256 % bound);
  for (;;) {
    const [byte = 0] = crypto.getRandomValues(new Uint8Array(1));
    if (byte < end) return byte % bound;
  }
}
