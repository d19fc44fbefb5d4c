import { describe, expect, it } from 'vitest';
import { asksForCode, type FieldWords } from '../../../src/page/wizard/code-input.ts';

const FIELD: FieldWords = {
  name: '',
  identifiers: '',
  autocomplete: '',
  around: 'authenticator app',
};

describe('a field', () => {
  it.each<[string, Partial<FieldWords>]>([
    ['by its name', { name: 'enter code' }],
    ['by its German name', { name: 'prüfcode' }],
    ['by its Japanese name', { name: 'コードの入力' }],
    ['by its Spanish name', { name: 'código de verificación de la aplicación móvil' }],
    ['by its id', { identifiers: 'verificationCode' }],
    ['by its test id', { identifiers: ' verification-entercode-input code' }],
    ['by its kind', { autocomplete: 'one-time-code' }],
    [
      'though a message was sent before, where the app is named',
      { name: 'code', around: 'sent to you; enter the code of the authenticator app' },
    ],
  ])('for our code is known %s', (_, words) => {
    expect(asksForCode({ ...FIELD, ...words })).toBe(true);
  });

  it.each<[string, Partial<FieldWords>]>([
    ['without words', {}],
    ['for a phone number', { name: 'phone number', identifiers: 'code' }],
    ['for an area code', { name: 'area code' }],
    ['for an address', { name: 'correo electrónico', identifiers: 'code' }],
    ['for a captcha', { name: 'enter the characters', identifiers: 'hipCode' }],
    ['for a captcha, by its id', { name: 'code', identifiers: 'captchaInput' }],
    ['for a recovery code', { name: 'recovery code' }],
    ['for a postal code', { identifiers: 'postal_code' }],
    ['for a code by message', { name: 'code', around: 'we just sent a code to +1 55' }],
    ['for a code by message, in German', { name: 'code', around: 'wir haben einen code gesendet' }],
    [
      'of that kind, for a code by message',
      { autocomplete: 'one-time-code', around: 'we texted you' },
    ],
  ])('%s is none', (_, words) => {
    expect(asksForCode({ ...FIELD, around: '', ...words })).toBe(false);
  });
});
