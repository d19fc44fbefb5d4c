import { describe, expect, it } from 'vitest';
import { kindOf } from '../../../src/page/detector/kind.ts';
import { scoreOf, THRESHOLD } from '../../../src/page/detector/score.ts';
import type { Traits } from '../../../src/page/detector/traits.ts';

/** A field of which nothing is known, among others. */
const FIELD: Traits = {
  type: 'text',
  autocomplete: '',
  maxLength: 0,
  isNumeric: false,
  boxes: 1,
  names: ' ',
  classes: ' ',
  places: ' ',
  label: '',
  hint: '',
  before: '',
  after: '',
  headings: '',
  offers: '',
  offerNames: ' ',
  title: '',
  others: 1,
  hasCaptcha: false,
  hasContact: false,
  hasPassword: false,
  purpose: undefined,
};

describe('a field is one for codes', () => {
  it.each<[string, Partial<Traits>]>([
    ['by autofill', { autocomplete: 'one-time-code' }],
    ['by its name', { names: ' otp ' }],
    ['by its label', { label: 'verification code' }],
    ['by a label for recovery codes', { label: 'codigo de recuperacion' }],
    ['by a word and its shape', { names: ' code ', maxLength: 6, isNumeric: true, label: 'code' }],
    ['by six boxes and the text', { boxes: 6, before: 'enter the 6-digit code' }],
    ['by the text alone', { before: 'enter the code of your authenticator', others: 0 }],
    ['though sent to a phone', { label: 'verification code', names: ' phone otp ' }],
  ])('%s', (_, traits) => {
    expect(scoreOf({ ...FIELD, ...traits })).toBeGreaterThanOrEqual(THRESHOLD);
  });
});

describe('a field is none for codes', () => {
  const otp = { names: ' otp ', label: 'code' };
  it.each<[string, Partial<Traits>]>([
    ['without a word', {}],
    ['by a weak word alone', { names: ' code ' }],
    ['as a card', { ...otp, autocomplete: 'cc-csc' }],
    [
      'beside a card',
      { names: ' security code ', label: 'security code', maxLength: 4, purpose: 'payment' },
    ],
    ['beside a captcha', { ...otp, hasCaptcha: true }],
    ['as a promotion', { names: ' promo code ', label: 'code', others: 0 }],
    ['by a label for coupons', { label: 'coupon code', names: ' code ' }],
    ['as a setting', { label: 'otp lifetime', names: ' otp lifetime ' }],
    [
      'as a password beside two-factor settings',
      { label: 'password', type: 'password', before: 'two-factor', others: 0 },
    ],
    [
      'as a phone number beside two-factor settings',
      {
        names: ' phone ',
        label: 'phone number',
        isNumeric: true,
        before: 'two-factor code',
        others: 0,
      },
    ],
    ['that is called something else', { label: 'nickname', before: 'two-factor code', others: 0 }],
    [
      'for another screen',
      { label: 'code', names: ' code ', headings: 'connect a device', others: 0 },
    ],
    ['of six boxes for a PIN', { boxes: 6, headings: 'create a 6-digit pin' }],
    [
      'for a PIN, whatever else speaks for it',
      { boxes: 6, autocomplete: 'one-time-code', names: ' otp ', before: 'enter your pin' },
    ],
    ['for a PIN that an app takes', { boxes: 6, before: 'choose a pin for payments in the app' }],
    ['for a lasting passcode', { label: 'enter your 6-digit passcode', names: ' passcode ' }],
    ['for a date of birth', { boxes: 6, headings: 'your date of birth' }],
    ['that is too short', { names: ' code ', label: 'code', maxLength: 3, isNumeric: true }],
  ])('%s', (_, traits) => {
    expect(scoreOf({ ...FIELD, ...traits })).toBeLessThan(THRESHOLD);
  });
});

describe('the kind of a field', () => {
  it.each<[string, string, boolean, Partial<Traits>]>([
    ['of which nothing is said', 'app', false, { label: 'one-time code' }],
    ['near an app', 'app', true, { before: 'open your authenticator app' }],
    ['near a message', 'sent', true, { before: 'we sent a code to your phone' }],
    ['whose button sends again', 'sent', true, { offers: 'resend code' }],
    ['whose button is named so', 'sent', true, { offerNames: ' otp resend button ' }],
    ['that a button would replace', 'app', false, { offers: 'send me an sms instead' }],
    ['near both', 'app', true, { before: 'use your authenticator app or the code we sent you' }],
    [
      'of a message, near both',
      'app',
      true,
      { label: 'code from the sms', before: 'or open your authenticator app' },
    ],
    [
      'of recovery, near an app',
      'recovery',
      true,
      { label: 'recovery code', before: 'open your authenticator app' },
    ],
    ['for either', 'app', true, { label: '2fa code or recovery code' }],
    [
      'under a title for recovery',
      'recovery',
      true,
      { headings: 'backup codes', before: 'without your authenticator app, enter one' },
    ],
    [
      'with recovery as a way out',
      'app',
      true,
      { before: 'enter the code of your authenticator app', after: 'or use a recovery code' },
    ],
    ['named for recovery', 'recovery', true, { names: ' recovery code ' }],
    ['named for messages', 'sent', true, { names: ' email confirmation code ' }],
    ['for hardware', 'hardware', true, { before: 'the tokencode of your key fob' }],
    ['for access passes', 'access-pass', true, { label: 'temporary access pass' }],
    ['of a bank', 'other', true, { before: 'use your pushtan-app' }],
    ['beside a phone number', 'other', false, { hasContact: true }],
    ['beside an address and a password', 'app', false, { hasContact: true, hasPassword: true }],
    ['in a sign-up', 'other', false, { purpose: 'sign-up' }],
    ['for a lost password', 'other', false, { headings: 'reset your password' }],
    ['of boxes without a word', 'other', false, { boxes: 6 }],
    ['of a password without a word', 'other', false, { type: 'password', label: '6 digits' }],
    ['of boxes for a code', 'app', false, { boxes: 6, headings: 'enter the 6-digit code' }],
    ['of boxes named for one', 'app', false, { boxes: 6, names: ' otp ' }],
    ['of boxes that autofill knows', 'app', false, { boxes: 6, autocomplete: 'one-time-code' }],
    ['from a letter', 'other', true, { label: 'the code from the letter we posted' }],
    ['from a person', 'other', true, { before: 'our call centre agent gave you a code' }],
    ['that is heard', 'other', true, { boxes: 6, headings: 'enter the six digits you hear' }],
    ['on its way', 'sent', true, { before: 'it is on its way to your phone' }],
    [
      'of an app, where letters are spoken of',
      'app',
      true,
      { before: 'open your authenticator app. we told you how in the letter' },
    ],
    ['in a place of messages', 'sent', true, { places: ' form item sms ' }],
  ])('%s is %s', (_, kind, isClear, traits) => {
    expect(kindOf({ ...FIELD, ...traits })).toEqual({ kind, isClear });
  });
});
