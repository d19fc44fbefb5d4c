import { formatCode } from '../accounts/format-code.ts';
import { t } from '../i18n.ts';

interface Props {
  /** Undefined while there is none: dots keep its place. */
  readonly code: string | undefined;
  /** The user hides his codes from those who look over his shoulder. */
  readonly hidden?: boolean;
  /** How many characters are expected where there is no code. */
  readonly length?: number;
}

/** A code, in groups that are read without losing the place. Its size is that of the text around it. */
export function Code({ code, hidden = false, length = 6 }: Props) {
  if (code !== undefined && !hidden) {
    return (
      <span class="code" dir="ltr">
        {formatCode(code)}
      </span>
    );
  }
  const dots = (hidden ? '•' : '·').repeat(code?.length ?? length);
  return (
    <span class="code" dir="ltr" data-hidden>
      <span aria-hidden="true">{formatCode(dots)}</span>
      {hidden && <span class="visually-hidden">{t('codeHidden')}</span>}
    </span>
  );
}
