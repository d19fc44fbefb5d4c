import { expect, it } from 'vitest';
import { hostsOf } from '../../../../src/ui/manager/accounts/hosts-of.ts';

it.each([
  ['https://shop.example', 'shop.example'],
  ['https://shop.example:8443', 'shop.example:8443'],
  ['https://xn--bcher-kva.example', 'xn--bcher-kva.example'],
  // As the browser writes it: a look-alike is seen to be one.
  ['https://bücher.example', 'xn--bcher-kva.example'],
  ['https://[', 'https://['],
])('%s is at %s', (origin, host) => {
  expect(hostsOf([origin])).toEqual([host]);
});
