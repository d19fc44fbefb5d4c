import { useSignal } from '@preact/signals';
import { useCallback } from 'preact/hooks';
import { useAccounts } from '../../accounts/use-accounts.ts';
import { errorSentence } from '../../fault-sentence.ts';
import { t } from '../../i18n.ts';
import { Warning } from '../../notice.tsx';
import { useAttempt } from '../../use-attempt.ts';
import { AccountChoice, MOST_CHOICES } from './account-choice.tsx';
import { Comparison } from './comparison.tsx';

interface Props {
  readonly doubted: string | undefined;
  /** Seconds that are added to this computer's clock now. */
  readonly offset: number;
  readonly onCorrected: () => Promise<void>;
}

/** Finds out by the codes that another device shows how far this computer's clock is off. */
export function ClockCheck({ doubted, offset, onCorrected }: Props) {
  const { problem } = useAttempt();
  const onFault = useCallback(
    (error: unknown) => {
      problem.value = errorSentence(error);
    },
    [problem],
  );
  const { question, held } = useAccounts({ query: '', from: 0, count: MOST_CHOICES }, onFault);
  const picked = useSignal(doubted);

  if (!held.value) return problem.value ? <Warning>{problem.value}</Warning> : null;
  const { total, query } = held.value;
  const timed = held.value.accounts.filter(({ type }) => type !== 'hotp');
  // Other devices show the codes of sites at hand; Steam's are deep in its app.
  const likely = timed.find(({ type }) => type === 'totp') ?? timed[0];
  const chosen = picked.value ?? likely?.id;
  return (
    <section class="card stack" aria-labelledby="check-title">
      <h2 id="check-title">{t('clockCheckTitle')}</h2>
      {problem.value && <Warning>{problem.value}</Warning>}
      {chosen === undefined ? (
        <p class="quiet-text">{t('clockNoAccounts')}</p>
      ) : (
        <>
          <p>{t('clockCheckExplained')}</p>
          <AccountChoice
            accounts={timed}
            searchable={query !== '' || total > MOST_CHOICES}
            question={question}
            chosen={chosen}
            onChoose={(id) => {
              picked.value = id;
            }}
          />
          <Comparison
            key={`${chosen} ${offset}`}
            account={chosen}
            offset={offset}
            onCorrected={onCorrected}
          />
        </>
      )}
    </section>
  );
}
