import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { t } from '../i18n.ts';
import { choiceOf, confirmedAs } from './confirmed.ts';
import type { AccountFinding, Confirmed } from './finding.ts';
import { KindField } from './kind-field.tsx';
import { NamesFields } from './names-fields.tsx';
import { OfferHeading } from './offer-heading.tsx';
import { offerQuestion } from './offer-question.ts';
import { ParameterList } from './parameter-list.tsx';
import { stateSentence } from './state-sentence.ts';

interface Props {
  readonly finding: AccountFinding;
  /** Called within the user's click, before anything is awaited. */
  readonly onAdd: (confirmed: Confirmed) => Promise<void>;
  /** What else is to be known before it is added, such as where its codes will go. */
  readonly children?: ComponentChildren;
  /** Buttons beside "Add". */
  readonly actions?: ComponentChildren;
  /** It was chosen from a list just now, so that the focus follows. */
  readonly focused?: boolean;
  /** What the card is, for who does not see where it stands. */
  readonly title?: string;
  /** The id of "Add". */
  readonly addId?: string;
}

/**
 * Everything about an account before it is added, but its secret; with what the user may decide. Give it the finding's id
 * as its key: another account begins anew.
 */
export function ConfirmCard({
  finding,
  onAdd,
  children,
  actions,
  focused = false,
  title = t('offerTitle'),
  addId = 'add-account-here',
}: Props) {
  const choice = useSignal(choiceOf(finding));
  const isAdding = useSignal(false);
  const sentence = stateSentence(finding.state);
  const isNew = finding.state !== 'known';

  const add = async () => {
    isAdding.value = true;
    try {
      await onAdd(confirmedAs(finding, choice.value));
    } finally {
      isAdding.value = false;
    }
  };

  return (
    <section class="notice offer stack" data-state={finding.state} aria-label={title}>
      <OfferHeading focused={focused}>{offerQuestion(finding)}</OfferHeading>
      {sentence !== undefined && <p class="state">{sentence}</p>}
      {children}
      <ParameterList finding={finding} />
      {isNew && (
        <>
          <KindField
            id="account-kind"
            kind={choice.value.accountKind}
            onKind={(accountKind) => {
              choice.value = { ...choice.value, accountKind };
            }}
          />
          <NamesFields
            names={choice.value.names}
            onNames={(names) => {
              choice.value = { ...choice.value, names };
            }}
          />
        </>
      )}
      <div class="actions">
        <button
          type="button"
          class="primary"
          id={addId}
          disabled={isAdding.value}
          onClick={() => void add()}
        >
          {t('offerAdd')}
        </button>
        {actions}
      </div>
    </section>
  );
}
