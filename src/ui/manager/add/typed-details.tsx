import { t } from '../../i18n.ts';
import type { TypedFault } from './typed-fault.ts';
import { FaultText, faultProps } from './typed-fault-text.tsx';
import { FIELDS_OF, type TypedForm } from './typed-request.ts';

const ALGORITHMS = ['SHA1', 'SHA256', 'SHA512'] as const;

/** RFC 4226 wants at least six; no site in use shows more than eight. */
const DIGITS = ['6', '7', '8'];

const LABELS = { period: 'typedPeriod', counter: 'parameterCounter' } as const;

interface Props {
  readonly form: TypedForm;
  readonly fault: TypedFault | undefined;
  readonly onChange: (changed: Partial<TypedForm>) => void;
}

/** What hardly any site has otherwise than usual: folded away, unless it is at fault. */
export function TypedDetails({ form, fault, onChange }: Props) {
  const fields = FIELDS_OF[form.type];
  if (fields.length === 0) return <p class="quiet-text small">{t('typedSteam')}</p>;
  const isAtFault = fault !== undefined && fields.includes(fault.field);
  return (
    <details class="typed-details" open={isAtFault || undefined}>
      <summary>{t('typedDetails')}</summary>
      <div class="stack">
        <label class="field">
          {t('parameterAlgorithm')}
          <select
            id="typed-algorithm"
            value={form.algorithm}
            onChange={({ currentTarget }) => {
              const algorithm = ALGORITHMS.find((each) => each === currentTarget.value);
              if (algorithm) onChange({ algorithm });
            }}
          >
            {ALGORITHMS.map((algorithm) => (
              <option key={algorithm} value={algorithm}>
                {algorithm.replace('SHA', 'SHA-')}
              </option>
            ))}
          </select>
        </label>
        <label class="field">
          {t('parameterDigits')}
          <select
            id="typed-digits"
            value={form.digits}
            onChange={({ currentTarget }) => onChange({ digits: currentTarget.value })}
            {...faultProps('digits', fault)}
          >
            {DIGITS.map((digits) => (
              <option key={digits} value={digits}>
                {digits}
              </option>
            ))}
          </select>
        </label>
        <FaultText field="digits" fault={fault} />
        {(['period', 'counter'] as const)
          .filter((field) => fields.includes(field))
          .map((field) => (
            <div key={field} class="stack">
              <label class="field">
                {t(LABELS[field])}
                <input
                  type="number"
                  id={`typed-${field}`}
                  min={field === 'period' ? 1 : 0}
                  step={1}
                  value={form[field]}
                  onInput={({ currentTarget }) => onChange({ [field]: currentTarget.value })}
                  {...faultProps(field, fault)}
                />
              </label>
              <FaultText field={field} fault={fault} />
            </div>
          ))}
      </div>
    </details>
  );
}
