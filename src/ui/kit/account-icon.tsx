import { issuerIconPath } from '../../issuers/issuer-icon-path.ts';
import { type TileAccount, tileColour, tileLetter } from './tile.ts';

interface Props {
  readonly account: TileAccount & {
    /** The user's own: base64 of a PNG. */
    readonly image?: string | undefined;
    /** The packaged one of its issuer. */
    readonly icon?: string | undefined;
  };
  /** CSS pixels at the browser's usual text size; 32 if left out. */
  readonly size?: number;
}

/** What an account is known by at a glance. Its name stands beside it, so that screen readers pass over it. */
export function AccountIcon({ account, size = 32 }: Props) {
  const source = sourceOf(account);
  const side = { '--side': `${size / 16}rem` };
  return source === undefined ? (
    <span
      class="account-icon"
      aria-hidden="true"
      style={{ ...side, '--tile': `var(--tile-${tileColour(account)})` }}
    >
      {tileLetter(account)}
    </span>
  ) : (
    <img class="account-icon" alt="" src={source} style={side} />
  );
}

/** The user's own picture comes before the issuer's. */
function sourceOf({ image, icon }: Props['account']): string | undefined {
  if (image !== undefined) return `data:image/png;base64,${image}`;
  return icon === undefined ? undefined : `/${issuerIconPath(icon)}`;
}
