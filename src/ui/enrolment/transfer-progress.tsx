import type { ComponentChildren } from 'preact';
import { faultSentence } from '../fault-sentence.ts';
import { numeral, t } from '../i18n.ts';
import type { ShownTransfer } from './finding.ts';

interface Props {
  readonly transfer: ShownTransfer;
  /** How the next code is read here; shown until all are. */
  readonly children?: ComponentChildren;
}

/** How far a transfer of several codes was read, and what of it cannot be. */
export function TransferProgress({ transfer, children }: Props) {
  const { read, of, problems, startedAnew } = transfer;
  return (
    <section class="notice transfer stack">
      <label class="field">
        <span role="status">{t('transferRead', numeral(read), numeral(of))}</span>
        <progress max={of} value={read} />
      </label>
      {read < of && children}
      {startedAnew && <p>{t('transferAnew')}</p>}
      {problems.length > 0 && (
        <>
          <p>{t('transferProblems')}</p>
          <ul>
            {problems.map(({ name, code, field }, index) => (
              // Two may have the same name, and none ever moves.
              <li key={index} dir="auto">
                {t('transferProblem', name || t('namelessAccount'), faultSentence(code, field))}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
