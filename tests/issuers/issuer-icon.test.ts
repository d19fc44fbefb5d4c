import { describe, expect, it } from 'vitest';
import { BRANDS } from '../../src/issuers/brands.ts';
import { issuerIcon } from '../../src/issuers/issuer-icon.ts';

describe('issuerIcon', () => {
  it.each([
    ['GitHub', 'github'],
    ['github.com', 'github'],
    ['GITHUB, Inc.', 'github'],
    ['Battle.net', 'battledotnet'],
    ['battle net', 'battledotnet'],
    ['Google account', 'google'],
    ['Tutanota', 'tuta'],
    ['Électronic Arts', 'ea'],
  ])('knows "%s"', (issuer, slug) => {
    expect(issuerIcon(issuer, [])).toBe(slug);
  });

  it.each(['', 'Contoso', 'GitHub Enterprise at Contoso', 'git hub lab', 'Microsoft', '—'])(
    'knows nothing of "%s"',
    (issuer) => {
      expect(issuerIcon(issuer, [])).toBeUndefined();
    },
  );

  it('goes by a bound host where the name says nothing, and by that host alone', () => {
    expect(issuerIcon('My code', ['https://intranet.example', 'https://github.com'])).toBe(
      'github',
    );
    expect(issuerIcon('My code', ['https://github.com.evil.example'])).toBeUndefined();
    expect(issuerIcon('My code', ['https://github.xyz'])).toBeUndefined();
    expect(issuerIcon('My code', ['https://sub.github.com'])).toBeUndefined();
  });

  it('goes by the name first', () => {
    expect(issuerIcon('GitLab', ['https://github.com'])).toBe('gitlab');
  });
});

describe('the brands', () => {
  it('share no name and no host', () => {
    const names = BRANDS.flatMap(({ slug, names: more = [] }) => [slug, ...more]);
    const hosts = BRANDS.flatMap(({ hosts: all = [] }) => all);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
    expect(hosts.filter((host, index) => hosts.indexOf(host) !== index)).toEqual([]);
    for (const name of names) expect(name).toMatch(/^[a-z\d]+$/u);
  });
});
