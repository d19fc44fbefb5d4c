import { expect, it, vi } from 'vitest';
import { getMessage } from './messages.ts';

vi.mock('wxt/browser', () => ({ browser: { i18n: { getMessage } } }));

const { inTurn } = await import('../../src/ui/sentences.ts');

it.each([
  [[], ''],
  [['One.'], 'One.'],
  [['One.', 'Two.', 'Three.'], 'One. Two. Three.'],
  [['', 'One.', '', 'Two.'], 'One. Two.'],
])('%j are said in turn', (sentences, said) => {
  expect(inTurn(...sentences)).toBe(said);
});
