import { describe, expect, it } from 'vitest';
import { ENROLMENT_HOSTS, SIGN_IN_HOSTS } from '../../src/origins/microsoft.ts';
import { RELYING_PARTY_ID } from '../../src/passkey/relying-party.ts';
import { isOwnPage, OWN_PATTERNS, sitePatterns } from '../../src/sites/site-patterns.ts';

const OWN_HOSTS = [...ENROLMENT_HOSTS, ...SIGN_IN_HOSTS, RELYING_PARTY_ID];

describe('sitePatterns', () => {
  it.each<[string, string[], string[]]>([
    ['nothing', [], []],
    ['a host', ['https://bank.example/*'], ['https://bank.example/*']],
    [
      'several, in order and once each',
      ['https://shop.example/*', 'https://bank.example/*', 'https://shop.example/*'],
      ['https://bank.example/*', 'https://shop.example/*'],
    ],
    ['all hosts of a domain', ['https://*.bank.example/*'], ['https://*.bank.example/*']],
    ['any scheme', ['*://bank.example/*'], ['https://bank.example/*']],
    ['a port (Chrome)', ['https://bank.example:8443/*'], ['https://bank.example:8443/*']],
    ['one page', ['https://bank.example/login'], ['https://bank.example/*']],
    ['no https', ['http://bank.example/*', 'file:///*', 'ws://bank.example/*'], []],
    ['no pattern', ['bank.example', '', 'https:'], []],
    ['all of https', ['https://*/*', 'https://bank.example/*'], ['https://*/*']],
    ['all of the web', ['*://*/*'], ['https://*/*']],
    ['everything', ['https://bank.example/*', '<all_urls>'], ['https://*/*']],
    ['our own hosts', OWN_HOSTS.map((host) => `https://${host}/*`), []],
    ['one beside our own', [...OWN_PATTERNS, 'https://bank.example/*'], ['https://bank.example/*']],
  ])('of %s', (_, reach, patterns) => {
    expect(sitePatterns(reach)).toEqual(patterns);
  });
});

describe('our own hosts', () => {
  it('are those of the manifest', () => {
    expect(OWN_PATTERNS).toEqual(OWN_HOSTS.map((host) => `https://${host}/*`));
  });

  it.each([
    ['https://login.microsoftonline.com/common', true],
    ['https://mysignins.microsoft.com/security-info', true],
    ['https://countersign.invalid/', true],
    ['https://login.microsoftonline.com:8443/', true],
    ['https://www.login.microsoftonline.com/', false],
    ['https://bank.example/?https://login.microsoftonline.com/', false],
    ['about:blank', false],
    ['', false],
  ])('%j: %s', (address, own) => {
    expect(isOwnPage(address)).toBe(own);
  });
});
