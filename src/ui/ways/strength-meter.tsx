import { type MessageKey, t } from '../i18n.ts';
import type { Score } from './ceremonies.ts';

const WORDS: Record<Score, MessageKey> = {
  0: 'strength0',
  1: 'strength1',
  2: 'strength2',
  3: 'strength3',
  4: 'strength4',
};

/** How hard a passphrase is to guess: as a bar, and in words for who does not see it or its colours. */
export function StrengthMeter({ score }: { score: Score | undefined }) {
  return (
    <p class="strength">
      <label for="strength">{t('strength')}</label>
      <meter id="strength" min={0} low={2} high={3} optimum={4} max={4} value={score ?? 0} />
      <output for="passphrase" id="strength-word">
        {score === undefined ? t('strengthUnknown') : t(WORDS[score])}
      </output>
    </p>
  );
}
