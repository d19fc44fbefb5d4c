import { expect, it, vi } from 'vitest';
import { getMessage } from '../messages.ts';
import { siteHere } from './sign-in-here.ts';

vi.mock('wxt/browser', () => ({ browser: { i18n: { getMessage } } }));

const { bindWarnings } = await import('../../../src/ui/popup/bind-warnings.ts');

it('are none for a site that is like no other', () => {
  expect(bindWarnings(siteHere(), [], { kind: 'other' })).toEqual([]);
});

it('name each host that it is like, in full and as it reads', () => {
  const lookAlikes = [{ host: 'github.com' }, { host: 'xn--gthub-n4a.com', unicode: 'gıthub.com' }];
  expect(bindWarnings(siteHere(), lookAlikes, { kind: 'other' })).toEqual([
    'This is not github.com, which you use already. Look at the letters.',
    'This is not xn--gthub-n4a.com (reads as gıthub.com), which you use already. Look at the letters.',
  ]);
});

it.each(['work', 'guest', 'personal'] as const)(
  'tell that an account of Microsoft (%s) belongs to no other site',
  (kind) => {
    expect(bindWarnings(siteHere(), [], { kind })).toEqual([expect.stringMatching(/Microsoft/u)]);
    expect(bindWarnings(siteHere({ isMicrosoft: true }), [], { kind })).toEqual([]);
  },
);
