import { t } from '../../i18n.ts';
import { type Added, outcomeSentence } from './added-summary.ts';

/** What became of each of several accounts. */
export function AddedList({ added }: { added: readonly Added[] }) {
  if (added.length < 2) return null;
  return (
    <ul class="added small" aria-label={t('addedList')}>
      {added.map((each, index) => (
        // Two may have the same name, and none ever moves.
        <li key={index}>
          <bdi>{outcomeSentence(each)}</bdi>
        </li>
      ))}
    </ul>
  );
}
