import { readFileSync } from 'node:fs';
import { isNoSubstitutionTemplateLiteral, isStringLiteral } from 'typescript/unstable/ast/is';
import { beforeAll, describe, expect, it } from 'vitest';
import { MESSAGES } from './messages.ts';
import { nodesOf, readSources } from './sources.ts';

/** The whole of our source is read; in milliseconds. */
const READING_MS = 60_000;

const KEYS = Object.keys(MESSAGES);
/** `tn` asks for these by what stands before the form. */
const FORM = /_(?:one|other)$/u;

const MANIFEST = readFileSync(new URL('../../wxt.config.ts', import.meta.url), 'utf8');

describe('the messages of the interface', () => {
  /** Every text that our source holds as a whole: keys among them. */
  let literals: ReadonlySet<string>;
  beforeAll(() => {
    const isLiteral = (node: Parameters<typeof isStringLiteral>[0]) =>
      isStringLiteral(node) || isNoSubstitutionTemplateLiteral(node);
    const found = readSources().flatMap(({ tree }) =>
      Array.from(nodesOf(tree)).flatMap((node) => (isLiteral(node) ? [node.text] : [])),
    );
    literals = new Set(found);
  }, READING_MS);

  it('are all there', () => {
    // Those that our code asks for are: their types see to it.
    const named = Array.from(MANIFEST.matchAll(/__MSG_(\w+)__/gu), ([, key]) => key ?? '');
    expect(named.length).toBeGreaterThan(3);
    expect(named.filter((key) => !Object.hasOwn(MESSAGES, key))).toEqual([]);
  });

  it('are all used', () => {
    const unused = KEYS.filter(
      (key) => !literals.has(key.replace(FORM, '')) && !MANIFEST.includes(`__MSG_${key}__`),
    );
    expect(unused).toEqual([]);
  });

  it('have both forms that English has of a count', () => {
    const forms = KEYS.filter((key) => FORM.test(key)).map((key) => key.replace(FORM, ''));
    const complete = new Set(forms);
    expect(forms.length).toBe(2 * complete.size);
    // Else it would not be clear which of them is meant.
    expect(KEYS.filter((key) => complete.has(key))).toEqual([]);
  });

  it.each(KEYS)('%s says something, and tells translators what it is', (key) => {
    const { message, description } = MESSAGES[key] ?? { message: '', description: '' };
    expect(message.trim()).not.toBe('');
    expect(message).toBe(message.trim());
    expect(description.trim()).not.toBe('');
  });

  it.each(KEYS)('%s explains each of its places to translators', (key) => {
    const { message, description } = MESSAGES[key] ?? { message: '', description: '' };
    const places = new Set(message.match(/\$\d/gu));
    // That of the count, which the form for one need not write.
    if (key.endsWith('_one')) places.add('$1');
    // Counted from 1, without a gap.
    expect([...places].sort()).toEqual(
      Array.from({ length: places.size }, (_, index) => `$${index + 1}`),
    );
    for (const place of places) expect(description).toContain(place);
  });
});
