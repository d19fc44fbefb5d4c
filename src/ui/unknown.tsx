import { t } from './i18n.ts';
import { LateProgress } from './kit/late-progress.tsx';

interface Props {
  /** The page's own class, for its width and margins. */
  readonly page: 'unlock' | 'closed';
}

/** In place of a page that does not know yet how the vault is. */
export function Unknown({ page }: Props) {
  return (
    <main class={`${page} stack`} aria-busy="true">
      <LateProgress label={t('oneMoment')} />
    </main>
  );
}
