const ESCAPES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text that is HTML already. Only `html` makes it, so that nothing goes unescaped by oversight. */
class Html {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

export type { Html };

type Value = string | number | undefined | Html | readonly Html[];

/** Template tag: every value put in is escaped, unless it was made by `html` itself. */
export function html(parts: TemplateStringsArray, ...values: readonly Value[]): Html {
  const text = parts.map((part, index) => part + render(values[index])).join('');
  return new Html(text);
}

/** A statement `$Config={…};` for an inline script: JSON in which no tag can end the script. */
export function inlineConfig(config: object): Html {
  return new Html(`$Config=${JSON.stringify(config).replaceAll('<', '\\u003c')};`);
}

function render(value: Value): string {
  if (value === undefined) return '';
  if (value instanceof Html) return value.text;
  if (typeof value === 'object') return value.map(render).join('');
  return String(value).replace(/[&<>"']/g, (character) => ESCAPES[character] ?? '');
}
