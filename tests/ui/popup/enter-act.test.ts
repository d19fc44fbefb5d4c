import { expect, it } from 'vitest';
import { enterAccount, enterAct } from '../../../src/ui/popup/enter-act.ts';
import { boundAccount, signInHere } from './sign-in-here.ts';

const timed = boundAccount({ id: 'a' });

it.each([
  ['copies', signInHere({}), false, 'copy'],
  ['shows a hidden code first', signInHere({}), true, 'show'],
  [
    'fills where the page waits for its code',
    signInHere({ wants: 'code', accounts: [timed] }),
    false,
    'fill',
  ],
  ['fills without showing', signInHere({ wants: 'code', accounts: [timed] }), true, 'fill'],
  [
    'copies where another account fits',
    signInHere({ wants: 'code', accounts: [{ ...timed, fits: false }] }),
    false,
    'copy',
  ],
  [
    'copies once the code is filled in',
    signInHere({ wants: 'code', state: 'filled', accounts: [timed] }),
    false,
    'copy',
  ],
  ['copies where nothing is wanted', signInHere({ accounts: [timed] }), false, 'copy'],
] as const)('%s', (_, signIn, isHidden, act) => {
  expect(enterAct(timed, signIn, isHidden)).toBe(act);
});

it('uses up no code of a counter', () => {
  const counter = boundAccount({ id: 'c', type: 'hotp', period: undefined });
  expect(enterAct(counter, signInHere({}), false)).toBe('go');
});

it('is about the first that was found', () => {
  const other = boundAccount({ id: 'b' });
  const waiting = signInHere({ wants: 'code', accounts: [other] });
  expect(enterAccount(waiting, 'a', [timed, other])).toBe(timed);
  expect(enterAccount(signInHere({ accounts: [other] }), '', [timed])).toBe(timed);
  expect(enterAccount(waiting, 'nobody', [])).toBeUndefined();
});

it('is about the account that the page waits for, as long as nothing is typed', () => {
  const other = boundAccount({ id: 'b' });
  expect(enterAccount(signInHere({ wants: 'code', accounts: [other] }), '', [timed])).toBe(other);
});
