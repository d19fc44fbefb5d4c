import { describe, expect, it } from 'vitest';
import { BRANDS } from '../../src/issuers/brands.ts';
import { drawIcon } from '../../src/issuers/draw-icon.ts';
import { issuerIconPath } from '../../src/issuers/issuer-icon-path.ts';
import { packagedIcons } from '../../src/issuers/packaged-icons.ts';

describe('the packaged icons', () => {
  it('are there for every brand: drawings that load nothing and run nothing', {
    timeout: 60_000,
  }, () => {
    const files = packagedIcons();
    const views = files.flatMap(({ relativeDest, contents }) =>
      Array.from(contents.matchAll(/<view id="(\w+)"/gu), ([, id]) => `${relativeDest}#${id}`),
    );
    expect(views.sort()).toEqual(BRANDS.map(({ slug }) => issuerIconPath(slug)).sort());
    for (const { contents, relativeDest } of files) {
      expect(contents.replace('http://www.w3.org/2000/svg', ''), relativeDest).not.toMatch(
        /script|href|url|:|on\w+=/u,
      );
    }
  });

  it.each([
    ['000000', '#fff'],
    ['181717', '#fff'],
    ['FFFFFF', '#000'],
    ['FFFC00', '#000'],
    ['0A66C2', '#fff'],
    ['4285F4', '#fff'],
  ])('draw on #%s in %s', (hex, ink) => {
    expect(drawIcon('M0 0h24v24z', hex)).toContain(`fill="${ink}" transform`);
  });
});
