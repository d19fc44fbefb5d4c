import type { Signal } from '@preact/signals';
import type { RefObject } from 'preact';

/** As the background takes it. */
const LONGEST_CODE = 16;

interface Props {
  readonly id: string;
  readonly label: string;
  readonly code: Signal<string>;
  readonly disabled?: boolean;
  /** The first key press into the empty field. */
  readonly onStart?: () => void;
  readonly field?: RefObject<HTMLInputElement | null>;
}

/** A field for a code that another device shows. */
export function CodeField({ id, label, code, disabled = false, onStart, field }: Props) {
  return (
    <label class="field">
      {label}
      <input
        type="text"
        id={id}
        {...(field && { ref: field })}
        class="code-input"
        dir="ltr"
        autocomplete="off"
        autocapitalize="characters"
        spellcheck={false}
        maxLength={LONGEST_CODE}
        required
        disabled={disabled}
        value={code}
        onInput={({ currentTarget }) => {
          if (code.value === '') onStart?.();
          code.value = currentTarget.value;
        }}
      />
    </label>
  );
}
