import { expect, it, vi } from 'vitest';
import { say, toast } from '../../../src/ui/kit/toast-queue.ts';

it('says the last that was done, with its way back', () => {
  const undo = vi.fn();
  say('Pinned.');
  say('3 accounts are in the recycle bin.', { undo });
  expect(toast.value).toMatchObject({ sentence: '3 accounts are in the recycle bin.', undo });
});

it('says the same again as something new, so that it is read out again', () => {
  say('Copied.');
  const first = toast.value;
  say('Copied.');
  expect(toast.value?.id).not.toBe(first?.id);
});
