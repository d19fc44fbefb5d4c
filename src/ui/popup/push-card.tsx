import type { ComponentChildren } from 'preact';
import { t } from '../i18n.ts';
import { bestAccount, type SignInHere } from './sign-in-cards.ts';
import { pushSentence } from './sign-in-sentence.ts';

interface Props {
  readonly signIn: SignInHere;
  readonly onUseCode: () => void;
  /** The way to another account. */
  readonly children: ComponentChildren;
}

/** Microsoft waits for an approval on a phone, and a code might do instead. */
export function PushCard({ signIn, onUseCode, children }: Props) {
  const isSwitching = signIn.state === 'switching';
  return (
    <section
      class="notice sign-in stack"
      id="sign-in"
      data-state={signIn.state}
      aria-labelledby="sign-in-title"
    >
      <h2 id="sign-in-title" tabIndex={-1}>
        {t('pushTitle')}
      </h2>
      <p role="status">{pushSentence(signIn)}</p>
      {bestAccount(signIn) && (
        <p class="actions">
          <button
            type="button"
            class="primary"
            id="use-code"
            aria-disabled={isSwitching}
            onClick={() => !isSwitching && onUseCode()}
          >
            {t('pushUseCode')}
          </button>
        </p>
      )}
      {children}
    </section>
  );
}
