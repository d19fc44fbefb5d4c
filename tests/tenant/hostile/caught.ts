import type { Site } from '../exchange.ts';

/** What pages that are after codes got hold of, in words: the code itself is nobody's to print. */
export class Caught {
  readonly #things: string[] = [];

  note(place: string, value: string): void {
    this.#things.push(`${place}: ${inWords(value)}`);
  }

  all(): string[] {
    return [...this.#things];
  }

  reset(): void {
    this.#things.length = 0;
  }
}

function inWords(value: string): string {
  return /^\d+$/.test(value) ? `${value.length} digits` : `a text of ${value.length} characters`;
}

/** The site with a place to which `assets/hostile/catch.js` reports. */
export function reporting(caught: Caught, site: Site): Site {
  return (request) => {
    const { method, url, form } = request;
    if (method !== 'POST' || url.pathname !== '/caught') return site(request);
    caught.note(`${url.host}${form.get('page')} ${form.get('place')}`, form.get('value') ?? '');
    return { status: 204, headers: {}, body: '' };
  };
}

/** What a form holds that may be a code. */
export function mayBeCode(value: string): boolean {
  return /^\s*\d[\d\s-]{3,}$/.test(value);
}
