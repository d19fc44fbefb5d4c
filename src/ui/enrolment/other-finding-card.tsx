import { t } from '../i18n.ts';
import { Warning } from '../notice.tsx';
import type { OtherFinding } from './finding.ts';
import { findingContent, findingSentence } from './finding-sentence.ts';
import '../facts.css';

/** A code that is no account: what it is, and, as plain text, what it holds where that may be shown. */
export function OtherFindingCard({ finding }: { finding: OtherFinding }) {
  const content = findingContent(finding);
  return (
    <section class="finding" data-kind={finding.kind}>
      <Warning>{findingSentence(finding)}</Warning>
      {content !== undefined && (
        // biome-ignore lint/a11y/useSemanticElements: no set of fields, but a box that scrolls.
        <div class="plain-text" role="group" aria-label={t('findingContent')}>
          <bdi dir="auto">{content}</bdi>
        </div>
      )}
    </section>
  );
}
