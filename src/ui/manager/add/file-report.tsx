import { numeral, t } from '../../i18n.ts';
import { fileSentence, isUnread } from './file-outcome.ts';
import type { Files } from './use-files.ts';

/** How far the files were read, and what came of each. */
export function FileReport({ files }: { files: Files }) {
  const progress = files.progress.value;
  const outcomes = files.outcomes.value;
  const unread = outcomes.filter(isUnread);
  return (
    <>
      {progress && progress.of > 1 && (
        <label class="field">
          <span>{t('filesProgress', numeral(progress.done), numeral(progress.of))}</span>
          <progress max={progress.of} value={progress.done} />
        </label>
      )}
      {outcomes.length > 0 && (
        <ul class="file-outcomes small" aria-label={t('filesOutcomes')}>
          {outcomes.map((outcome, index) => (
            // Two may have the same name, and none ever moves.
            <li key={index} class={isUnread(outcome) ? 'unread' : undefined}>
              <bdi>{fileSentence(outcome)}</bdi>
            </li>
          ))}
        </ul>
      )}
      {/* What went well is said with what was found. */}
      <p class="visually-hidden" role="alert">
        {!progress && unread.map(fileSentence).join(' ')}
      </p>
    </>
  );
}
