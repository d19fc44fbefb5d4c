import { t } from '../i18n.ts';
import { ACCOUNT_KINDS_OFFERED, type AccountKind, whoseAccount } from './whose-account.ts';

interface Props {
  readonly id: string;
  readonly kind: AccountKind;
  readonly onKind: (kind: AccountKind) => void;
}

/** The choice of whose account it is. */
export function KindField({ id, kind, onKind }: Props) {
  return (
    <label class="field inline">
      {t('whose')}
      <select
        id={id}
        value={kind}
        onChange={({ currentTarget }) => {
          const chosen = ACCOUNT_KINDS_OFFERED.find((each) => each === currentTarget.value);
          if (chosen) onKind(chosen);
        }}
      >
        {ACCOUNT_KINDS_OFFERED.map((each) => (
          <option key={each} value={each}>
            {whoseAccount(each)}
          </option>
        ))}
      </select>
    </label>
  );
}
