import { existsSync } from 'node:fs';
import { expect, it, vi } from 'vitest';

const setIcon = vi.fn(async (_: { path: Record<string, string>; tabId?: number }) => {});
vi.mock('wxt/browser', () => ({ browser: { action: { setIcon } } }));

const { showIcon } = await import('../../src/toolbar/icon.ts');

it.each(['open', 'locked', 'asking'] as const)('%s has its pictures', async (state) => {
  await showIcon(state);
  const paths = Object.entries(setIcon.mock.lastCall?.[0].path ?? {});
  expect(paths.map(([size]) => size)).toEqual(['16', '32', '48']);
  for (const [size, path] of paths) {
    expect(path).toMatch(new RegExp(`/${size}\\.png$`));
    expect(existsSync(new URL(`../../public${path}`, import.meta.url))).toBe(true);
  }
});

it('shows it everywhere, or in one tab', async () => {
  await showIcon('locked');
  expect(setIcon.mock.lastCall?.[0]).not.toHaveProperty('tabId');
  await showIcon('asking', 7);
  expect(setIcon.mock.lastCall?.[0]).toMatchObject({ tabId: 7 });
});
