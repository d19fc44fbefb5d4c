import { useSignal } from '@preact/signals';
import { accountName } from '../account-name.ts';
import type { AccountRow } from '../accounts/use-accounts.ts';
import { OfferHeading } from '../enrolment/offer-heading.tsx';
import { t } from '../i18n.ts';
import { bindWarnings } from './bind-warnings.ts';
import { HostReading } from './host-reading.tsx';
import type { SpelledHost } from './look-alikes.ts';
import { onEscape } from './on-escape.ts';
import type { Site } from './sign-in-cards.ts';
import './bind-card.css';

interface Props {
  readonly site: Site;
  /** Hosts in use that it could be mistaken for. */
  readonly lookAlikes: readonly SpelledHost[];
  readonly account: AccountRow;
  /** Called within the user's click, before anything is awaited. */
  readonly onConfirm: () => Promise<void>;
  readonly onCopy: () => void;
  readonly onCancel: () => void;
}

/**
 * The step that lets a site have an account's codes. The host stands there in full; where it could be mistaken for another
 * one, nothing goes on before the user says that he has compared the two.
 */
export function BindCard({ site, lookAlikes, account, onConfirm, onCopy, onCancel }: Props) {
  const hasCompared = useSignal(false);
  const isBinding = useSignal(false);
  const warnings = bindWarnings(site, lookAlikes, account);
  const isDoubtful = warnings.length > 0;
  const mayConfirm = !isBinding.value && (!isDoubtful || hasCompared.value);
  const asksBrowser = !site.isMicrosoft && !site.mayReach;

  const confirm = async () => {
    if (!mayConfirm) return;
    isBinding.value = true;
    try {
      await onConfirm();
    } finally {
      isBinding.value = false;
    }
  };

  return (
    <section
      class="notice bind stack"
      id="bind"
      aria-label={t('bindLabel')}
      onKeyDown={onEscape(onCancel)}
    >
      <OfferHeading focused>{t('bindTitle', accountName(account), site.host)}</OfferHeading>
      <p class="host" dir="ltr">
        {site.host}
      </p>
      {site.unicode !== undefined && (
        <>
          <HostReading unicode={site.unicode} />
          <p>{t('bindOtherLetters')}</p>
        </>
      )}
      {warnings.map((warning) => (
        <p key={warning} class="notice warning" role="alert">
          {warning}
        </p>
      ))}
      <p class="small">
        {t('bindExplained')} {asksBrowser && t('bindAsksBrowser')}
      </p>
      {isDoubtful && (
        <label class="check">
          <input
            type="checkbox"
            id="bind-compared"
            checked={hasCompared.value}
            onChange={({ currentTarget }) => {
              hasCompared.value = currentTarget.checked;
            }}
          />
          {t(lookAlikes.length > 0 ? 'bindCompared' : 'bindRead')}
        </label>
      )}
      <div class="actions" data-doubtful={isDoubtful}>
        <button
          type="button"
          class={isDoubtful ? 'danger' : 'primary'}
          id="bind-confirm"
          disabled={isDoubtful && !hasCompared.value}
          aria-disabled={isBinding.value}
          onClick={() => void confirm()}
        >
          {t(isDoubtful ? 'bindAnyway' : 'bindConfirm')}
        </button>
        <button type="button" id="bind-copy" onClick={onCopy}>
          {t('bindOnlyCopy')}
        </button>
        <button type="button" class="quiet" id="bind-cancel" onClick={onCancel}>
          {t('cancel')}
        </button>
      </div>
    </section>
  );
}
