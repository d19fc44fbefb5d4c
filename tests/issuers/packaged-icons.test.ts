import { describe, expect, it } from 'vitest';
import { BRANDS } from '../../src/issuers/brands.ts';
import { drawIcon } from '../../src/issuers/draw-icon.ts';
import { packagedIcons } from '../../src/issuers/packaged-icons.ts';

describe('the packaged icons', () => {
  it('are there for every brand: drawings that load nothing and run nothing', {
    timeout: 60_000,
  }, () => {
    const files = packagedIcons();
    expect(files.map(({ relativeDest }) => relativeDest)).toEqual(
      BRANDS.map(({ slug }) => `issuers/${slug}.svg`),
    );
    for (const { contents, relativeDest } of files) {
      expect(contents, relativeDest).toMatch(
        /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" viewBox="-6 -6 36 36">/u,
      );
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
  ])('draw on #%s in %s', (hex, ink) => {
    expect(drawIcon('M0 0h24v24z', hex)).toContain(`fill="${ink}" d="M0 0`);
  });
});
