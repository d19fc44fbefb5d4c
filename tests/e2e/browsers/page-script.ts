import type { PageFunction } from './browser.ts';

/** What a function threw in the page: its message is the page's. */
class PageError extends Error {
  override readonly name = 'PageError';
}

/**
 * A function and its arguments as one expression. Both browsers evaluate it to a promise of text, which
 * `readOutcome` understands: so results and errors cross the wire the same way.
 */
export function pageScript<Args extends readonly unknown[], Result>(
  fn: PageFunction<Args, Result>,
  args: Args,
): string {
  return `(async () => {
    try {
      return JSON.stringify({ value: await ${call(fn, args)} });
    } catch (error) {
      return JSON.stringify({ error: String(error) });
    }
  })()`;
}

/** The same as a plain expression, for scripts of which nobody reads the result. */
export function call<Args extends readonly unknown[], Result>(
  fn: PageFunction<Args, Result>,
  args: Args,
): string {
  return `(${fn.toString()})(${args.map(literal).join(', ')})`;
}

/** An argument may be a function too: then it is sent as text like the one it is given to. */
function literal(arg: unknown): string {
  return typeof arg === 'function' ? `(${arg.toString()})` : (JSON.stringify(arg) ?? 'undefined');
}

export function readOutcome<Result>(text: unknown): Result {
  const outcome: unknown = typeof text === 'string' ? JSON.parse(text) : undefined;
  if (typeof outcome !== 'object' || outcome === null) {
    // The document went away under the script: then there is no answer.
    throw new Error(`The page gave no answer, but ${String(text)}`);
  }
  if ('error' in outcome) throw new PageError(String(outcome.error));
  // The caller's function has this type; only JSON lies in between (`PageFunction`).
  return ('value' in outcome ? outcome.value : undefined) as Result;
}
