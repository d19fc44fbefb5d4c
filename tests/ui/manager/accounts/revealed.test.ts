import fc from 'fast-check';
import jsQR from 'jsqr';
import { describe, expect, it } from 'vitest';
import type { Credential } from '../../../../src/otp/credential.ts';
import { writeOtpauthUri } from '../../../../src/otp/write-otpauth-uri.ts';
import { type QrPath, qrPath } from '../../../../src/ui/manager/accounts/qr-path.ts';
import { revealedOf } from '../../../../src/ui/manager/accounts/revealed.ts';

const names = { issuer: 'Microsoft', account: 'alex@contoso.example', prefix: 'Contoso' };
const totp: Credential = {
  type: 'totp',
  ...names,
  secret: 'JBSWY3DPEHPK3PXPAA',
  algorithm: 'SHA256',
  digits: 8,
  period: 60,
};
const hotp: Credential = {
  type: 'hotp',
  ...names,
  secret: 'MZXW6YTB',
  algorithm: 'SHA1',
  digits: 6,
  counter: 7,
};
const steam: Credential = {
  type: 'steam',
  ...names,
  secret: 'MZXW6YTB',
  algorithm: 'SHA1',
  digits: 5,
  period: 30,
};

/** Draws a path as a browser does, 4 pixels a module, and reads it as a phone does. */
function read({ size, path }: QrPath): string | undefined {
  const scale = 4;
  const side = size * scale;
  const pixels = new Uint8ClampedArray(side * side * 4).fill(255);
  for (const [, x, y, width] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\3z/gu)) {
    for (let row = Number(y) * scale; row < (Number(y) + 1) * scale; row++) {
      const start = (row * side + Number(x) * scale) * 4;
      const end = start + Number(width) * scale * 4;
      for (let at = start; at < end; at += 4) pixels.fill(0, at, at + 3);
    }
  }
  return jsQR(pixels, side, side)?.data;
}

describe('revealedOf', () => {
  it.each([
    [
      totp,
      { key: 'JBSW Y3DP EHPK 3PXP AA', type: 'totp', algorithm: 'SHA-256', digits: 8, period: 60 },
    ],
    [hotp, { key: 'MZXW 6YTB', type: 'hotp', algorithm: 'SHA-1', digits: 6, counter: 7 }],
    [steam, { key: 'MZXW 6YTB', type: 'steam', algorithm: 'SHA-1', digits: 5, period: 30 }],
  ] as const)('has what another device needs: %#', (credential, expected) => {
    expect(revealedOf(writeOtpauthUri(credential))).toEqual({
      ...expected,
      qr: expect.any(Object),
    });
  });

  it.each([totp, hotp, steam])('draws the URI itself: $type', (credential) => {
    const uri = writeOtpauthUri(credential);
    const { qr } = revealedOf(uri);
    expect(qr && read(qr)).toBe(uri);
  });

  it('leaves nothing of it where the page’s scripts keep what they matched last', () => {
    revealedOf(writeOtpauthUri(totp));
    expect(RegExp.input).toBe('');
  });

  it('has no QR code where the names are too long for one, and the key all the same', () => {
    const long = { ...totp, issuer: 'é'.repeat(320) };
    const { qr, key } = revealedOf(writeOtpauthUri(long));
    expect(qr).toBeUndefined();
    expect(key).toBe('JBSW Y3DP EHPK 3PXP AA');
  });
});

describe('qrPath', () => {
  it('keeps four white modules around the code', () => {
    const { size, path } = qrPath('otpauth://') ?? { size: 0, path: '' };
    const runs = Array.from(path.matchAll(/M(\d+) (\d+)h(\d+)/gu), ([, x, y, width]) => ({
      left: Number(x),
      y: Number(y),
      right: Number(x) + Number(width),
    }));
    expect(Math.min(...runs.map(({ left }) => left))).toBe(4);
    expect(Math.min(...runs.map(({ y }) => y))).toBe(4);
    expect(Math.max(...runs.map(({ right }) => right))).toBe(size - 4);
    expect(Math.max(...runs.map(({ y }) => y))).toBe(size - 5);
  });

  it('draws no module twice', () => {
    const { path } = qrPath('otpauth://') ?? { path: '' };
    const modules = Array.from(path.matchAll(/M(\d+) (\d+)h(\d+)/gu), ([, x, y, width]) =>
      Array.from({ length: Number(width) }, (_, index) => `${Number(x) + index} ${y}`),
    ).flat();
    expect(new Set(modules).size).toBe(modules.length);
  });

  it('draws any text so that it is read back', () => {
    const texts = fc.string({ minLength: 1, maxLength: 300 });
    fc.assert(
      fc.property(texts, (text) => {
        const drawn = qrPath(`otpauth://totp/x?issuer=${encodeURIComponent(text)}`);
        expect(drawn && read(drawn)).toBe(`otpauth://totp/x?issuer=${encodeURIComponent(text)}`);
      }),
      { numRuns: 30 },
    );
  });
});
