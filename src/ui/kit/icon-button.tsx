import type { LucideIcon } from 'lucide-preact';
import type { ButtonHTMLAttributes } from 'preact';

interface Props extends Omit<ButtonHTMLAttributes, 'icon' | 'disabled' | 'onClick' | 'title'> {
  /** Its name: told to screen readers, and shown to a pointer that rests on it. */
  readonly label: string;
  readonly icon: LucideIcon;
  readonly onClick?: (event: MouseEvent) => void;
  /** Of a button that stays down; left out where it is none. */
  readonly pressed?: boolean;
  /** It does nothing, but keeps the focus: nobody loses his place. */
  readonly disabled?: boolean;
}

/** A button that is an icon. */
export function IconButton({ label, icon: Icon, pressed, disabled, onClick, ...rest }: Props) {
  return (
    <button
      type="button"
      {...rest}
      class={`icon-button ${rest.class ?? ''}`}
      aria-label={label}
      title={label}
      aria-pressed={pressed}
      aria-disabled={disabled || undefined}
      onClick={(event) => !disabled && onClick?.(event)}
    >
      <Icon />
    </button>
  );
}
