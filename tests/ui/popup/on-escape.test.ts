import { expect, it, vi } from 'vitest';
import { onEscape } from '../../../src/ui/popup/on-escape.ts';

const press = (key: string, defaultPrevented = false) => {
  const leave = vi.fn();
  const preventDefault = vi.fn();
  const event: Pick<KeyboardEvent, 'key' | 'defaultPrevented' | 'preventDefault'> = {
    key,
    defaultPrevented,
    preventDefault,
  };
  onEscape(leave)(event);
  return { left: leave.mock.calls.length > 0, kept: preventDefault.mock.calls.length > 0 };
};

it('leaves by Escape, and keeps the popup open', () => {
  expect(press('Escape')).toEqual({ left: true, kept: true });
});

it('does nothing for another key, nor where a search was cleared by it', () => {
  expect(press('Enter')).toEqual({ left: false, kept: false });
  expect(press('Escape', true)).toEqual({ left: false, kept: false });
});
