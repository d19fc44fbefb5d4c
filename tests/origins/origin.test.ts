import { describe, expect, it } from 'vitest';
import { exactOrigin } from '../../src/origins/origin.ts';

describe('exactOrigin', () => {
  it.each([
    ['https://contoso.example', 'https://contoso.example'],
    ['https://contoso.example/a?b#c', 'https://contoso.example'],
    ['HTTPS://CONTOSO.example/', 'https://contoso.example'],
    ['https://contoso.example:443/', 'https://contoso.example'],
    ['https://alex:word@contoso.example/', 'https://contoso.example'],
  ])('of %s is %s', (address, origin) => {
    expect(exactOrigin(address)).toEqual({ origin, host: 'contoso.example' });
  });

  it.each([
    ['a port', 'https://contoso.example:8443/', 'contoso.example:8443'],
    ['a trailing dot', 'https://contoso.example./', 'contoso.example.'],
    ['a sub-domain', 'https://www.contoso.example/', 'www.contoso.example'],
    ['a suffix', 'https://contoso.example.evil.example/', 'contoso.example.evil.example'],
    ['user information', 'https://contoso.example@evil.example/', 'evil.example'],
    ['an IDN, as punycode', 'https://cоntoso.example/', 'xn--cntoso-wqf.example'],
    ['an IP address', 'https://[::1]/', '[::1]'],
  ])('with %s is another one', (_, address, host) => {
    expect(exactOrigin(address)).toEqual({ origin: `https://${host}`, host });
  });

  it.each([
    undefined,
    '',
    'contoso.example',
    '//contoso.example',
    'http://contoso.example/',
    'ftp://contoso.example/',
    'file:///contoso.example',
    'about:blank',
    'data:text/html,https://contoso.example',
    'blob:https://contoso.example/0f9a1c1e-6f6e-4e0c-9d0a-2b3c4d5e6f70',
    'javascript:https://contoso.example',
    'chrome-extension://countersign/popup.html',
    'https://',
    'https://contoso.example:99999/',
  ])('there is none of %j', (address) => {
    expect(exactOrigin(address)).toBeUndefined();
  });
});
