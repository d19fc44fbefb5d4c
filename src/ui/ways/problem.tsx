import { errorSentence } from '../fault-sentence.ts';
import { t } from '../i18n.ts';
import { Warning } from '../notice.tsx';
import { type Attempts, hasCode } from './attempts.ts';
import type { Ceremonies } from './ceremonies.ts';

interface Props {
  readonly attempts: Attempts;
  readonly ceremonies: Pick<Ceremonies, 'requestPasskeyPermission'>;
}

/** What went wrong, and the way on where it is one click: the permission without which no passkey is asked. */
export function Problem({ attempts, ceremonies }: Props) {
  const failed = attempts.failure.value;
  if (!failed) return null;
  const { error, again } = failed;

  const allow = () =>
    attempts.run(async () => {
      if (!(await ceremonies.requestPasskeyPermission())) throw error;
      await again();
    }, again);

  return (
    <>
      <Warning>{errorSentence(error)}</Warning>
      {hasCode(error, 'passkey-not-permitted') && (
        <button type="button" id="allow-passkey" onClick={allow}>
          {t('allowPasskey')}
        </button>
      )}
    </>
  );
}
