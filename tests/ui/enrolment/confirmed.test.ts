import { describe, expect, it } from 'vitest';
import { choiceOf, confirmedAs } from '../../../src/ui/enrolment/confirmed.ts';
import { accountFinding } from './account-finding.ts';

const finding = accountFinding();

describe('confirmedAs', () => {
  it('leaves names that nobody has changed to the background', () => {
    expect(confirmedAs(finding, choiceOf(finding))).toEqual({
      findingId: 'one',
      accountKind: 'work',
    });
  });

  it.each(['issuer', 'account', 'organisation'] as const)(
    'gives all names with a new %s',
    (name) => {
      const choice = choiceOf(finding);
      const names = { ...choice.names, [name]: 'another' };
      expect(confirmedAs(finding, { ...choice, names })).toMatchObject({ names });
    },
  );

  it('gives the kind that was chosen', () => {
    expect(confirmedAs(finding, { ...choiceOf(finding), accountKind: 'guest' })).toMatchObject({
      accountKind: 'guest',
    });
  });
});
