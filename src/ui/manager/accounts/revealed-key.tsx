import { type MessageKey, t, tn } from '../../i18n.ts';
import type { Revealed } from './revealed.ts';
import '../../facts.css';

const TYPES: Record<Revealed['type'], MessageKey> = {
  totp: 'typeTotp',
  hotp: 'typeHotp',
  steam: 'typeSteam',
};

/**
 * The set-up key and its parameters, for who types them. There is no button to copy it: on the clipboard it would be
 * open to every program.
 */
export function RevealedKey({ revealed }: { revealed: Revealed }) {
  const { key, type, algorithm, digits, period, counter } = revealed;
  return (
    <details class="show-key">
      <summary>{t('showKey')}</summary>
      <div class="stack">
        <output class="setup-key" dir="ltr" aria-label={t('setupKey')}>
          {key}
        </output>
        <dl class="parameters">
          <Parameter name={t('parameterType')} value={t(TYPES[type])} />
          <Parameter name={t('parameterAlgorithm')} value={algorithm} />
          <Parameter name={t('parameterDigits')} value={`${digits}`} />
          {period !== undefined && (
            <Parameter name={t('parameterPeriod')} value={tn('periodSeconds', period)} />
          )}
          {counter !== undefined && <Parameter name={t('parameterCounter')} value={`${counter}`} />}
        </dl>
      </div>
    </details>
  );
}

function Parameter({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}
