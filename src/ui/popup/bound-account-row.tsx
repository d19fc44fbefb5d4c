import type { ComponentChildren } from 'preact';
import { accountName } from '../account-name.ts';
import { t } from '../i18n.ts';
import type { BoundAccount } from './sign-in-cards.ts';

interface Props {
  readonly account: BoundAccount;
  /** When it was added, where another one has the same name. */
  readonly added: string | undefined;
  /** Others do not fit the page. */
  readonly isMarked: boolean;
  readonly isBest: boolean;
  readonly isFilling: boolean;
  readonly onFill: () => void;
  /** The account with its code, which copies. */
  readonly children: ComponentChildren;
}

/** An account that is bound to the page's site, and the button that puts its code there. */
export function BoundAccountRow(props: Props) {
  const { account, added, isMarked, isBest, isFilling, onFill, children } = props;
  const label = t('fillCodeOf', accountName(account));
  return (
    <li class="bound-row" data-account={account.id} data-fits={account.fits}>
      {children}
      <button
        type="button"
        class={isBest ? 'fill primary' : 'fill'}
        aria-label={added === undefined ? label : t('labelAdded', label, added)}
        aria-disabled={isFilling}
        onClick={() => !isFilling && onFill()}
      >
        {t('fill')}
      </button>
      {(isMarked || added !== undefined) && (
        <p class="marks facts small quiet-text">
          {isMarked && <span>{t('fillFits')}</span>}
          {added !== undefined && <span>{t('addedOn', added)}</span>}
        </p>
      )}
    </li>
  );
}
