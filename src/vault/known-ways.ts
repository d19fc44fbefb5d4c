import type { Header, Way } from '../crypto/header.ts';

/**
 * The ways in that the headers of several generations name. They are read before anything is opened, so none of
 * them is trustworthy: where two disagree about one way, most headers are right, and of two the older one.
 *
 * @param headers newest first
 */
export function knownWays(headers: readonly Header[]): Way[] {
  const counts = new Map<string, number>();
  for (const header of headers.toReversed()) {
    for (const { way } of header.slots) {
      const text = JSON.stringify(way);
      counts.set(text, (counts.get(text) ?? 0) + 1);
    }
  }
  const ways = new Map<string, Way>();
  for (const [text] of [...counts].sort(([, a], [, b]) => b - a)) {
    const way: Way = JSON.parse(text);
    const identity = identityOf(way);
    if (!ways.has(identity)) ways.set(identity, way);
  }
  return [...ways.values()];
}

/** A vault has many passkeys, but one passphrase and one recovery code. */
function identityOf(way: Way): string {
  return way.kind === 'passkey' ? way.credentialId : way.kind;
}
