import type { Signal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { t } from '../i18n.ts';

interface Props {
  /** Counted from 1. */
  readonly number: number;
  readonly count: number;
  readonly typed: Signal<string>;
  /** Takes the focus: the button that led here is gone. */
  readonly isFirst?: boolean;
}

/** The field for one group of the recovery code. */
export function TypedGroup({ number, count, typed, isFirst = false }: Props) {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (isFirst) field.current?.focus();
  }, [isFirst]);
  return (
    <label class="field">
      {t('typeBackGroup', `${number}`, `${count}`)}
      <input
        ref={field}
        type="text"
        id={isFirst ? 'group-first' : 'group-second'}
        data-group={number}
        class="recovery-input"
        dir="ltr"
        autocomplete="off"
        autocapitalize="characters"
        spellcheck={false}
        required
        maxLength={9}
        value={typed}
        onInput={({ currentTarget }) => {
          typed.value = currentTarget.value;
        }}
      />
    </label>
  );
}
