import { useSignal } from '@preact/signals';
import type { TargetedSubmitEvent } from 'preact';
import { useMemo } from 'preact/hooks';
import { t } from '../i18n.ts';
import { Warning } from '../notice.tsx';
import { chooseGroups, groupsOf, isGroup } from './type-back.ts';
import { TypedGroup } from './typed-group.tsx';

interface Props {
  readonly recoveryCode: string;
  readonly finishLabel: string;
  readonly onTyped: () => void;
  readonly onShowAgain: () => void;
}

/** Asks for two groups of the recovery code: a code that was not written down helps nobody. */
export function TypeBack({ recoveryCode, finishLabel, onTyped, onShowAgain }: Props) {
  const groups = groupsOf(recoveryCode);
  const [first, second] = useMemo(() => chooseGroups(groups.length), [groups.length]);
  const firstTyped = useSignal('');
  const secondTyped = useSignal('');
  /** The group that is not right, counted from 1. */
  const wrong = useSignal<number | undefined>(undefined);

  const submit = (event: TargetedSubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (!isGroup(firstTyped.value, groups[first])) wrong.value = first + 1;
    else if (!isGroup(secondTyped.value, groups[second])) wrong.value = second + 1;
    else {
      wrong.value = undefined;
      onTyped();
    }
  };

  return (
    <form class="stack" onSubmit={submit}>
      <p>{t('typeBackExplained')}</p>
      {wrong.value !== undefined && <Warning>{t('typeBackWrong', `${wrong.value}`)}</Warning>}
      <div class="groups">
        <TypedGroup number={first + 1} count={groups.length} typed={firstTyped} isFirst />
        <TypedGroup number={second + 1} count={groups.length} typed={secondTyped} />
      </div>
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
