import { t } from '../i18n.ts';

interface Props {
  readonly host: string;
  /** Other accounts are bound to the site already. */
  readonly isOneMore: boolean;
  readonly onChoose: () => void;
}

/** The way to an account that is not bound to the tab's site yet. */
export function UseHere({ host, isOneMore, onChoose }: Props) {
  return (
    <button type="button" class="quiet use-here" id="use-here" onClick={onChoose}>
      {isOneMore ? t('useAnotherHere') : t('useHere', host)}
    </button>
  );
}
