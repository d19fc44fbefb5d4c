import { t } from '../../i18n.ts';
import type { TypedForm } from './typed-request.ts';

const TYPES = [
  ['totp', 'typeTotp'],
  ['hotp', 'typeHotp'],
  ['steam', 'typeSteam'],
] as const;

interface Props {
  readonly form: TypedForm;
  readonly onChange: (changed: Partial<TypedForm>) => void;
}

/** What moves the codes on. */
export function TypedType({ form, onChange }: Props) {
  return (
    <label class="field">
      {t('parameterType')}
      <select
        id="typed-type"
        value={form.type}
        onChange={({ currentTarget }) => {
          const chosen = TYPES.find(([type]) => type === currentTarget.value);
          if (chosen) onChange({ type: chosen[0] });
        }}
      >
        {TYPES.map(([type, key]) => (
          <option key={type} value={type}>
            {t(key)}
          </option>
        ))}
      </select>
    </label>
  );
}
