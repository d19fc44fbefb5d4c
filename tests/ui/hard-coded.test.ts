import { globSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { hardCoded } from './hard-coded.ts';
import { readSources, readTexts } from './sources.ts';

/** The whole of our source is read; in milliseconds. */
const READING_MS = 60_000;

/** What may say something by itself, and why. */
const EXCEPTIONS: ReadonlyMap<string, string> = new Map([
  ['src/ui/kit/kit-page.tsx', 'shows the components to us, in development builds only'],
]);

it('nothing in the interface is said past the messages', { timeout: READING_MS }, () => {
  const sources = readSources();
  expect(sources.length).toBeGreaterThan(300);
  const found = sources
    .map((source) => ({ path: source.path, texts: hardCoded(source) }))
    .filter(({ texts }) => texts.length > 0);
  expect(found.filter(({ path }) => !EXCEPTIONS.has(path))).toEqual([]);
  expect(found.map(({ path }) => path).sort()).toEqual([...EXCEPTIONS.keys()]);
});

it('pages hold no words before their scripts have run, but our name', () => {
  const pages = globSync('entrypoints/*/index.html');
  expect(pages.length).toBeGreaterThan(3);
  for (const page of pages) {
    const words = readFileSync(page, 'utf8').replace(/<!--.*?-->|<[^>]*>|\bCountersign\b/gsu, '');
    expect(words, page).not.toMatch(/\p{L}/u);
  }
});

const SAID = [
  ['text of an element', '<p>Hello</p>', 'Hello'],
  ['text in an expression', "<p>{open ? 'Hello' : other}</p>", 'Hello'],
  ['text behind a condition', "<p>{open && 'Hello'}</p>", 'Hello'],
  ['text in the place of another', "<p>{name ?? 'Hello'}</p>", 'Hello'],
  ['text put together', `<p>{\`\${count} codes\`}</p>`, 'codes'],
  ['text of a fragment', '<>{"Hello"}</>', 'Hello'],
  ['a name', '<button aria-label="Hello" />', 'Hello'],
  ['a name in an expression', "<Menu label={open ? 'Hello' : other} />", 'Hello'],
  ['a property', "element.textContent = 'Hello'", 'Hello'],
  ['an attribute that is set', "element.setAttribute('aria-label', 'Hello')", 'Hello'],
  ['an option that the browser shows', "create({ title: 'Hello' })", 'Hello'],
  ['what is said', "say('Hello')", 'Hello'],
] as const;

it('every way to say something past them is found', { timeout: READING_MS }, () => {
  const found = readTexts(SAID.map(([, code]) => code)).map(hardCoded);
  expect(SAID.map(([way], index) => [way, found[index]])).toEqual(
    SAID.map(([way, , text]) => [way, [text]]),
  );
});

const UNSAID = [
  ['a message', "<p title={t('managerTitle')}>{t('extensionName')}</p>"],
  ['a message by its key', "create({ title: 'extensionName' })"],
  ['signs', '<p title="…">{"+"} · </p>'],
  ['a comparison', "<p>{state === 'open' && <b />}</p>"],
  ['what nobody reads', `<p class="quiet" data-state="open" role="status" id={\`row-\${id}\`} />`],
] as const;

it('what says nothing is not', { timeout: READING_MS }, () => {
  const found = readTexts(UNSAID.map(([, code]) => code)).map(hardCoded);
  expect(found).toEqual(UNSAID.map(() => []));
});
