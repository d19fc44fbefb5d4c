import { useSignal } from '@preact/signals';
import type { ComponentChildren, TargetedSubmitEvent } from 'preact';
import { t } from '../i18n.ts';
import { takeFocus } from '../take-focus.ts';
import { type Attempts, hasCode } from './attempts.ts';
import type { Ceremonies, NamedKey, PasskeyWay } from './ceremonies.ts';

type Step =
  | { readonly name: 'start' }
  /** What opens the vault later gives the key; Firefox wants a click of its own for it. */
  | { readonly name: 'confirm'; readonly way: PasskeyWay }
  /** It is there, and what takes it did not: that is tried again, not the ceremony. */
  | { readonly name: 'made'; readonly key: NamedKey };

interface Props {
  readonly ceremonies: Ceremonies;
  readonly attempts: Attempts;
  /** The vault's passkeys: a device that holds one makes no second one. */
  readonly existing: readonly PasskeyWay[];
  /** What the user may write over. */
  readonly defaultName: string;
  /** False: the name stays as it is until the user changes it in the list of ways in. */
  readonly asksName?: boolean;
  /** It is made, and not confirmed yet. */
  readonly onMade?: (way: PasskeyWay, name: string) => Promise<void>;
  readonly onKey: (key: NamedKey) => Promise<void>;
  /** The authenticator cannot open a vault, and will not a minute later. */
  readonly onWithoutPrf?: () => void;
  /** What there is in place of a passkey. */
  readonly children?: ComponentChildren;
}

/** A new passkey under a name: made, confirmed, and handed on. */
export function NewPasskey(props: Props) {
  const { ceremonies, attempts, existing, defaultName, asksName = true } = props;
  const { onMade, onKey, onWithoutPrf, children } = props;
  const step = useSignal<Step>({ name: 'start' });
  const name = useSignal(defaultName);

  const handOn = async (key: NamedKey) => {
    step.value = { name: 'made', key };
    attempts.doing.value = t('oneMoment');
    await onKey(key);
  };
  const run = (act: () => Promise<void>) =>
    attempts.run(async () => {
      try {
        await act();
      } catch (error) {
        if (hasCode(error, 'passkey-without-prf')) {
          step.value = { name: 'start' };
          onWithoutPrf?.();
        }
        throw error;
      }
    });
  const create = async () => {
    attempts.doing.value = t('passkeyAwaited');
    const way = await ceremonies.createPasskey(t('passkeyName'), existing);
    step.value = { name: 'confirm', way };
    await onMade?.(way, name.value);
  };
  const confirm = async (way: PasskeyWay) => {
    attempts.doing.value = t('passkeyAwaited');
    await handOn({ ...(await ceremonies.evaluatePasskey([way])), name: name.value });
  };
  const submit = (event: TargetedSubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    void run(create);
  };

  const current = step.value;
  switch (current.name) {
    case 'start':
      return (
        <form class="stack" onSubmit={submit}>
          {asksName && (
            <label class="field">
              {t('passkeyNameLabel')}
              <input
                type="text"
                id="passkey-name"
                required
                maxLength={64}
                autocomplete="off"
                value={name}
                onInput={({ currentTarget }) => {
                  name.value = currentTarget.value;
                }}
              />
            </label>
          )}
          <button type="submit" id="create-passkey" class="primary">
            {t('createPasskey')}
          </button>
          {children}
        </form>
      );
    case 'confirm':
      return (
        <section class="stack">
          <p>{t('confirmExplained')}</p>
          <button
            type="button"
            id="confirm-passkey"
            class="primary"
            ref={takeFocus}
            onClick={() => run(() => confirm(current.way))}
          >
            {t('confirmPasskey')}
          </button>
          {attempts.failure.value && children}
        </section>
      );
    case 'made':
      return (
        <section class="stack">
          <p>{t('passkeyMade')}</p>
          <button
            type="button"
            id="keep-passkey"
            class="primary"
            onClick={() => run(() => onKey(current.key))}
          >
            {t('keepPasskey')}
          </button>
        </section>
      );
  }
}
