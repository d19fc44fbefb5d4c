import type { Response } from '../../../messages/protocol.ts';
import { numeral, t, tn } from '../../i18n.ts';

interface Props {
  readonly measured: Exclude<Response<'clock.measure'>, { kind: 'unsure' }>;
  /** Seconds that are added to this computer's clock now. */
  readonly offset: number;
  readonly onCorrect: (offset: number) => void;
  readonly onAgain: () => void;
}

/** What the codes of another device said about this clock. */
export function Outcome({ measured, offset, onCorrect, onAgain }: Props) {
  if (measured.kind === 'fine') {
    return (
      <>
        <p class="notice" id="clock-outcome" role="status">
          {t('clockFine')}
        </p>
        <div class="actions">
          <button type="button" id="check-again" onClick={onAgain}>
            {t('clockAgain')}
          </button>
        </div>
      </>
    );
  }
  const { offsetSeconds } = measured;
  const off = offsetSeconds - offset;
  return (
    <>
      <p class="notice warning" id="clock-outcome" role="status">
        {tn('clockSkewed', Math.abs(off))}
      </p>
      <div class="actions">
        <button
          type="button"
          class="primary"
          id="correct-clock"
          onClick={() => onCorrect(offsetSeconds)}
        >
          {t('clockCorrect', signed(off))}
        </button>
        <button type="button" id="check-again" onClick={onAgain}>
          {t('clockAgain')}
        </button>
      </div>
    </>
  );
}

/** With sign and unit, as the language writes them: "+12 seconds". */
export function signed(seconds: number): string {
  const unit = { style: 'unit', unit: 'second', unitDisplay: 'long' } as const;
  return numeral(seconds, { ...unit, signDisplay: 'always' });
}
