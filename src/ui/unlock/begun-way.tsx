import type { Response } from '../../messages/protocol.ts';
import { type MessageKey, t } from '../i18n.ts';
import type { Attempts } from '../ways/attempts.ts';
import type { Ceremonies, NamedKey } from '../ways/ceremonies.ts';
import { Problem } from '../ways/problem.tsx';
import { TypedPassphrase } from '../ways/typed-passphrase.tsx';

/** What a page that was left has made. */
export type Begun = Extract<Response<'firstRun.get'>, { readonly step: 'begun' }>;

interface Props {
  readonly begun: Begun;
  readonly ceremonies: Ceremonies;
  readonly attempts: Attempts;
  readonly onKey: (key: NamedKey) => Promise<void>;
  readonly onBeginAnew: () => Promise<void>;
}

/** Setting up goes on where it was left, for who has the passkey or the passphrase that was made there. */
export function BegunWay({ begun, ceremonies, attempts, onKey, onBeginAnew }: Props) {
  const { way, name, hasCode } = begun;
  const give = (key: () => ReturnType<Ceremonies['evaluatePasskey']>, waitingFor: MessageKey) =>
    attempts.run(async () => {
      attempts.doing.value = t(waitingFor);
      await onKey({ ...(await key()), name });
    });
  return (
    <>
      <p>{t(hasCode ? 'resumeCode' : 'resumePasskey')}</p>
      <Problem attempts={attempts} ceremonies={ceremonies} />
      {way.kind === 'passkey' && (
        <button
          type="button"
          id="confirm-passkey"
          class="primary"
          onClick={() => give(() => ceremonies.evaluatePasskey([way]), 'passkeyAwaited')}
        >
          {t('confirmPasskey')}
        </button>
      )}
      {way.kind === 'passphrase' && (
        <TypedPassphrase
          id="passphrase"
          submitId="use-passphrase"
          submitLabel="goOn"
          isFirst
          takesFocus
          onPassphrase={(typed) =>
            give(() => ceremonies.stretchPassphrase(typed, way), 'passphraseWorked')
          }
        />
      )}
      <button type="button" id="begin-anew" class="quiet" onClick={() => attempts.run(onBeginAnew)}>
        {t('beginAnew')}
      </button>
    </>
  );
}
