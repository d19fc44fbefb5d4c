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
    ['an IP address of version 4', 'https://192.0.2.7/', '192.0.2.7'],
    ['a prefix', 'https://login-contoso.example/', 'login-contoso.example'],
    ['another suffix', 'https://contoso.test/', 'contoso.test'],
    ['user information and a port', 'https://contoso.example:443@evil.example/', 'evil.example'],
    ['a backslash before it', 'https://evil.example\\@contoso.example/', 'evil.example'],
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

describe('origins that are not one', () => {
  const BOUND = exactOrigin('https://alice.github.io/')?.origin;

  // shared/THREATS.md, "Look-alike origin".
  it.each([
    ['a sibling under a shared suffix', 'https://bob.github.io/'],
    ['the shared suffix', 'https://github.io/'],
    ['a sub-domain', 'https://www.alice.github.io/'],
    ['the suffix trick', 'https://alice.github.io.evil.example/'],
    ['an IDN', 'https://аlice.github.io/'],
    ['user information', 'https://alice.github.io@evil.example/'],
    ['a port', 'https://alice.github.io:8443/'],
    ['a trailing dot', 'https://alice.github.io./'],
    ['http', 'http://alice.github.io/'],
    ['its IP address', 'https://185.199.108.153/'],
  ])('%s', (_, address) => {
    expect(exactOrigin(address)?.origin).not.toBe(BOUND);
  });

  it.each([
    ['full-width letters', 'https://ａlice.github.io/'],
    ['an ideographic dot', 'https://alice。github.io/'],
    ['escaped letters', 'https://%61lice.github.io/'],
    ['the port that https has anyway', 'https://alice.github.io:443/'],
  ])('but %s make the same one, in the browser as well', (_, address) => {
    expect(exactOrigin(address)?.origin).toBe(BOUND);
  });
});
