import { useSignal } from '@preact/signals';
import type { TargetedInputEvent, TargetedSubmitEvent } from 'preact';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import { numeral, t } from '../i18n.ts';
import { Warning } from '../notice.tsx';
import { chooseGroups, groupsOf, isWhole, wrongGroup } from './asked-groups.ts';

interface Props {
  readonly recoveryCode: string;
  readonly finishLabel: string;
  readonly onTyped: () => void;
  readonly onShowAgain: () => void;
}

/**
 * Asks for two groups of the recovery code: a code that was not written down helps nobody. It is judged as soon as it is
 * whole; the button is for what comes after a failure.
 */
export function TypeBack({ recoveryCode, finishLabel, onTyped, onShowAgain }: Props) {
  const groups = groupsOf(recoveryCode);
  const asked = useMemo(() => chooseGroups(groups.length), [groups.length]);
  const typed = useSignal('');
  /** The place of the group that is not right. */
  const wrong = useSignal<number | undefined>(undefined);
  const field = useRef<HTMLInputElement>(null);
  // The button that led here is gone.
  useEffect(() => field.current?.focus(), []);

  const judge = () => {
    wrong.value = wrongGroup(typed.value, groups, asked);
    if (wrong.value === undefined) onTyped();
  };
  const submit = (event: TargetedSubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    judge();
  };
  const type = ({ currentTarget }: TargetedInputEvent<HTMLInputElement>) => {
    typed.value = currentTarget.value;
    if (isWhole(typed.value, groups, asked)) judge();
    else wrong.value = undefined;
  };

  const places = asked.map((at) => numeral(at + 1));
  return (
    <form class="stack" onSubmit={submit}>
      <p id="type-back-explained">{t('typeBackExplained', ...places)}</p>
      <ol class="group-places" aria-hidden="true">
        {groups.map((_, at) => (
          <li key={at} data-asked={asked.includes(at)}>
            {numeral(at + 1)}
          </li>
        ))}
      </ol>
      <label class="field">
        {t('typeBackGroups', ...places)}
        <input
          ref={field}
          type="text"
          id="typed-groups"
          data-groups={asked.join(' ')}
          class="recovery-input"
          dir="ltr"
          autocomplete="off"
          autocapitalize="characters"
          spellcheck={false}
          required
          maxLength={20}
          aria-describedby="type-back-explained"
          aria-invalid={wrong.value !== undefined}
          value={typed}
          onInput={type}
        />
      </label>
      {wrong.value !== undefined && (
        <Warning>{t('typeBackWrong', numeral(wrong.value + 1))}</Warning>
      )}
      <div class="actions">
        <button type="submit" id="finish" class="primary">
          {finishLabel}
        </button>
        <button type="button" id="show-recovery-code" onClick={onShowAgain}>
          {t('typeBackShow')}
        </button>
      </div>
    </form>
  );
}
