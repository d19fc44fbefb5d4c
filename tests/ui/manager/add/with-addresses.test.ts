import { toChildArray } from 'preact';
import { expect, it } from 'vitest';
import { WithAddresses } from '../../../../src/ui/manager/add/with-addresses.tsx';

/** The parts of a sentence; those that have a direction of their own with it. */
const partsOf = (text: string) =>
  toChildArray(WithAddresses({ text }).props.children).map((part) =>
    typeof part === 'object' ? [part.type, part.props] : part,
  );

it('gives each address its own direction, and leaves the rest as it is', () => {
  const address = (children: string) => ['bdi', { dir: 'ltr', children }];
  expect(partsOf('يبدأ بـ otpauth:// أو otpauth-migration://، ثم')).toEqual([
    'يبدأ بـ ',
    address('otpauth://'),
    ' أو ',
    address('otpauth-migration://'),
    '، ثم',
  ]);
  expect(partsOf('No address: none')).toEqual(['No address: none']);
});
