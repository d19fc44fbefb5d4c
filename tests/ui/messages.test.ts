import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { MESSAGES } from './messages.ts';

const ROOT = new URL('../../', import.meta.url);
const SOURCES = globSync(['src/**/*.{ts,tsx}', 'entrypoints/**/*.{ts,tsx,html}', 'wxt.config.ts'], {
  cwd: ROOT,
}).map((path) => ({ path, text: readFileSync(new URL(path, ROOT), 'utf8') }));

const KEYS = Object.keys(MESSAGES);

const matches = (pattern: RegExp) =>
  SOURCES.flatMap(({ text }) => Array.from(text.matchAll(pattern), ([, found]) => found ?? ''));

/** The first argument of `t`, or both where it is chosen by a condition. */
const CALLS = [
  ...matches(/\b(?:t|localizeDocument)\(\s*'(\w+)'/gu),
  ...matches(/\bt\([^()'?]*(?:'\w+')?\s*\?\s*'(\w+)'\s*:/gu),
  ...matches(/\bt\([^()'?]*(?:'\w+')?\s*\?\s*'\w+'\s*:\s*'(\w+)'/gu),
  ...matches(/__MSG_(\w+)__/gu),
];

describe('the messages of the interface', () => {
  it('are all there', () => {
    expect(CALLS.length).toBeGreaterThan(20);
    expect([...new Set(CALLS)].filter((key) => !Object.hasOwn(MESSAGES, key))).toEqual([]);
  });

  it('are all used', () => {
    const unused = KEYS.filter(
      (key) =>
        !SOURCES.some(({ text }) => text.includes(`'${key}'`) || text.includes(`__MSG_${key}__`)),
    );
    expect(unused).toEqual([]);
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
    // Counted from 1, without a gap.
    expect([...places].sort()).toEqual(
      Array.from({ length: places.size }, (_, index) => `$${index + 1}`),
    );
    for (const place of places) expect(description).toContain(place);
  });
});

it('the description fits where Chrome shows it: 132 characters', () => {
  expect(MESSAGES['extensionDescription']?.message.length).toBeLessThanOrEqual(132);
});
