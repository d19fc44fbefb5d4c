import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { spellHost } from '../../src/origins/host-spelling.ts';
import { exactOrigin } from '../../src/origins/origin.ts';

describe('spellHost', () => {
  it.each([
    ['a Cyrillic letter', 'xn--cntoso-wqf.example', 'cоntoso.example'],
    ['German letters', 'xn--mnchen-3ya.example', 'münchen.example'],
    ['an international suffix', 'xn--e1afmkfd.xn--p1ai', 'пример.рф'],
    ['a sub-domain', 'xn--e1afmkfd.bank.example', 'пример.bank.example'],
    ['a port', 'xn--e1afmkfd.xn--p1ai:8443', 'пример.рф:8443'],
    ['a trailing dot', 'xn--e1afmkfd.xn--p1ai.', 'пример.рф.'],
    ['what lies outside of the basic plane', 'xn--ho8h.example', '🐙.example'],
  ])('reads %s and keeps the punycode', (_, host, unicode) => {
    expect(spellHost(host)).toEqual({ ascii: host, unicode });
  });

  it.each([
    ['nothing but ASCII', 'login.microsoftonline.com'],
    ['a port', 'bank.example:8443'],
    ['an IP address', '[::1]:8443'],
    ['what only begins like punycode within a label', 'ab-xn--cd.example'],
    ['nothing', ''],
    ['punycode that is cut off', 'xn--.example'],
    ['punycode that is none', 'xn--99999999.example'],
    ['punycode of ASCII alone', 'xn--bank-.example'],
    ['a dot that parts no labels', 'xn--abc-9y3b.example'],
    ['a mark of direction', 'xn--bank-yd7a.example'],
  ])('of %s has no reading', (_, host) => {
    expect(spellHost(host)).toEqual({ ascii: host, unicode: undefined });
  });

  it('is lower case', () => {
    expect(spellHost('XN--CNTOSO-WQF.Example')).toEqual({
      ascii: 'xn--cntoso-wqf.example',
      unicode: 'cоntoso.example',
    });
  });

  it('reads what the browser has written: written again, it is the same host', () => {
    const written = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
      .map((name) => exactOrigin(`https://${name}.example/`)?.host)
      .filter((host) => host !== undefined);
    fc.assert(
      fc.property(written, (host) => {
        const { ascii, unicode } = spellHost(host);
        expect(ascii).toBe(host);
        expect(exactOrigin(`https://${unicode ?? host}/`)?.host).toBe(host);
      }),
    );
  });
});
