import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lookAlikes } from '../../src/origins/look-alike.ts';
import { exactOrigin } from '../../src/origins/origin.ts';
import { COMMON_HOSTS } from './common-hosts.ts';

const LOGIN = 'login.microsoftonline.com';

/** As the browser writes a host: what is not ASCII becomes punycode. */
const written = (host: string) => exactOrigin(`https://${host}`)?.host ?? `no host: ${host}`;

describe('a host is taken for', () => {
  it.each([
    // A bound host before another one.
    [LOGIN, 'login.microsoftonline.com.evil.example'],
    [LOGIN, 'microsoftonline.com.evil.example'],
    [LOGIN, 'microsoftonline.com-login.example'],
    [LOGIN, 'login.microsoftonline.com-login.example'],
    [LOGIN, 'microsoftonline-com.example'],
    [LOGIN, 'login-microsoftonline.com'],
    [LOGIN, 'loginmicrosoftonline.com'],
    [LOGIN, 'microsoftonlinelogin.com'],
    [LOGIN, 'microsoftonline.evil.example'],
    [LOGIN, 'secure-microsoftonline-login.example'],
    ['bank.example', 'bank.example.evil.test'],
    ['login.gov', 'login.gov.evil.example'],
    ['deutsche-bank.de', 'deutsche-bank-login.example'],
    ['accounts.bank.co.uk', 'bank.co.uk.evil.example'],
    ['bank.example', 'login.rn-bank.example.evil.test'],
    // Letters of other alphabets, and letters that run together.
    ['contoso.example', 'cоntoso.example'],
    ['contoso.example', 'cοntοsο.example'],
    ['contoso.example', 'çontösó.example'],
    ['apple.example', 'аррӏе.example'],
    ['scope.example', 'ѕсоре.example'],
    ['strasse.example', 'straße.example'],
    ['bahn-bonus.example', 'bahn‐bonus.example'],
    ['bit.example', 'bıt.example'],
    ['microsoft.example', 'rnicrosoft.example'],
    ['wise.example', 'vvise.example'],
    ['google.example', 'g00gle.example'],
    ['paypal.example', 'paypa1.example'],
    ['paypal.example', 'paypai.example'],
    [LOGIN, 'rnicrosoftonline.com.evil.example'],
    [LOGIN, 'login-microsoftonIine.com'],
    ['xn--mnchen-3ya.example', 'munchen.example'],
    // Typed wrong.
    ['github.com', 'gihtub.com'],
    ['github.com', 'githhub.com'],
    ['github.com', 'githb.com'],
    ['bank.example', 'bamk.example'],
    ['alice.github.io', 'aliice.github.io'],
    [LOGIN, 'login.mircosoftonlin.com'],
    // The same name elsewhere.
    ['bank.example', 'bank.test'],
    ['app.example', 'app.test'],
    ['bank.co.uk', 'bank.com'],
    ['www.bank.example', 'login.bank.test'],
    ['alice.github.io', 'alice.gitlab.io'],
    ['github.io', 'github.com'],
    // The same host, and another origin.
    ['bank.example', 'bank.example.'],
    ['bank.example.', 'bank.example'],
    ['bank.example', 'bank.example:8443'],
    ['bank.example:8443', 'bank.example:9443'],
    ['localhost', 'localhost:8443'],
    ['localhost', 'iocalhost'],
  ])('%s: %s', (bound, host) => {
    expect(lookAlikes(written(host), [bound])).toEqual([bound]);
  });

  // The browser itself makes the same host of these: there is nothing to mistake.
  it.each([
    ['full-width letters', 'ｃｏｎｔｏｓｏ.example'],
    ['an ideographic dot', 'contoso。example'],
    ['a soft hyphen', 'con\u00ADtoso.example'],
    ['capitals', 'Contoso.example'],
  ])('nothing, where %s make the host itself', (_, host) => {
    expect(written(host)).toBe('contoso.example');
    expect(lookAlikes(written(host), ['contoso.example'])).toEqual([]);
  });
});

describe('a host is not taken for', () => {
  it.each([
    ['itself', 'bank.example', 'bank.example'],
    ['itself, with a port', 'bank.example:8443', 'bank.example:8443'],
    ['another host of its owner', 'bank.example', 'www.bank.example'],
    ['its owner’s domain', 'www.bank.example', 'bank.example'],
    ['a similar host of its owner', 'login.bank.example', 'iogin.bank.example'],
    ['a port of another host of its owner', 'bank.example', 'www.bank.example:8443'],
    ['a sibling under a private suffix', 'bob.github.io', 'alice.github.io'],
    ['the private suffix itself', 'github.io', 'alice.github.io'],
    ['who has the private suffix', 'github.com', 'alice.github.io'],
    ['another host of the same purpose', 'login.gov', 'login.bank.example'],
    ['another bank', 'bank.example', 'deutsche-bank.de'],
    ['a government', 'www.gov.uk', 'www.contoso.example'],
    ['a short neighbour', 'dhl.de', 'dhs.de'],
    ['an address', '10.0.0.1', '10.0.0.2'],
    ['an address with another port', '10.0.0.1', '10.0.0.1:8443'],
    ['an address of version 6', '[::1]', '[::1]:8443'],
    ['a host, as an address', 'bank.example', '10.0.0.1'],
    ['nothing', '', 'bank.example'],
    ['one of two letters more wrong', 'github.com', 'gitlab.com'],
    ['one that three letters make another', 'microsoft.com', 'macrosord.net'],
  ])('%s', (_, bound, host) => {
    expect(lookAlikes(host, [bound])).toEqual([]);
  });

  it('anything, where nothing is bound or the host is none', () => {
    expect(lookAlikes('bank.example', [])).toEqual([]);
    expect(lookAlikes('', ['bank.example', ''])).toEqual([]);
  });
});

it('names each of several, in their order', () => {
  const bound = [
    'bank.test',
    'contoso.example',
    'bank.example',
    'www.bank.org',
    'bank.example:8443',
  ];
  expect(lookAlikes('bank.example', bound)).toEqual([
    'bank.test',
    'www.bank.org',
    'bank.example:8443',
  ]);
});

it('does not cry wolf: of all pairs of hosts that people sign in to, these alone look alike', () => {
  const pairs = COMMON_HOSTS.flatMap((host) =>
    lookAlikes(host, COMMON_HOSTS).map((bound) => `${host} for ${bound}`),
  );
  expect(COMMON_HOSTS.length).toBe(241);
  // 1 of 57,840, and it does carry the other's name; both belong to Microsoft.
  expect(pairs).toEqual(['login.microsoftonline.com for mysignins.microsoft.com']);
}, 60_000);

describe('whatever the host', () => {
  const label = fc.stringMatching(/^[a-z][a-z\d]{3,12}$/u);
  const host = fc.tuple(label, label).map(([name, suffix]) => `${name}.${suffix}`);

  it('is never taken for itself or for its own sub-domain', () => {
    fc.assert(
      fc.property(host, label, (name, sub) => {
        expect(lookAlikes(name, [name, `${sub}.${name}`])).toEqual([]);
        expect(lookAlikes(`${sub}.${name}`, [name])).toEqual([]);
      }),
    );
  });

  it('is seen where it stands before another one', () => {
    fc.assert(
      fc.property(host, label, (name, sub) => {
        expect(lookAlikes(`${sub}.${name}.evil.example`, [name])).toEqual([name]);
      }),
    );
  });

  it('is answered: what a page calls itself throws nothing', () => {
    const any = fc.oneof(
      fc.string(),
      fc.webAuthority(),
      fc.string().map((text) => `xn--${text}`),
    );
    fc.assert(
      fc.property(any, fc.array(any, { maxLength: 4 }), (name, bound) => {
        expect(bound).toEqual(expect.arrayContaining(lookAlikes(name, bound)));
      }),
    );
  });
});
