import { t, tn } from '../../i18n.ts';
import { LateProgress } from '../../kit/late-progress.tsx';
import { inTurn } from '../../sentences.ts';
import { fileSentence, isUnread } from './file-outcome.ts';
import type { Files } from './use-files.ts';

/** How far the files were read, and what came of each. */
export function FileReport({ files }: { files: Files }) {
  const progress = files.progress.value;
  const outcomes = files.outcomes.value;
  const unread = outcomes.filter(isUnread);
  const left = files.left.value > 0 ? tn('filesLeft', files.left.value) : '';
  return (
    <>
      <LateProgress
        label={progress ? tn('readingFiles', progress.of) : ''}
        value={progress && progress.of > 1 ? progress.done : undefined}
        max={progress?.of}
        onCancel={progress && progress.of - progress.done > 1 ? files.stop : undefined}
      />
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
      {left !== '' && <p class="small">{left}</p>}
      {/* What went well is said with what was found. */}
      <p class="visually-hidden" role="alert">
        {!progress && inTurn(...unread.map(fileSentence), left)}
      </p>
    </>
  );
}
