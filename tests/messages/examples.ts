import type { MessageName, Request, Response } from '../../src/messages/protocol.ts';
import { base64, WAYS } from '../crypto/slots.ts';

const ID = '0f9a1c1e-6f6e-4e0c-9d0a-2b3c4d5e6f70';
const key = { way: WAYS.passkey, material: base64('material') };
const label = { issuer: 'Microsoft', account: 'alex@contoso.example', organisation: 'Contoso' };

type Examples = {
  readonly [Name in MessageName]: {
    readonly request: Request<Name>;
    readonly response: Response<Name>;
    /** Requests that must not reach the handler, and what is wrong with them. */
    readonly malformed: readonly (readonly [why: string, request: unknown])[];
  };
};

const ASKS_NOTHING = [
  ['a request where none belongs', {}],
  ['null', null],
] as const;

/** For every message a good request, a good answer, and bad requests; a new message wants its own. */
export const EXAMPLES: Examples = {
  'vault.status': {
    request: undefined,
    response: { state: 'locked', damaged: 0, persistent: true },
    malformed: ASKS_NOTHING,
  },
  'vault.newRecoveryCode': {
    request: undefined,
    response: { recoveryCode: '0000-0000-0000-0000-0000-0000-0000' },
    malformed: ASKS_NOTHING,
  },
  'vault.create': {
    request: { first: key, recoveryCode: '0000-0000-0000-0000-0000-0000-0000' },
    response: undefined,
    malformed: [
      ['nothing', undefined],
      ['no recovery code', { first: key }],
      ['no way', { first: { material: key.material }, recoveryCode: '' }],
      ['31 bytes', { first: { ...key, material: base64('material', 31) }, recoveryCode: '' }],
      ['33 bytes', { first: { ...key, material: base64('material', 33) }, recoveryCode: '' }],
      [
        'material that is not base64',
        { first: { ...key, material: '*'.repeat(44) }, recoveryCode: '' },
      ],
      [
        'a passphrase under the floor',
        { first: { ...key, way: { ...WAYS.passphrase, memoryKiB: 1024 } }, recoveryCode: '' },
      ],
      ['a key too many', { first: key, recoveryCode: '', vaultId: base64('vault', 16) }],
    ],
  },
  'vault.ways': {
    request: undefined,
    response: { ways: [WAYS.passkey, WAYS.recovery] },
    malformed: ASKS_NOTHING,
  },
  'vault.open': {
    request: { recoveryCode: '0000-0000-0000-0000-0000-0000-0000' },
    response: undefined,
    malformed: [
      ['nothing', undefined],
      ['neither key nor code', {}],
      ['both', { ...key, recoveryCode: '' }],
      ['a code that is a number', { recoveryCode: 0 }],
      ['short material', { ...key, material: base64('material', 16) }],
    ],
  },
  'vault.lock': { request: undefined, response: undefined, malformed: ASKS_NOTHING },
  'unlock.show': { request: undefined, response: undefined, malformed: ASKS_NOTHING },
  'unlock.done': { request: undefined, response: undefined, malformed: ASKS_NOTHING },
  'accounts.list': {
    request: undefined,
    response: [{ id: ID, ...label, period: 30 }],
    malformed: ASKS_NOTHING,
  },
  'accounts.codes': {
    request: { ids: [ID] },
    response: [{ id: ID, code: '000000', next: '111111', changesAt: 1_700_000_010_000 }],
    malformed: [
      ['nothing', undefined],
      ['no ids', {}],
      ['an id that is none', { ids: ['1'] }],
      ['an id that is not alone', { ids: ID }],
      ['too many', { ids: Array.from({ length: 201 }, () => ID) }],
    ],
  },
  'enrolment.offer': {
    request: { tabId: 7 },
    response: { kind: 'account', ...label, algorithm: 'SHA1', digits: 6, period: 30 },
    malformed: [
      ['nothing', undefined],
      ['half a tab', { tabId: 1.5 }],
      ['a tab by name', { tabId: '7' }],
    ],
  },
  'enrolment.add': {
    request: { tabId: 7 },
    response: undefined,
    malformed: [
      ['nothing', undefined],
      ['a tab by name', { tabId: '7' }],
      ['an account of its own', { tabId: 7, secret: 'MZXW6' }],
    ],
  },
  'enrolment.seen': {
    request: { pictures: [{ width: 2, height: 2, luminance: base64('pixels', 4) }] },
    response: undefined,
    malformed: [
      ['nothing', undefined],
      ['no pictures', {}],
      ['no width', { pictures: [{ height: 2, luminance: base64('pixels', 4) }] }],
      ['width 0', { pictures: [{ width: 0, height: 2, luminance: '' }] }],
      ['half a pixel', { pictures: [{ width: 0.5, height: 8, luminance: base64('pixels', 4) }] }],
      ['too wide', { pictures: [{ width: 601, height: 1, luminance: base64('pixels', 601) }] }],
      ['too few pixels', { pictures: [{ width: 2, height: 2, luminance: base64('pixels', 3) }] }],
      ['too many pixels', { pictures: [{ width: 2, height: 2, luminance: base64('pixels', 7) }] }],
      [
        'pixels that are not base64',
        { pictures: [{ width: 2, height: 2, luminance: '********' }] },
      ],
      [
        'too many pictures',
        {
          pictures: Array.from({ length: 9 }, () => ({
            width: 2,
            height: 2,
            luminance: base64('pixels', 4),
          })),
        },
      ],
      ['texts of its own', { pictures: [], texts: ['otpauth://totp/a?secret=MZXW6'] }],
    ],
  },
  'enrolment.code': {
    request: undefined,
    response: { kind: 'code', code: '000000' },
    malformed: ASKS_NOTHING,
  },
  'enrolment.left': { request: undefined, response: undefined, malformed: ASKS_NOTHING },
  'signIn.code': {
    request: { account: 'alex@contoso.example' },
    response: { kind: 'wait', ms: 1000 },
    malformed: [
      ['nothing', undefined],
      ['no account', {}],
      ['too long an account', { account: 'a'.repeat(321) }],
      ['a tenant by domain', { account: 'alex', tenant: 'contoso.example' }],
      ['an origin of its own', { account: 'alex', origin: 'https://login.microsoftonline.com' }],
    ],
  },
  'code.filled': { request: undefined, response: undefined, malformed: ASKS_NOTHING },
};
