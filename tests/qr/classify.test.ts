import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { classifyText, type TextKind } from '../../src/qr/classify.ts';

const PUSH_PATH = '/authenticatorApp/activateAccount';
const CODE =
  'code=123456789&url=https%3A%2F%2Fmobileappcommunicator.auth.microsoft.com%2Factivatev2%2F1';
const SECRET = 'GEZDGNBVGY3TQOJQ';

const otpauth: TextKind = { kind: 'otpauth' };
const transfer: TextKind = { kind: 'transfer' };
const phonefactor: TextKind = { kind: 'push', form: 'phonefactor', account: 'work' };
const work: TextKind = { kind: 'push', form: 'https', account: 'work' };
const personal: TextKind = { kind: 'push', form: 'https', account: 'personal' };
const steamSignIn: TextKind = { kind: 'steam-sign-in' };
const web = (address: string): TextKind => ({ kind: 'web', address });
const wifi = (name: string): TextKind => ({ kind: 'wifi', name });
const otherApp = (app: string): TextKind => ({ kind: 'other-app', app });
const plain = (text: string): TextKind => ({ kind: 'text', text });

describe.each<[string, [string, TextKind][]]>([
  [
    'an account',
    [
      ['otpauth://totp/Contoso%3Aalex?secret=gezdgnbvgy3tqojq&issuer=Microsoft', otpauth],
      ['otpauth://hotp/alex?secret=MZXW6&counter=0', otpauth],
      ['OTPAUTH://TOTP/A?SECRET=MZXW6', otpauth],
      ['  otpauth://totp/alex?secret=MZXW6\n', otpauth],
      ['apple-otpauth://totp/alex?secret=MZXW6', otpauth],
      ['otpauth://steam/alex?secret=MZXW6', otpauth],
      [`steam://${SECRET}`, otpauth],
      [` STEAM://${SECRET.toLowerCase()}%3D%3D\n`, otpauth],
      // Wrong, but it claims to be one: the refusal names the field.
      ['otpauth://totp/alex', otpauth],
      ['otpauth://', otpauth],
      [`steam://${SECRET}1`, otpauth],
    ],
  ],
  [
    'a transfer',
    [
      ['otpauth-migration://offline?data=CgA', transfer],
      [' OTPAUTH-MIGRATION://OFFLINE?DATA=CgA\n', transfer],
      ['otpauth-migration://', transfer],
    ],
  ],
  [
    "Microsoft's push kinds",
    [
      [`phonefactor://activate_account?${CODE}`, phonefactor],
      [`PHONEFACTOR://ACTIVATE_ACCOUNT?${CODE}`, phonefactor],
      [` phonefactor://activate_account?${CODE}\n`, phonefactor],
      [`https://login.microsoftonline.com${PUSH_PATH}?accountType=mfa&${CODE}`, work],
      [`https://login.microsoftonline.com${PUSH_PATH}?${CODE}`, work],
      [
        `https://login.microsoftonline.com${PUSH_PATH}?accountType=msa&code=M.C5_BAY.2.U&uaid=1`,
        personal,
      ],
      [`HTTPS://LOGIN.MICROSOFTONLINE.COM${PUSH_PATH}?CODE=1&ACCOUNTTYPE=MSA`, personal],
      [`https://login.microsoftonline.com${PUSH_PATH}?${CODE}&x=accountType=msa`, work],
      [`https://login.microsoftonline.com${PUSH_PATH}?accountType=mfa&code=msa`, work],
      [`https://login.microsoftonline.us${PUSH_PATH}?accountType=mfa&${CODE}`, work],
      [`https://login.chinacloudapi.cn${PUSH_PATH}?accountType=mfa&${CODE}`, work],
      [`HTTPS://LOGIN.MICROSOFTONLINE.COM/AUTHENTICATORAPP/ACTIVATEACCOUNT?${CODE}`, work],
      [`https://login.microsoftonline.com${PUSH_PATH}/?${CODE}`, work],
      [` https://login.microsoftonline.com${PUSH_PATH}?${CODE}`, work],
    ],
  ],
  [
    'what only looks like push',
    [
      ['phonefactor:activate_account', plain('phonefactor:activate_account')],
      ...[
        '/common/oauth2/authorize',
        `/x${PUSH_PATH}`,
        `${PUSH_PATH}Now`,
        `/?path=${PUSH_PATH}`,
      ].map((path): [string, TextKind] => [
        `https://login.microsoftonline.com${path}`,
        web(`https://login.microsoftonline.com${path}`),
      ]),
      ...[
        'login.microsoftonline.com.evil.example',
        'login.microsoftonline.com:8443',
        'login.microsoftonline.com.',
        'login-microsoftonline.com',
        'www.login.microsoftonline.com',
        'microsoftonline.com',
        'contoso.example',
      ].map((host): [string, TextKind] => [
        `https://${host}${PUSH_PATH}?code=1`,
        web(`https://${host}${PUSH_PATH}?code=1`),
      ]),
      [
        `https://login.microsoftonline.com@evil.example${PUSH_PATH}`,
        web(`https://evil.example${PUSH_PATH}`),
      ],
      // A Cyrillic o.
      [
        `https://login.micros\u043eftonline.com${PUSH_PATH}`,
        web(`https://login.xn--microsftonline-0zl.com${PUSH_PATH}`),
      ],
    ],
  ],
  [
    "Steam's own",
    [
      ['https://s.team/q/1/12345678901234567890', steamSignIn],
      [' HTTPS://S.TEAM/q/1/2\n', steamSignIn],
      ['https://s.team/p/abcd-efgh/xyz', web('https://s.team/p/abcd-efgh/xyz')],
      ['https://s.team.example/q/1/2', web('https://s.team.example/q/1/2')],
      ['https://x.s.team/q/1/2', web('https://x.s.team/q/1/2')],
      ['steam://run/440', otherApp('Steam')],
      ['steam://exit', otherApp('Steam')],
      ['steam://rungameid/12345678901234567890', otherApp('Steam')],
      ['steam://', otherApp('Steam')],
      ['steammobile://steamguard', otherApp('Steam')],
    ],
  ],
  [
    'of use to another app alone',
    [
      ['duo://AbCdEf-YXBpLTEyMy5kdW9zZWN1cml0eS5jb20', otherApp('Duo Mobile')],
      ['oktaverify://alex@contoso.example/?t=1&f=2&s=https', otherApp('Okta Verify')],
      [' OKTAVERIFY://x\n', otherApp('Okta Verify')],
      ['igmobileotp://?action=secactivate&enc=x&v=1&mac=y', otherApp('Entrust Identity')],
      ['com.rsa.securid://ctf?ctfData=2000', otherApp('RSA SecurID')],
      ['com.rsa.securid.iphone://ctf?ctfData=2000', otherApp('RSA SecurID')],
      ['lpaauth-migration://offline?data=H4sI', otherApp('LastPass Authenticator')],
      ['microsoft-authenticator://activatemfa', otherApp('Microsoft Authenticator')],
      ['msauth://com.example/x', otherApp('Microsoft Authenticator')],
      ['FIDO:/0123456789', otherApp('FIDO')],
      ['sgnl://linkdevice?uuid=1', otherApp('Signal')],
      ['tg://login?token=x', otherApp('Telegram')],
      ['constructor://x', plain('constructor://x')],
      ['fido: a dog', plain('fido: a dog')],
      ['xduo://x', plain('xduo://x')],
      ['see duo://x', plain('see duo://x')],
    ],
  ],
  [
    'a web address',
    [
      ['https://contoso.example/', web('https://contoso.example/')],
      [' HTTP://Contoso.Example/A?b#c\n', web('http://contoso.example/A?b#c')],
      ['https://contoso.example', web('https://contoso.example/')],
      ['https://caf\u00e9.example/', web('https://xn--caf-dma.example/')],
      ['https://bank.example@evil.example/', web('https://evil.example/')],
      ['https://alex:word@contoso.example/', web('https://contoso.example/')],
      ['https://contoso.example/\u202egnp.exe', web('https://contoso.example/%E2%80%AEgnp.exe')],
      [
        'https://contoso.example/?next=otpauth://totp/alex?secret=MZXW6',
        web('https://contoso.example/?next=otpauth://totp/alex?secret=MZXW6'),
      ],
      [
        `https://contoso.example/?next=phonefactor://activate_account`,
        web('https://contoso.example/?next=phonefactor://activate_account'),
      ],
      [
        `https://contoso.example/${'a'.repeat(10_000)}`,
        web(`https://contoso.example/${'a'.repeat(276)}\u2026`),
      ],
      // More than an address, or none.
      ['https://contoso.example/\nhello', plain('https://contoso.example/ hello')],
      ['https://contoso.example/ hello', plain('https://contoso.example/ hello')],
      ['see https://contoso.example/', plain('see https://contoso.example/')],
      ['https://', plain('https://')],
      ['https:contoso.example', plain('https:contoso.example')],
      ['https://contoso.example:99999/', plain('https://contoso.example:99999/')],
      ['ftp://contoso.example/', plain('ftp://contoso.example/')],
      ['javascript:alert(1)//https://x', plain('javascript:alert(1)//https://x')],
    ],
  ],
  [
    'a Wi-Fi network',
    [
      ['WIFI:T:WPA;S:Contoso;P:word;;', wifi('Contoso')],
      ['wifi:S:Contoso;T:WPA;P:word;H:true;;', wifi('Contoso')],
      ['WIFI:P:word;T:WPA;S:Contoso;;', wifi('Contoso')],
      ['WIFI:T:nopass;S:Contoso', wifi('Contoso')],
      ['WIFI:S:a\\;b\\:c\\,d\\\\e\\"f;P:word;;', wifi('a;b:c,d\\e"f')],
      ['WIFI:S:"c0ffee";P:word;;', wifi('c0ffee')],
      ['WIFI:S:\\"c0ffee\\";P:word;;', wifi('"c0ffee"')],
      ['WIFI:S:a:b;P:word;;', wifi('a:b')],
      // What looks like a name inside of the password.
      ['WIFI:T:WPA;P:word\\;S:Other;S:Contoso;;', wifi('Contoso')],
      ['WIFI:T:WPA;P:word;;', wifi('')],
      ['WIFI:word', wifi('')],
      ['WIFI:S:;P:word;;', wifi('')],
      ['WIFI:', wifi('')],
      ['WIFI:S:a\\', wifi('a')],
      ['WIFI:S:\u202eb\u0000;P:word;;', wifi('\ufffdb\ufffd')],
    ],
  ],
  [
    'anything else',
    [
      ['', plain('')],
      ['alex@contoso.example', plain('alex@contoso.example')],
      ['MZXW6YTBOI', plain('MZXW6YTBOI')],
      ['otpauth:totp/alex?secret=MZXW6', plain('otpauth:totp/alex?secret=MZXW6')],
      ['  a\r\n\tb  ', plain('a b')],
      ['a\u0000b\u001bc\u007fd\u0085e\u009ff', plain('a\ufffdb\ufffdc\ufffdd e\ufffdf')],
      ['a\u202eb\u2066c\u200ed\u061ce', plain('a\ufffdb\ufffdc\ufffdd\ufffde')],
      ['a\u200bb\u00adc\ufff9d\u{e0041}e', plain('a\ufffdb\ufffdc\ufffdd\ufffde')],
      ['a\ud800b\udc00', plain('a\ufffdb\ufffd')],
      // Joiners, an emoji of several characters, another script.
      [
        '\u{1f469}\u200d\u{1f4bb} \u0646\u0645\u06cc\u200c\u062e',
        plain('\u{1f469}\u200d\u{1f4bb} \u0646\u0645\u06cc\u200c\u062e'),
      ],
      ['a'.repeat(300), plain('a'.repeat(300))],
      ['a'.repeat(10_000), plain(`${'a'.repeat(300)}\u2026`)],
      ['\u{1f600}'.repeat(301), plain(`${'\u{1f600}'.repeat(300)}\u2026`)],
      ['\u{1f600}'.repeat(300), plain('\u{1f600}'.repeat(300))],
    ],
  ],
])('%s', (_, texts) => {
  it.each(texts)('%j', (text, kind) => {
    expect(classifyText(text)).toEqual(kind);
  });
});

describe('of hostile texts', () => {
  const scheme = fc.constantFrom(
    '',
    'WIFI:',
    'WIFI:S:',
    'http://',
    'https://',
    'https://s.team/q/',
    'steam://',
    'otpauth://',
    'otpauth-migration://',
    'phonefactor://',
    'FIDO:/',
  );
  const unit = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 2 }),
    fc.constantFrom('\ud800', '\udfff', '\u202e', '\u2066', '\0', '\n', '\\', ';', '@', '%', '%ff'),
  );
  const hostile = fc
    .tuple(scheme, fc.array(unit, { maxLength: 20 }), fc.constantFrom(1, 1, 1, 400))
    .map(([start, units, times]) => start + units.join('').repeat(times));

  it('none throws, and nothing that is shown is long, hidden or turned', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const kind = classifyText(text);
        const shown = [kind].flatMap(({ kind: _, ...rest }) => Object.values(rest)).join('');
        expect([...shown].length).toBeLessThanOrEqual(301);
        expect(shown).not.toMatch(/[\p{Cc}\p{Cs}\p{Bidi_Control}\u2028\u2029]/u);
      }),
      { numRuns: 5000, seed: 4 },
    );
  });

  it('no password of a network gets through', () => {
    const escaped = fc
      .string({ unit: 'binary', maxLength: 10 })
      .map((text) => text.replace(/[\\;,:"]/gu, '\\$&'));
    fc.assert(
      fc.property(escaped, escaped, (before, after) => {
        const text = `WIFI:T:WPA;P:${before}HUNTER2${after};S:Contoso;;`;
        expect(classifyText(text)).toEqual({ kind: 'wifi', name: 'Contoso' });
      }),
      { numRuns: 1000, seed: 4 },
    );
  });
});
