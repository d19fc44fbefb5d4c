import { describe, expect, it } from 'vitest';
import { nextChoice } from '../../../src/ui/popup/next-choice.ts';
import { accountFinding } from '../enrolment/account-finding.ts';

const a = accountFinding({ id: 'a' });
const b = accountFinding({ id: 'b', state: 'known' });
const c = accountFinding({ id: 'c', state: 'second' });

describe('nextChoice', () => {
  it.each([
    ['the one after it', [a, c], 'a', 'c'],
    ['none that is in the vault', [a, b, c], 'a', 'c'],
    ['from the top again', [a, b, c], 'c', 'a'],
    ['none where it is the only one', [a], 'a', undefined],
    ['none where all others are in the vault', [a, b], 'a', undefined],
    ['the first where it is not in the list', [a, c], 'gone', 'a'],
  ])('is %s', (_, accounts, after, next) => {
    expect(nextChoice(accounts, after)).toBe(next);
  });
});
