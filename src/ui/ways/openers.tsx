import { type MessageKey, t } from '../i18n.ts';
import { LateProgress } from '../kit/late-progress.tsx';
import { takeFocus } from '../take-focus.ts';
import type { Attempts } from './attempts.ts';
import type { Ceremonies, Opener, Way } from './ceremonies.ts';
import { Problem } from './problem.tsx';
import { TypedPassphrase } from './typed-passphrase.tsx';
import { TypedRecoveryCode } from './typed-recovery-code.tsx';

/** Ids per purpose: while one of our pages verifies, another form of it may stand behind. */
const PURPOSES = {
  unlock: {
    passkeyLabel: 'unlockPasskey',
    submitLabel: 'unlock',
    opening: 'vaultOpening',
    passkey: 'unlock-passkey',
    passphrase: 'passphrase',
    usePassphrase: 'use-passphrase',
    recoveryCode: 'recovery-code-typed',
    useRecoveryCode: 'unlock-recovery',
  },
  verify: {
    passkeyLabel: 'verifyPasskey',
    submitLabel: 'verify',
    opening: 'verifyingNow',
    passkey: 'verify-passkey',
    passphrase: 'verify-passphrase',
    usePassphrase: 'verify-use-passphrase',
    recoveryCode: 'verify-recovery-code',
    useRecoveryCode: 'verify-recovery',
  },
} as const;

interface Props {
  /** Undefined: not known, and where that is because asking failed, a button asks again. */
  readonly ways: readonly Way[] | undefined;
  readonly ceremonies: Ceremonies;
  readonly attempts: Attempts;
  readonly purpose: keyof typeof PURPOSES;
  /** The main way takes the focus: opening the vault is all there is to do. */
  readonly takesFocus?: boolean;
  readonly onOpener: (opener: Opener) => Promise<void>;
}

/**
 * Every way in that the vault has, all at once: who has no passkey at hand is not made to fail with it
 * first.
 */
export function Openers(props: Props) {
  const { ways, ceremonies, attempts, purpose, takesFocus = false, onOpener } = props;
  const failed = attempts.failure.value;
  if (!ways) {
    return (
      <>
        <LateProgress label={attempts.doing.value} />
        <Problem attempts={attempts} ceremonies={ceremonies} />
        {failed && (
          <button type="button" onClick={() => attempts.run(failed.again)}>
            {t('tryAgain')}
          </button>
        )}
      </>
    );
  }

  const texts = PURPOSES[purpose];
  const passkeys = ways.filter((way) => way.kind === 'passkey');
  const passphrase = ways.find((way) => way.kind === 'passphrase');
  const hasRecoveryCode = ways.some((way) => way.kind === 'recovery');

  const open = (obtain: () => Promise<Opener>, obtaining: MessageKey) =>
    void attempts.run(async () => {
      attempts.doing.value = t(obtaining);
      const opener = await obtain();
      attempts.doing.value = t(texts.opening);
      await onOpener(opener);
    });

  return (
    <>
      <Problem attempts={attempts} ceremonies={ceremonies} />
      {passkeys.length > 0 && (
        <button
          type="button"
          id={texts.passkey}
          class="primary"
          ref={takesFocus ? takeFocus : null}
          onClick={() => open(() => ceremonies.evaluatePasskey(passkeys), 'passkeyAwaited')}
        >
          {t(texts.passkeyLabel)}
        </button>
      )}
      {passphrase && (
        <TypedPassphrase
          id={texts.passphrase}
          submitId={texts.usePassphrase}
          submitLabel={texts.submitLabel}
          isFirst={passkeys.length === 0}
          takesFocus={takesFocus && passkeys.length === 0}
          onPassphrase={(typed) =>
            open(() => ceremonies.stretchPassphrase(typed, passphrase), 'passphraseWorked')
          }
        />
      )}
      {hasRecoveryCode && (
        <TypedRecoveryCode
          id={texts.recoveryCode}
          submitId={texts.useRecoveryCode}
          submitLabel={texts.submitLabel}
          isOnly={ways.length === 1}
          isWanted={failed !== undefined && !passphrase}
          onRecoveryCode={(recoveryCode) => open(async () => ({ recoveryCode }), texts.opening)}
        />
      )}
      <LateProgress label={attempts.doing.value} />
    </>
  );
}
