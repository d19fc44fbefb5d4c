import { numeral, t } from '../../i18n.ts';

interface Props {
  /** The first one on show, counted from 0. */
  readonly from: number;
  readonly size: number;
  readonly total: number;
  readonly onPage: (from: number) => void;
}

/** Which accounts are on show; the ways to the others where there are any. */
export function Pages({ from, size, total, onPage }: Props) {
  if (total === 0) return null;
  const last = Math.min(from + size, total);
  return (
    <div class="pages">
      <span class="quiet-text" id="range">
        {t('accountsRange', numeral(from + 1), numeral(last), numeral(total))}
      </span>
      {total > size && (
        <>
          <button
            type="button"
            id="earlier"
            disabled={from === 0}
            onClick={() => onPage(from - size)}
          >
            {t('pageEarlier')}
          </button>
          <button
            type="button"
            id="later"
            disabled={last === total}
            onClick={() => onPage(from + size)}
          >
            {t('pageLater')}
          </button>
        </>
      )}
    </div>
  );
}
