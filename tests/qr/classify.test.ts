import { describe, expect, it } from 'vitest';
import { classifyText, type TextKind } from '../../src/qr/classify.ts';

const PUSH_PATH = '/authenticatorApp/activateAccount';
const CODE =
  'code=123456789&url=https%3A%2F%2Fmobileappcommunicator.auth.microsoft.com%2Factivatev2%2F1';

describe.each<[TextKind, string[]]>([
  [
    'otpauth',
    [
      'otpauth://totp/Contoso%3Aalex%40contoso.example?secret=gezdgnbvgy3tqojq&issuer=Microsoft',
      'otpauth://hotp/alex?secret=MZXW6&counter=0',
      'OTPAUTH://TOTP/A?SECRET=MZXW6',
      '  otpauth://totp/alex?secret=MZXW6\n',
      // Wrong, but it claims to be one: the refusal names the field.
      'otpauth://totp/alex',
      'otpauth://steam/alex',
    ],
  ],
  [
    'push',
    [
      `phonefactor://activate_account?${CODE}`,
      `PHONEFACTOR://ACTIVATE_ACCOUNT?${CODE}`,
      ` phonefactor://activate_account?${CODE}\n`,
      `https://login.microsoftonline.com${PUSH_PATH}?accountType=mfa&${CODE}`,
      `https://login.microsoftonline.com${PUSH_PATH}?accountType=msa&code=M.C5_BAY.2.U&uaid=1`,
      `https://login.microsoftonline.us${PUSH_PATH}?accountType=mfa&${CODE}`,
      `https://login.chinacloudapi.cn${PUSH_PATH}?accountType=mfa&${CODE}`,
      `HTTPS://LOGIN.MICROSOFTONLINE.COM/AUTHENTICATORAPP/ACTIVATEACCOUNT?${CODE}`,
      `https://login.microsoftonline.com${PUSH_PATH}/?${CODE}`,
      ` https://login.microsoftonline.com${PUSH_PATH}?${CODE}`,
    ],
  ],
  [
    'other',
    [
      '',
      'alex@contoso.example',
      'MZXW6YTBOI',
      'WIFI:T:WPA;S:Contoso;P:word;;',
      'otpauth:totp/alex?secret=MZXW6',
      'otpauth-migration://offline?data=CgA',
      'phonefactor:activate_account',
      'https://contoso.example/',
      'https://login.microsoftonline.com/',
      'https://login.microsoftonline.com/common/oauth2/authorize',
      `https://login.microsoftonline.com/x${PUSH_PATH}`,
      `https://login.microsoftonline.com${PUSH_PATH}Now`,
      `https://login.microsoftonline.com/?path=${PUSH_PATH}`,
      `https://login.microsoftonline.com.evil.example${PUSH_PATH}?${CODE}`,
      `https://login.microsoftonline.com@evil.example${PUSH_PATH}?${CODE}`,
      `https://login.microsoftonline.com:8443${PUSH_PATH}?${CODE}`,
      `https://login.microsoftonline.com.${PUSH_PATH}?${CODE}`,
      `https://login-microsoftonline.com${PUSH_PATH}?${CODE}`,
      `https://www.login.microsoftonline.com${PUSH_PATH}?${CODE}`,
      `https://login.microsоftonline.com${PUSH_PATH}?${CODE}`,
      `https://microsoftonline.com${PUSH_PATH}?${CODE}`,
      `https://contoso.example${PUSH_PATH}?${CODE}`,
      `https://contoso.example/?next=phonefactor://activate_account`,
      'https://contoso.example/?next=otpauth://totp/alex?secret=MZXW6',
    ],
  ],
])('%s', (kind, texts) => {
  it.each(texts)('%j', (text) => {
    expect(classifyText(text)).toBe(kind);
  });
});
