import { accountName } from '../account-name.ts';
import { t, tn } from '../i18n.ts';
import type { AccountFinding } from './finding.ts';
import { OfferHeading } from './offer-heading.tsx';
import { visibleLabel } from './offer-question.ts';
import { stateMark } from './state-sentence.ts';
import './enrolment.css';

interface Props {
  readonly accounts: readonly AccountFinding[];
  readonly onChoose: (finding: AccountFinding) => void;
  /** The user has just come back to it, so that the focus follows. */
  readonly focused?: boolean;
}

/** Several accounts were found: each is looked at before it is added. */
export function AccountChoices({ accounts, onChoose, focused = false }: Props) {
  return (
    <section class="notice offer stack" aria-label={t('accountsFoundList')}>
      <OfferHeading focused={focused}>{tn('accountsFound', accounts.length)}</OfferHeading>
      <ul class="choices">
        {accounts.map((finding) => (
          <li key={finding.id}>
            <button type="button" onClick={() => onChoose(finding)}>
              <bdi dir="auto">{accountName(visibleLabel(finding))}</bdi>
              <span class="facts small quiet-text">
                {marksOf(finding).map((mark) => (
                  <span key={mark}>{mark}</span>
                ))}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function marksOf({ state, unusual }: AccountFinding): string[] {
  return [stateMark(state), unusual.length > 0 ? t('choiceUnusual') : undefined].filter(
    (mark) => mark !== undefined,
  );
}
