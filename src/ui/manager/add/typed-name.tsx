import { t } from '../../i18n.ts';
import type { TypedFault } from './typed-fault.ts';
import { FaultText, faultProps } from './typed-fault-text.tsx';
import type { TypedForm } from './typed-request.ts';

/** As the background takes it. */
const LONGEST_NAME = 320;

const LABELS = { issuer: 'nameIssuer', account: 'nameAccount' } as const;

interface Props {
  readonly field: 'issuer' | 'account';
  readonly form: TypedForm;
  readonly fault: TypedFault | undefined;
  readonly onChange: (changed: Partial<TypedForm>) => void;
}

/** Whose codes they are. */
export function TypedName({ field, form, fault, onChange }: Props) {
  return (
    <div class="stack">
      <label class="field">
        {t(LABELS[field])}
        <input
          type="text"
          id={`typed-${field}`}
          dir="auto"
          autocomplete="off"
          spellcheck={false}
          maxLength={LONGEST_NAME}
          value={form[field]}
          onInput={({ currentTarget }) => onChange({ [field]: currentTarget.value })}
          {...faultProps(field, fault)}
        />
      </label>
      <FaultText field={field} fault={fault} />
    </div>
  );
}
