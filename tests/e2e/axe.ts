import axe from 'axe-core';
import type { Page, PageFunction } from './browsers/browser.ts';

/** WCAG 2.2 at level AA, and what axe recommends beyond. */
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

interface Finding {
  readonly id: string;
  readonly help: string;
  readonly nodes: readonly {
    readonly target: readonly unknown[];
    readonly failureSummary?: string;
  }[];
}

interface Axe {
  run(
    context: Document,
    options: { runOnly: readonly string[]; resultTypes: readonly string[] },
  ): Promise<{ readonly violations: readonly Finding[] }>;
}

/** Evaluated by the driver, since no page of ours lets a script from elsewhere in. */
const LOAD_AXE: PageFunction<[], void> = Object.assign(() => undefined, {
  toString: () => `() => { if (!window.axe) { ${axe.source} } }`,
});

/** What is wrong with a page for people who cannot see it well, or not use a mouse: a line for each, best none. */
export async function axeFindings(page: Page): Promise<readonly string[]> {
  await page.evaluate(LOAD_AXE);
  return page.evaluate(async (tags) => {
    const { axe: loaded } = window as unknown as { readonly axe: Axe };
    const options = { runOnly: tags, resultTypes: ['violations'] };
    const { violations } = await loaded.run(document, options);
    return violations.flatMap(({ id, help, nodes }) =>
      nodes.map(({ target, failureSummary = '' }) => {
        const why = failureSummary.replace(/^.*\n\s*/u, '').replaceAll(/\s+/gu, ' ');
        return `${id} (${help}) at ${target.join(' ')}: ${why}`;
      }),
    );
  }, TAGS);
}
