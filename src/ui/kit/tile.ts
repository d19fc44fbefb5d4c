/** How many tile colours tokens.css has. */
export const TILES = 12;

/** What names an account on its tile. */
export interface TileAccount {
  /** At Microsoft, every organisation has the same issuer. */
  readonly organisation?: string;
  readonly issuer: string;
  readonly account: string;
}

/** The letter of an account's tile; a dot where it has no name. */
export function tileLetter(account: TileAccount): string {
  const name = nameOf(account);
  return name === '' ? '·' : firstLetter(name).toLocaleUpperCase();
}

/**
 * What a reader takes for the first letter. The browser takes 20 ms to begin to segment in a process that is new, as the
 * popup's often is: two characters of ASCII are two letters without that.
 */
function firstLetter(name: string): string {
  if (/^[ -~](?:[ -~]|$)/u.test(name)) return name.charAt(0);
  const [first] = new Intl.Segmenter().segment(name);
  return first?.segment ?? '';
}

/** Which tile colour an account has, from 1 on: always the same one for a name (FNV-1a of it). */
export function tileColour(account: TileAccount): number {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(nameOf(account).toLowerCase())) {
    hash = Math.imul(hash ^ byte, 0x01000193);
  }
  return ((hash >>> 0) % TILES) + 1;
}

function nameOf({ organisation = '', issuer, account }: TileAccount): string {
  return organisation.trim() || issuer.trim() || account.trim();
}
