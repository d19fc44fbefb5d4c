import { accountName } from '../../account-name.ts';
import type { AccountFinding } from '../../enrolment/finding.ts';
import { KindField } from '../../enrolment/kind-field.tsx';
import { NamesFields } from '../../enrolment/names-fields.tsx';
import { visibleLabel } from '../../enrolment/offer-question.ts';
import { ParameterList } from '../../enrolment/parameter-list.tsx';
import { stateSentence } from '../../enrolment/state-sentence.ts';
import { t } from '../../i18n.ts';
import type { Pick } from './picks.ts';

interface Props {
  readonly finding: AccountFinding;
  /** Its place in the list, from 0: for ids. */
  readonly index: number;
  readonly pick: Pick;
  readonly onPick: (pick: Pick) => void;
}

/** One of several accounts that were found: all that is to be known before it is added. */
export function FoundRow({ finding, index, pick, onPick }: Props) {
  const { isChosen, choice } = pick;
  const sentence = stateSentence(finding.state);
  return (
    <li class="found-row" data-finding={finding.id} data-state={finding.state}>
      <label class="found-choice">
        <input
          type="checkbox"
          id={`found-${index}`}
          checked={isChosen}
          onChange={({ currentTarget }) => onPick({ choice, isChosen: currentTarget.checked })}
        />
        <bdi dir="auto">{accountName(visibleLabel({ ...finding, ...choice.names }))}</bdi>
      </label>
      <div class="found-more stack">
        {sentence !== undefined && <p class="small">{sentence}</p>}
        <ParameterList finding={finding} />
        {finding.state !== 'known' && (
          <NamesFields
            summary={t('changeNamesAndKind')}
            idPrefix={`found-${index}`}
            names={choice.names}
            onNames={(names) => onPick({ isChosen, choice: { ...choice, names } })}
          >
            <KindField
              id={`found-${index}-kind`}
              kind={choice.accountKind}
              onKind={(accountKind) => onPick({ isChosen, choice: { ...choice, accountKind } })}
            />
          </NamesFields>
        )}
      </div>
    </li>
  );
}
