import { describe, expect, it } from 'vitest';
import { plain } from '../../../src/page/wizard/plain-text.ts';

describe('plain text', () => {
  it.each([
    ['Can’t scan the QR code?', "can't scan the qr code?"],
    [
      'Je souhaite utiliser une autre application d’authentification',
      "je souhaite utiliser une autre application d'authentification",
    ],
    ['Authenticator‑App', 'authenticator-app'],
    ['Set\u00A0up\u202Fyour\n  account ', 'set up your account'],
    ['Authen\u00ADtifizierungs\u200B-App', 'authentifizierungs-app'],
    ['ＱＲ コード', 'qr コード'],
    ['O\u0301pcio\u0301n', 'ópción'],
    ['', ''],
  ])('of %j is %j', (text, expected) => {
    expect(plain(text)).toBe(expected);
  });
});
