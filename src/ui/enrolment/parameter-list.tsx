import { t } from '../i18n.ts';
import type { AccountFinding } from './finding.ts';
import { parameterRows } from './parameters.ts';
import '../facts.css';

/** What an account to be added is made of. What is unusual is marked in words, with the reason. */
export function ParameterList({ finding }: { finding: AccountFinding }) {
  return (
    <dl class="parameters">
      {parameterRows(finding).map(({ id, name, value, why }) => (
        <div key={id} data-parameter={id}>
          <dt>{name}</dt>
          <dd>
            <bdi dir="auto">{value}</bdi>
            {why !== undefined && (
              <>
                {' '}
                <strong class="caution-mark">{t('unusual')}</strong>
                <span class="why">{why}</span>
              </>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
