import { createHash } from 'node:crypto';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import {
  type Finding,
  FindingSchema,
  findingsOf,
  SecretlessFindingSchema,
  withoutSecret,
} from '../../src/enrolment/finding.ts';
import type { Credential } from '../../src/otp/credential.ts';
import { formatUri, hotp, RFC_SECRET, steam, totp } from '../otp/credentials.ts';
import { parameters, payload, transferUri, uriOf } from '../otp/transfers.ts';

const OTHER = totp({ secret: 'MZXW6YTBOI', account: 'kim' });
const THIRD = totp({ secret: 'MZXW6YTB', account: 'sam' });
const PHONEFACTOR = 'phonefactor://activate_account?code=123456789';

const idOf = ({ type, secret }: Credential) =>
  createHash('sha256').update(`${type}:${secret}`).digest('base64');
const accountOf = (credential: Credential): Finding => ({
  kind: 'account',
  id: idOf(credential),
  credential,
});
const refused = (code: string, field: string): Finding => ({ kind: 'refused', code, field });
const push: Finding = { kind: 'push', form: 'phonefactor', account: 'work' };
const web: Finding = { kind: 'web', address: 'https://contoso.example/' };

const findings = async (...texts: string[]) => (await findingsOf(texts)).findings;

describe('findingsOf', () => {
  it.each<[string, string[], Finding[]]>([
    ['no texts', [], []],
    ['an empty text', [''], [{ kind: 'text', text: '' }]],
    ['an account', [formatUri(totp())], [accountOf(totp())]],
    [
      'an account of a counter',
      [formatUri(hotp({ counter: 7 }))],
      [accountOf(hotp({ counter: 7 }))],
    ],
    ["Steam's", [formatUri(steam())], [accountOf(steam())]],
    ["Steam's secret", [`steam://${RFC_SECRET}`], [accountOf(steam({ account: '', prefix: '' }))]],
    ["a link of Apple's form", [`apple-${formatUri(totp())}`], [accountOf(totp())]],
    ['a push code', [PHONEFACTOR], [push]],
    [
      'a new push code',
      ['https://login.microsoftonline.us/authenticatorApp/activateAccount?accountType=msa&code=1'],
      [{ kind: 'push', form: 'https', account: 'personal' }],
    ],
    ['a sign-in of Steam', ['https://s.team/q/1/2'], [{ kind: 'steam-sign-in' }]],
    ['a web address', ['https://contoso.example'], [web]],
    ['a network', ['WIFI:S:Contoso;P:word;;'], [{ kind: 'wifi', name: 'Contoso' }]],
    ['a text', ['hello'], [{ kind: 'text', text: 'hello' }]],
    ["another app's", ['duo://x'], [{ kind: 'other-app', app: 'Duo Mobile' }]],
    [
      'several accounts, in their order',
      [formatUri(OTHER), formatUri(totp())],
      [accountOf(OTHER), accountOf(totp())],
    ],
    [
      'everything: what is of most use first',
      [
        'hello',
        'WIFI:S:Contoso;;',
        'https://contoso.example',
        'duo://x',
        'https://s.team/q/1/2',
        PHONEFACTOR,
        'otpauth://totp/alex',
        formatUri(totp()),
      ],
      [
        accountOf(totp()),
        refused('missing', 'secret'),
        push,
        { kind: 'steam-sign-in' },
        { kind: 'other-app', app: 'Duo Mobile' },
        web,
        { kind: 'wifi', name: 'Contoso' },
        { kind: 'text', text: 'hello' },
      ],
    ],
    [
      'the same things twice',
      [
        PHONEFACTOR,
        'otpauth://totp/a',
        'https://contoso.example',
        'otpauth://totp/b',
        PHONEFACTOR,
        'https://contoso.example/',
      ],
      [refused('missing', 'secret'), push, web],
    ],
  ])('of %s', async (_, texts, expected) => {
    expect(await findingsOf(texts)).toEqual({ findings: expected });
  });

  it.each<[string, Finding]>([
    ['otpauth://totp/alex?secret=MZXW60', refused('invalid', 'secret')],
    ['otpauth://totp/alex?secret=MZXW6&digits=99', refused('invalid', 'digits')],
    ['otpauth://totp/alex?secret=MZXW6&period=0', refused('invalid', 'period')],
    ['otpauth://totp/alex?secret=MZXW6&algorithm=MD5', refused('unsupported', 'algorithm')],
    ['otpauth://totp/alex?secret=MZXW6&secret=MZXW7', refused('ambiguous', 'secret')],
    ['otpauth://motp/alex?secret=MZXW6', refused('unsupported', 'type')],
    ['otpauth://hotp/alex?secret=MZXW6', refused('missing', 'counter')],
    ['otpauth://', refused('missing', 'type')],
    [`steam://${RFC_SECRET}1`, refused('invalid', 'secret')],
    ['otpauth-migration://offline', refused('missing', 'data')],
    ['otpauth-migration://offline?data=CgA%', refused('invalid', 'data')],
    // Of a transfer, the data is what is wrong, whatever number in it.
    [transferUri([totp()], { size: 2, index: 2 }), refused('invalid', 'data')],
  ])('of the wrong URI %s names the field', async (uri, finding) => {
    expect(await findings(uri)).toEqual([finding]);
  });

  it('finds a secret once, as the first text has it', async () => {
    const renamed = totp({ account: 'kim', digits: 8 });
    expect(await findings(formatUri(totp()), formatUri(renamed))).toEqual([accountOf(totp())]);
  });

  it('tells accounts of one secret apart by their type', async () => {
    expect(await findings(formatUri(totp()), formatUri(hotp()))).toEqual([
      accountOf(totp()),
      accountOf(hotp()),
    ]);
  });

  describe('of a transfer', () => {
    const batch = (index: number) => ({ size: 3, index });
    const first = transferUri([totp()], batch(0));
    const second = transferUri([OTHER, THIRD], batch(1));
    const third = transferUri([hotp()], batch(2));

    it('gives the accounts of a single code', async () => {
      expect(await findingsOf([transferUri([totp(), OTHER])])).toMatchObject({
        findings: [accountOf(totp()), accountOf(OTHER)],
        transfer: { size: 1, read: [0] },
      });
    });

    it('gives the accounts of the codes before, too', async () => {
      const one = await findingsOf([second]);
      expect(one.findings).toEqual([accountOf(OTHER), accountOf(THIRD)]);
      const two = await findingsOf([first], one.transfer);
      expect(two).toMatchObject({
        findings: [accountOf(OTHER), accountOf(THIRD), accountOf(totp())],
        transfer: { size: 3, read: [0, 1] },
      });
      const three = await findingsOf([third], two.transfer);
      expect(three.findings).toHaveLength(4);
      expect(three.transfer).toMatchObject({ read: [0, 1, 2], startedAnew: false });
    });

    it('takes several codes at once', async () => {
      const all = await findingsOf([third, first, second, first]);
      expect(all.findings).toHaveLength(4);
      expect(all.transfer).toMatchObject({ read: [0, 1, 2] });
    });

    it('loses nothing of two transfers at once', async () => {
      const other = transferUri([OTHER], { size: 2, index: 1, batchId: 9 });
      const both = await findingsOf([first, other]);
      expect(both.findings).toEqual([accountOf(totp()), accountOf(OTHER)]);
      expect(both.transfer).toMatchObject({ batchId: 9, read: [1], startedAnew: true });
    });

    it('leaves what is held alone where no text is of a transfer', async () => {
      const { transfer } = await findingsOf([first]);
      for (const texts of [[], ['hello'], [formatUri(OTHER)], ['otpauth-migration://x']]) {
        const next = await findingsOf(texts, transfer);
        expect(next.transfer).toBe(transfer);
        expect(next.findings).not.toContainEqual(accountOf(totp()));
      }
    });

    it('tells beside its accounts what could not be read', async () => {
      const uri = uriOf(payload([parameters(totp()), [...parameters(OTHER), 0x28, 9]]));
      expect(await findingsOf([uri])).toMatchObject({
        findings: [accountOf(totp())],
        transfer: { problems: [{ part: 0, index: 1, code: 'ambiguous', field: 'digits' }] },
      });
    });
  });

  it('can be kept and read back', async () => {
    const found = await findings(
      formatUri(totp()),
      formatUri(hotp()),
      formatUri(steam()),
      'otpauth://totp/alex',
      PHONEFACTOR,
      'https://s.team/q/1/2',
      'duo://x',
      'https://contoso.example',
      'WIFI:S:Contoso;;',
      'hello',
    );
    expect(found).toHaveLength(10);
    for (const finding of found) {
      expect(v.parse(FindingSchema, JSON.parse(JSON.stringify(finding)))).toEqual(finding);
      const kept = withoutSecret(finding);
      expect(v.parse(SecretlessFindingSchema, JSON.parse(JSON.stringify(kept)))).toEqual(kept);
    }
  });
});

describe('withoutSecret', () => {
  const label = { issuer: 'Microsoft', account: 'alex@contoso.example', organisation: 'Contoso' };

  it.each<[Credential, object]>([
    [totp(), { ...label, type: 'totp', algorithm: 'SHA1', digits: 6, period: 30, unusual: [] }],
    [
      totp({ algorithm: 'SHA512', digits: 8, period: 60 }),
      {
        ...label,
        type: 'totp',
        algorithm: 'SHA512',
        digits: 8,
        period: 60,
        unusual: ['algorithm', 'digits', 'period'],
      },
    ],
    [
      hotp({ counter: 7 }),
      { ...label, type: 'hotp', algorithm: 'SHA1', digits: 6, counter: 7, unusual: [] },
    ],
    [
      steam(),
      {
        issuer: 'Steam',
        account: 'alex',
        organisation: '',
        type: 'steam',
        algorithm: 'SHA1',
        digits: 5,
        period: 30,
        unusual: [],
      },
    ],
  ])('of $type tells all but the secret', (credential, told) => {
    const kept = withoutSecret(accountOf(credential));
    expect(kept).toEqual({ kind: 'account', id: idOf(credential), ...told });
    expect(JSON.stringify(kept).includes(RFC_SECRET)).toBe(false);
  });

  it.each<Finding>([refused('invalid', 'digits'), push, web, { kind: 'text', text: 'hello' }])(
    'leaves $kind as it is',
    (finding) => {
      expect(withoutSecret(finding)).toBe(finding);
    },
  );
});
