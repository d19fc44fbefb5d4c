import type { TargetedInputEvent } from 'preact';
import { useRef } from 'preact/hooks';
import { t } from '../../i18n.ts';
import { groupedKey } from './grouped-key.ts';

/** As the background takes it. */
const LONGEST_KEY = 2000;

interface Props {
  readonly value: string;
  readonly onValue: (value: string) => void;
  /** What ties a fault to the field. */
  readonly fault: { readonly 'aria-invalid'?: true; readonly 'aria-describedby'?: string };
}

/** The field for a set-up key, which stands there in groups of four. */
export function KeyField({ value, onValue, fault }: Props) {
  // Not the property: the next key may come before the field is drawn again.
  const before = useRef(value);
  before.current = value;
  const group = (event: TargetedInputEvent<HTMLInputElement>) => {
    const { currentTarget: field } = event;
    const { inputType, isComposing } = event as unknown as InputEvent;
    // What an input method is still composing is not to be touched.
    if (!isComposing) {
      const caret = field.selectionStart ?? field.value.length;
      const grouped = groupedKey({ text: field.value, caret }, before.current, inputType);
      if (grouped.text !== field.value) {
        field.value = grouped.text;
        field.setSelectionRange(grouped.caret, grouped.caret);
      }
    }
    before.current = field.value;
    onValue(field.value);
  };
  return (
    <label class="field">
      {t('typedKey')}
      <input
        type="text"
        id="typed-secret"
        name="secret"
        class="key-input"
        dir="ltr"
        autocomplete="off"
        autocapitalize="characters"
        spellcheck={false}
        maxLength={LONGEST_KEY}
        value={value}
        onInput={group}
        {...fault}
      />
    </label>
  );
}
