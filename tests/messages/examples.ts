import type { MessageName, Request, Response } from '../../src/messages/protocol.ts';
import { base64, WAYS } from '../crypto/slots.ts';
import { IMAGE, png } from '../vault/png.ts';
import { ADD_PAGE } from './senders.ts';

const ID = '0f9a1c1e-6f6e-4e0c-9d0a-2b3c4d5e6f70';
const OTHER_ID = '1f9a1c1e-6f6e-4e0c-9d0a-2b3c4d5e6f71';
const WAY_ID = base64('slot', 16);
const RECOVERY_CODE = '0000-0000-0000-0000-0000-0000-0000';
const AT = 1_700_000_000_000;
const key = { way: WAYS.passkey, material: base64('material') };
const first = { ...key, name: 'This device' };
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

const NO_PAGE = [
  ['nothing', undefined],
  ['no page', {}],
  ['a page that is none', { page: '' }],
] as const;

/** What is wrong with an opener: the same wherever one is asked for. */
const NO_OPENERS = [
  ['nothing', undefined],
  ['neither key nor code', {}],
  ['both', { ...key, recoveryCode: '' }],
  ['a code that is a number', { recoveryCode: 0 }],
  ['short material', { ...key, material: base64('material', 16) }],
  ['material of no way', { material: key.material }],
  ['a name', first],
] as const;

/** What is wrong with a new way in. */
const NO_WAYS: readonly (readonly [why: string, way: unknown])[] = [
  ['neither key nor code', {}],
  ['both', { ...first, recoveryCode: RECOVERY_CODE }],
  ['a key without a name', key],
  ['a name that is too long', { ...first, name: 'n'.repeat(65) }],
  ['a code with a name', { recoveryCode: RECOVERY_CODE, name: 'Paper' }],
  ['a way of no kind', { ...first, way: { kind: 'fingerprint' } }],
  ['31 bytes', { ...first, material: base64('material', 31) }],
  ['a passphrase under the floor', { ...first, way: { ...WAYS.passphrase, memoryKiB: 1024 } }],
  ['a slot of its own', { ...first, id: WAY_ID }],
];

/** What is wrong where one account is named. */
const NO_ID = [
  ['nothing', undefined],
  ['no id', {}],
  ['an id that is none', { id: '1' }],
  ['several', { id: [ID] }],
  ['a key too many', { id: ID, secret: 'MZXW6' }],
] as const;

/** What is wrong where several accounts are named. */
const NO_IDS: readonly (readonly [why: string, request: object])[] = [
  ['no ids', {}],
  ['one id that is not in a list', { ids: ID }],
  ['an empty list', { ids: [] }],
  ['an id that is none', { ids: [ID, '1'] }],
  ['too many', { ids: Array.from({ length: 5001 }, () => ID) }],
  ['a key too many', { ids: [ID], secret: 'MZXW6' }],
];

/** What is wrong with the name of a group. */
const NO_NAMES: readonly (readonly [why: string, request: object])[] = [
  ['no name', {}],
  ['an empty name', { name: '' }],
  ['a blank name', { name: ' \t' }],
  ['a name that is too long', { name: 'n'.repeat(61) }],
];

const NO_GENERATION = [
  ['nothing', undefined],
  ['no generation', {}],
  ['generation 0', { generation: 0 }],
  ['half a generation', { generation: 1.5 }],
  ['a generation that cannot be counted', { generation: 2 ** 53 }],
  ['a generation by name', { generation: '1' }],
  ['a key range', { generation: [1, 2] }],
] as const;

const NO_TAB = [
  ['nothing', undefined],
  ['no tab', {}],
  ['half a tab', { tabId: 1.5 }],
  ['a tab by name', { tabId: '7' }],
  ['a tab too many', { tabId: 7, other: 8 }],
] as const;

const row = {
  id: ID,
  ...label,
  type: 'totp' as const,
  kind: 'work' as const,
  period: 30,
  origins: ['https://login.microsoftonline.com'],
  mode: 'automatic' as const,
  submits: false,
  insteadOfPush: false,
  history: [],
  pinned: false,
  needsAction: false,
  createdAt: AT,
};

const finding = {
  kind: 'account' as const,
  id: 'f',
  ...label,
  type: 'totp' as const,
  algorithm: 'SHA256' as const,
  digits: 6,
  period: 30,
  unusual: ['algorithm' as const],
  state: 'second' as const,
  accountKind: 'work' as const,
};

const transfer = {
  read: 1,
  of: 2,
  problems: [{ name: 'Contoso:alex', code: 'unsupported', field: 'algorithm' }],
  startedAnew: false,
};

const observation = {
  variant: 'security-info',
  step: 'enter-code',
  controls: ['next', 'back'],
  filled: true,
  submitted: false,
  looks: 3,
} satisfies Request<'enrolment.observed'>;

const typed = {
  page: ADD_PAGE,
  type: 'totp',
  issuer: 'Contoso',
  account: 'alex',
  secret: 'mzxw 6ytb oi',
  algorithm: 'SHA1',
  digits: 6,
  period: 30,
  counter: 0,
} satisfies Request<'intake.type'>;

const push = {
  page: ADD_PAGE,
  shown: ['alex@contoso.example', 'alex@fabrikam.example'],
  tenant: '11111111-2222-4333-8444-555555555555',
} satisfies Request<'signIn.push'>;
const wanting = { ...push, field: 1 } satisfies Request<'signIn.field'>;

/** What is wrong with a page that says that it wants a code. */
const NOT_WANTING = [
  ...NO_PAGE,
  ['a page that is no uuid', { ...wanting, page: 'page' }],
  ['no field', push],
  ['field 0', { ...wanting, field: 0 }],
  ['half a field', { ...wanting, field: 1.5 }],
  ['no room', { ...wanting, room: 0 }],
  ['half a room', { ...wanting, room: 5.5 }],
  ['too much room', { ...wanting, room: 21 }],
  ['nothing that it shows', { ...wanting, shown: undefined }],
  ['an address alone', { ...wanting, shown: 'alex@contoso.example' }],
  ['too long an address', { ...wanting, shown: ['a'.repeat(321)] }],
  ['addresses without end', { ...wanting, shown: Array.from({ length: 11 }, () => 'a') }],
  ['a tenant by domain', { ...wanting, tenant: 'contoso.example' }],
  ['an origin of its own', { ...wanting, origin: 'https://login.microsoftonline.com' }],
  ['an account of its own', { ...wanting, accountId: ID }],
] as const;

const approvalAsked = {
  id: OTHER_ID,
  account: { ...label, kind: 'work' as const },
  host: 'bank.example',
  title: 'Sign in',
  shown: ['alex@contoso.example'],
  why: 'only-one' as const,
  askedAt: AT,
};

/** For every message a good request, a good answer, and bad requests; a new message wants its own. */
export const EXAMPLES: Examples = {
  'vault.status': {
    request: undefined,
    response: {
      state: 'open',
      damaged: [
        {
          generation: 3,
          savedAt: AT,
          code: 'damaged',
          change: { kind: 'account-added', label: 'Contoso · alex@contoso.example' },
        },
        { generation: 2, savedAt: 0, code: 'unsupported-format' },
      ],
      unsaved: 'storage-full',
      undo: { kind: 'account-deleted', label: 'Contoso · alex@contoso.example' },
      clockDoubt: ID,
      persistent: true,
    },
    malformed: ASKS_NOTHING,
  },
  'vault.newRecoveryCode': {
    request: undefined,
    response: { recoveryCode: RECOVERY_CODE },
    malformed: ASKS_NOTHING,
  },
  'vault.create': {
    request: { first, recoveryCode: RECOVERY_CODE },
    response: undefined,
    malformed: [
      ['nothing', undefined],
      ['no recovery code', { first }],
      ['a recovery code first', { first: { recoveryCode: RECOVERY_CODE }, recoveryCode: '' }],
      ['no way', { first: { material: key.material, name: '' }, recoveryCode: '' }],
      ['no name', { first: key, recoveryCode: '' }],
      ['33 bytes', { first: { ...first, material: base64('material', 33) }, recoveryCode: '' }],
      [
        'material that is not base64',
        { first: { ...first, material: '*'.repeat(44) }, recoveryCode: '' },
      ],
      ['a key too many', { first, recoveryCode: '', vaultId: base64('vault', 16) }],
      ...NO_WAYS.filter(([why]) => why !== 'neither key nor code').map(
        ([why, way]) => [why, { first: way, recoveryCode: '' }] as const,
      ),
    ],
  },
  'firstRun.get': {
    request: undefined,
    response: { step: 'begun', way: WAYS.passkey, name: 'This device', hasCode: true },
    malformed: ASKS_NOTHING,
  },
  'firstRun.made': {
    request: { way: WAYS.passkey, name: 'This device' },
    response: undefined,
    malformed: [
      ['nothing', undefined],
      ['a name alone', { name: 'This device' }],
      ['a key', first],
      ['a way of no kind', { way: { kind: 'fingerprint' }, name: '' }],
    ],
  },
  'firstRun.recoveryCode': {
    request: first,
    response: { recoveryCode: RECOVERY_CODE },
    malformed: [
      ['nothing', undefined],
      ['a recovery code', { recoveryCode: RECOVERY_CODE }],
    ],
  },
  'firstRun.beginAnew': { request: undefined, response: undefined, malformed: ASKS_NOTHING },
  'firstRun.finish': { request: undefined, response: undefined, malformed: ASKS_NOTHING },
  'vault.ways': {
    request: undefined,
    response: { ways: [WAYS.passkey, WAYS.recovery] },
    malformed: ASKS_NOTHING,
  },
  'vault.open': {
    request: { recoveryCode: RECOVERY_CODE },
    response: undefined,
    malformed: NO_OPENERS,
  },
  'vault.verify': { request: key, response: undefined, malformed: NO_OPENERS },
  'vault.used': { request: undefined, response: undefined, malformed: ASKS_NOTHING },
  'vault.lock': { request: undefined, response: undefined, malformed: ASKS_NOTHING },
  'vault.undo': { request: undefined, response: undefined, malformed: ASKS_NOTHING },
  'ways.list': {
    request: undefined,
    response: [
      { id: WAY_ID, kind: 'passkey', name: 'This device', createdAt: AT, lastUsedAt: AT + 1 },
      { id: base64('other slot', 16), kind: 'recovery', name: '', createdAt: AT },
    ],
    malformed: ASKS_NOTHING,
  },
  'ways.add': {
    request: { ...key, way: WAYS.passphrase, name: '' },
    response: undefined,
    malformed: [['nothing', undefined], ...NO_WAYS],
  },
  'ways.replace': {
    request: { id: WAY_ID, by: { recoveryCode: RECOVERY_CODE } },
    response: undefined,
    malformed: [
      ['nothing', undefined],
      ['nothing in its place', { id: WAY_ID }],
      ['nothing to replace', { by: first }],
      ['an id of 15 bytes', { id: base64('slot', 15), by: first }],
      ...NO_WAYS.map(([why, by]) => [why, { id: WAY_ID, by }] as const),
    ],
  },
  'ways.remove': {
    request: { id: WAY_ID },
    response: undefined,
    malformed: [
      ['nothing', undefined],
      ['no id', {}],
      ['an id of 17 bytes', { id: base64('slot', 17) }],
      ['an id that is not base64', { id: '*'.repeat(24) }],
      ['several', { id: [WAY_ID] }],
    ],
  },
  'ways.changeKey': { request: undefined, response: undefined, malformed: ASKS_NOTHING },
  'ways.rename': {
    request: { id: WAY_ID, name: 'Key in the safe' },
    response: undefined,
    malformed: [
      ['nothing', undefined],
      ['no name', { id: WAY_ID }],
      ['an empty name', { id: WAY_ID, name: '' }],
      ['a blank name', { id: WAY_ID, name: ' \t' }],
      ['a name that is too long', { id: WAY_ID, name: 'n'.repeat(65) }],
      ['no id', { name: 'n' }],
    ],
  },
  'settings.get': {
    request: undefined,
    response: {
      ...{ lockAfterMinutes: null, lockWhenIdleMinutes: 5, clockOffsetSeconds: -90 },
      hideCodes: true,
    },
    malformed: ASKS_NOTHING,
  },
  'settings.set': {
    request: {
      ...{ lockAfterMinutes: 5, lockWhenIdleMinutes: null, clockOffsetSeconds: 43_200 },
      hideCodes: false,
    },
    response: undefined,
    malformed: [
      ['nothing', undefined],
      ['a time that is no choice', { lockAfterMinutes: 2 }],
      ['no time at all', { lockAfterMinutes: 0 }],
      ['a time without end', { lockAfterMinutes: Number.POSITIVE_INFINITY }],
      ['a time by name', { lockAfterMinutes: '15' }],
      ['undefined for never', { lockAfterMinutes: undefined }],
      ['an idle time that is no choice', { lockWhenIdleMinutes: 60 }],
      ['more than half a day ahead', { clockOffsetSeconds: 43_201 }],
      ['more than half a day behind', { clockOffsetSeconds: -43_201 }],
      ['half a second', { clockOffsetSeconds: 0.5 }],
      ['no clock', { clockOffsetSeconds: null }],
      ['codes that are neither hidden nor shown', { hideCodes: null }],
      ['another setting', { lockAfterMinutes: 5, verified: true }],
    ],
  },
  'damaged.read': {
    request: { generation: 3 },
    response: { sealed: base64('sealed', 100) },
    malformed: NO_GENERATION,
  },
  'damaged.discard': {
    request: { generation: 3 },
    response: undefined,
    malformed: NO_GENERATION,
  },
  'unlock.show': { request: { tabId: 7 }, response: undefined, malformed: NO_TAB },
  'unlock.done': { request: undefined, response: undefined, malformed: ASKS_NOTHING },
  'popup.open': {
    request: { tabId: 7, count: 16 },
    response: {
      status: { state: 'open', damaged: [], persistent: true },
      enrolment: { findings: [finding], scanned: false, canEnrol: true },
      signIn: { wants: 'nothing', state: 'idle', shown: [], accounts: [], isPinned: true },
      total: 2,
      accounts: [row],
      codes: [{ id: ID, code: '000000', next: '111111', changesAt: 1_700_000_010_000 }],
      unverified: [row],
      groups: [{ id: OTHER_ID, name: 'Clients' }],
      hideCodes: false,
    },
    malformed: [
      ...NO_TAB,
      ['no count', { tabId: 7 }],
      ['less than none', { tabId: 7, count: -1 }],
      ['too many', { tabId: 7, count: 201 }],
    ],
  },
  'popup.hideCodes': {
    request: { hidden: true },
    response: undefined,
    malformed: [
      ['nothing', undefined],
      ['no choice', {}],
      ['another setting', { hidden: true, lockAfterMinutes: null }],
    ],
  },
  'accounts.list': {
    request: {
      ...{ query: 'contoso', from: 200, count: 200, sort: 'used' },
      filter: {
        kind: 'work',
        tenant: 'Contoso',
        group: 'none',
        proof: 'unknown',
        needsAction: true,
      },
    },
    response: {
      total: 402,
      accounts: [
        row,
        {
          id: OTHER_ID,
          ...label,
          type: 'hotp',
          kind: 'personal',
          proof: 'unverified',
          elsewhere: 'Phone',
          methodsPage: 'https://account.live.com/proofs/Manage/additional',
          origins: [],
          mode: 'ask',
          submits: true,
          insteadOfPush: true,
          history: [{ at: AT, kind: 'not-me', origin: 'https://login.live.com' }],
          pinned: true,
          tenant: OTHER_ID,
          group: ID,
          image: IMAGE,
          needsAction: true,
          createdAt: AT,
          lastUsedAt: AT,
        },
        { ...row, type: 'steam' },
      ],
    },
    malformed: [
      ['nothing', undefined],
      ['no query', { from: 0, count: 1 }],
      ['too long a query', { query: 'q'.repeat(201), from: 0, count: 1 }],
      ['no start', { query: '', count: 1 }],
      ['a start before the start', { query: '', from: -1, count: 1 }],
      ['half a start', { query: '', from: 0.5, count: 1 }],
      ['no count', { query: '', from: 0 }],
      ['too many', { query: '', from: 0, count: 201 }],
      ['fewer than none', { query: '', from: 0, count: -1 }],
      ['a key too many', { query: '', from: 0, count: 1, withSecrets: true }],
      ['an order that is none', { query: '', from: 0, count: 1, sort: 'random' }],
      ['a kind that is none', { query: '', from: 0, count: 1, filter: { kind: 'home' } }],
      ['a group by name', { query: '', from: 0, count: 1, filter: { group: 'Family' } }],
      ['no need', { query: '', from: 0, count: 1, filter: { needsAction: false } }],
      ['another filter', { query: '', from: 0, count: 1, filter: { secret: 'MZXW6' } }],
    ],
  },
  'accounts.found': {
    request: { query: 'contoso', filter: { group: 'none' }, sort: 'used' },
    response: [
      { id: ID, pinned: true },
      { id: OTHER_ID, pinned: false },
    ],
    malformed: [
      ['nothing', undefined],
      ['no query', {}],
      ['too long a query', { query: 'q'.repeat(201) }],
      ['an order that is none', { query: '', sort: 'random' }],
      ['a group by name', { query: '', filter: { group: 'Family' } }],
      ['a stretch of them', { query: '', from: 0, count: 1 }],
    ],
  },
  'accounts.facets': {
    request: undefined,
    response: {
      ...{ total: 3, pinned: 1, needsAction: 1, ungrouped: 2 },
      kinds: [{ kind: 'work', count: 3 }],
      tenants: [{ tenant: OTHER_ID, name: 'Contoso', count: 3 }],
      groups: [{ id: ID, name: 'Family', count: 1 }],
      proofs: { unverified: 1, verified: 0, unknown: 2 },
    },
    malformed: ASKS_NOTHING,
  },
  'accounts.unverified': { request: undefined, response: [row], malformed: ASKS_NOTHING },
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
  'accounts.nextCode': { request: { id: ID }, response: { code: '000000' }, malformed: NO_ID },
  'accounts.resynchronise': {
    request: { id: ID, codes: ['000 000', '111-111'] },
    response: undefined,
    malformed: [
      ['nothing', undefined],
      ['no codes', { id: ID }],
      ['one code', { id: ID, codes: ['000000'] }],
      ['three codes', { id: ID, codes: ['000000', '111111', '222222'] }],
      ['a code that is a number', { id: ID, codes: ['000000', 111_111] }],
      ['a code that is too long', { id: ID, codes: ['000000', '1'.repeat(17)] }],
      ['an id that is none', { id: '1', codes: ['000000', '111111'] }],
      ['a counter of its own', { id: ID, codes: ['000000', '111111'], counter: 7 }],
    ],
  },
  'accounts.edit': {
    request: {
      id: ID,
      names: label,
      description: { kind: 'guest', elsewhere: 'Phone' },
      group: null,
      image: IMAGE,
    },
    response: undefined,
    malformed: [
      ['nothing', undefined],
      ['no id', { names: label }],
      ['no issuer', { id: ID, names: { account: '', organisation: '' } }],
      ['no account', { id: ID, names: { issuer: '', organisation: '' } }],
      ['no organisation', { id: ID, names: { issuer: '', account: '' } }],
      ['a name that is too long', { id: ID, names: { ...label, issuer: 'n'.repeat(321) } }],
      ['a name that is none', { id: ID, names: { ...label, account: null } }],
      ['a key too many', { id: ID, names: { ...label, secret: 'MZXW6' } }],
      ['an origin', { id: ID, names: label, origins: ['https://evil.example'] }],
      ['no kind', { id: ID, description: { elsewhere: '' } }],
      ['a kind that is none', { id: ID, description: { kind: 'totp', elsewhere: '' } }],
      ['nothing of elsewhere', { id: ID, description: { kind: 'work' } }],
      ['too much of it', { id: ID, description: { kind: 'work', elsewhere: 'e'.repeat(201) } }],
      ['a proof', { id: ID, description: { kind: 'work', elsewhere: '', proof: 'verified' } }],
      ['a group by name', { id: ID, group: 'Family' }],
      ['a picture of another size', { id: ID, image: png(64, 65) }],
      ['the address of a picture', { id: ID, image: `data:image/png;base64,${IMAGE}` }],
      ['what is no PNG', { id: ID, image: base64('picture', 300) }],
      ['what is no base64', { id: ID, image: `${IMAGE}<` }],
      ['more than 12 kB', { id: ID, image: IMAGE.slice(0, 32) + 'A'.repeat(16_385 - 32) }],
    ],
  },
  'accounts.setFilling': {
    request: { id: ID, mode: 'ask', submits: true, insteadOfPush: false },
    response: undefined,
    malformed: [
      ...NO_ID,
      ['no mode', { id: ID, submits: true, insteadOfPush: false }],
      ['a mode that is none', { id: ID, mode: 'never', submits: true, insteadOfPush: false }],
      ['neither submits nor not', { id: ID, mode: 'ask', insteadOfPush: false }],
      ['neither switches nor not', { id: ID, mode: 'ask', submits: false }],
      ['a text for a yes', { id: ID, mode: 'ask', submits: 'yes', insteadOfPush: false }],
      [
        'a site',
        {
          id: ID,
          mode: 'ask',
          submits: true,
          insteadOfPush: false,
          origins: ['https://a.example'],
        },
      ],
    ],
  },
  'accounts.unbind': {
    request: { id: ID, origin: 'https://bank.example:8443' },
    response: undefined,
    malformed: [
      ...NO_ID,
      ['no site', { id: ID }],
      ['several sites', { id: ID, origin: ['https://bank.example'] }],
      ['a site without end', { id: ID, origin: `https://${'a'.repeat(300)}` }],
    ],
  },
  'accounts.reveal': {
    request: { id: ID },
    response: { uri: 'otpauth://totp/Contoso:alex?secret=MZXW6' },
    malformed: NO_ID,
  },
  'accounts.pin': {
    request: { ids: [ID, OTHER_ID], pinned: true },
    response: undefined,
    malformed: [
      ...NO_IDS.map(([why, request]) => [why, { ...request, pinned: true }] as const),
      ['neither pinned nor not', { ids: [ID] }],
      ['a pin that is a text', { ids: [ID], pinned: 'yes' }],
    ],
  },
  'accounts.move': {
    request: { ids: [ID], before: null },
    response: undefined,
    malformed: [
      ...NO_IDS.map(([why, request]) => [why, { ...request, before: null }] as const),
      ['nowhere', { ids: [ID] }],
      ['a place by number', { ids: [ID], before: 0 }],
      ['a place that is none', { ids: [ID], before: 'end' }],
    ],
  },
  'accounts.setGroup': {
    request: { ids: [ID, OTHER_ID], group: OTHER_ID },
    response: undefined,
    malformed: [
      ...NO_IDS.map(([why, request]) => [why, { ...request, group: null }] as const),
      ['no group', { ids: [ID] }],
      ['a group by name', { ids: [ID], group: 'Family' }],
    ],
  },
  'accounts.used': { request: { id: ID }, response: undefined, malformed: NO_ID },
  'accounts.delete': { request: { ids: [ID] }, response: undefined, malformed: NO_IDS },
  'accounts.bin': {
    request: undefined,
    response: [{ ...row, deletedAt: AT, goneAt: AT + 1 }],
    malformed: ASKS_NOTHING,
  },
  'accounts.restore': { request: { id: ID }, response: undefined, malformed: NO_ID },
  'accounts.emptyBin': { request: undefined, response: undefined, malformed: ASKS_NOTHING },
  'groups.add': { request: { name: 'Family' }, response: { id: ID }, malformed: NO_NAMES },
  'groups.rename': {
    request: { id: ID, name: 'Family' },
    response: undefined,
    malformed: [
      ...NO_NAMES.map(([why, request]) => [why, { id: ID, ...request }] as const),
      ['no id', { name: 'Family' }],
    ],
  },
  'groups.remove': { request: { id: ID }, response: undefined, malformed: NO_ID },
  'groups.move': {
    request: { id: ID, before: OTHER_ID },
    response: undefined,
    malformed: [
      ...NO_ID.map(([why, request]) => [why, request && { ...request, before: null }] as const),
      ['nowhere', { id: ID }],
      ['a place by number', { id: ID, before: 0 }],
    ],
  },
  'clock.measure': {
    request: {
      id: ID,
      samples: [
        { code: '000 000', at: AT },
        { code: '111111', at: AT + 30_000 },
      ],
    },
    response: { kind: 'skewed', offsetSeconds: -90 },
    malformed: [
      ['nothing', undefined],
      ['no samples', { id: ID }],
      ['an empty list', { id: ID, samples: [] }],
      [
        'too many',
        { id: ID, samples: Array.from({ length: 11 }, () => ({ code: '000000', at: AT })) },
      ],
      ['a code that is too long', { id: ID, samples: [{ code: '1'.repeat(17), at: AT }] }],
      ['a code of no time', { id: ID, samples: [{ code: '000000' }] }],
      ['half a millisecond', { id: ID, samples: [{ code: '000000', at: 0.5 }] }],
      ['an id that is none', { id: '1', samples: [{ code: '000000', at: AT }] }],
      ['a secret of its own', { id: ID, samples: [{ code: '0', at: AT }], secret: 'MZXW6' }],
    ],
  },
  'clock.looked': { request: undefined, response: undefined, malformed: ASKS_NOTHING },
  'clipboard.copied': {
    request: undefined,
    response: undefined,
    malformed: [...ASKS_NOTHING, ['what was copied', { code: '000000' }]],
  },
  'enrolment.get': {
    request: { tabId: 7 },
    response: {
      findings: [
        finding,
        { kind: 'refused', code: 'invalid', field: 'secret' },
        { kind: 'push', form: 'https', account: 'work' },
        { kind: 'web', address: 'https://contoso.example/' },
      ],
      transfer,
      scanned: false,
      added: { id: ID, ...label, verified: false },
      drive: { state: 'stopped', step: 'qr', reason: 'unreadable' },
      canEnrol: true,
      site: 'https://shop.contoso.example',
    },
    malformed: NO_TAB,
  },
  'enrolment.add': {
    request: { tabId: 7, findingId: 'f', names: label, accountKind: 'guest' },
    response: { kind: 'added', ...label },
    malformed: [
      ...NO_TAB,
      ['no finding', { tabId: 7 }],
      ['an account of its own', { tabId: 7, findingId: 'f', secret: 'MZXW6' }],
      ['an origin of its own', { tabId: 7, findingId: 'f', origins: ['https://evil.example'] }],
      ['half a name', { tabId: 7, findingId: 'f', names: { issuer: 'a' } }],
      ['a kind that is none', { tabId: 7, findingId: 'f', accountKind: 'totp' }],
    ],
  },
  'enrolment.scan': { request: { tabId: 7 }, response: { found: 2 }, malformed: NO_TAB },
  'enrolment.start': {
    request: { kind: 'personal' },
    response: undefined,
    malformed: [
      ['nothing', undefined],
      ['a guest, whose organisation only the page knows', { kind: 'guest' }],
      ['a page of its own', { kind: 'work', url: 'https://evil.example/' }],
    ],
  },
  'enrolment.drive': { request: { tabId: 7 }, response: undefined, malformed: NO_TAB },
  'enrolment.stop': { request: { tabId: 7 }, response: undefined, malformed: NO_TAB },
  'enrolment.dismiss': { request: { tabId: 7 }, response: undefined, malformed: NO_TAB },
  'enrolment.finish': { request: { id: ID }, response: undefined, malformed: NO_ID },
  'enrolment.observed': {
    request: observation,
    response: { kind: 'click', control: 'next' },
    malformed: [
      ['nothing', undefined],
      ['a step that is none', { ...observation, step: 'password' }],
      ['a control that is none', { ...observation, controls: ['delete'] }],
      ['half a look', { ...observation, looks: 0.5 }],
      ['looks backwards', { ...observation, looks: -1 }],
      ['an address of its own', { ...observation, url: 'https://mysignins.microsoft.com/' }],
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
    response: { kind: 'code', code: '000000', submit: false },
    malformed: ASKS_NOTHING,
  },
  'enrolment.left': { request: undefined, response: undefined, malformed: ASKS_NOTHING },
  'intake.get': {
    request: { page: ADD_PAGE },
    response: { findings: [finding], transfer },
    malformed: NO_PAGE,
  },
  'intake.read': {
    request: { page: ADD_PAGE, texts: ['steam://MZXW6'], keep: true },
    response: { findings: [] },
    malformed: [
      ['nothing', undefined],
      ['no page', { texts: [], keep: false }],
      ['no texts', { page: ADD_PAGE, keep: false }],
      ['a text that is none', { page: ADD_PAGE, texts: [7], keep: false }],
      ['too many', { page: ADD_PAGE, texts: Array.from({ length: 101 }, () => ''), keep: false }],
      ['too long a text', { page: ADD_PAGE, texts: ['t'.repeat(20_001)], keep: false }],
      ['no word on what was found before', { page: ADD_PAGE, texts: [] }],
    ],
  },
  'intake.type': {
    request: typed,
    response: { findings: [finding] },
    malformed: [
      ['nothing', undefined],
      ['no page', { ...typed, page: undefined }],
      ['no secret', { ...typed, secret: undefined }],
      ['too long a secret', { ...typed, secret: 'A'.repeat(2001) }],
      ['half a digit', { ...typed, digits: 6.5 }],
      ['an algorithm that is none', { ...typed, algorithm: 'MD5' }],
      ['a type that is none', { ...typed, type: 'motp' }],
      ['an origin of its own', { ...typed, origins: ['https://evil.example'] }],
    ],
  },
  'intake.add': {
    request: { page: ADD_PAGE, accounts: [{ findingId: 'f' }, { findingId: 'g', names: label }] },
    response: [
      { kind: 'added', ...label },
      { kind: 'already-here', ...label, restored: true },
    ],
    malformed: [
      ['nothing', undefined],
      ['no page', { accounts: [{ findingId: 'f' }] }],
      ['no account', { page: ADD_PAGE, accounts: [] }],
      [
        'an account of its own',
        { page: ADD_PAGE, accounts: [{ findingId: 'f', secret: 'MZXW6' }] },
      ],
      ['an id that is too long', { page: ADD_PAGE, accounts: [{ findingId: 'f'.repeat(65) }] }],
    ],
  },
  'intake.clear': { request: { page: ADD_PAGE }, response: undefined, malformed: NO_PAGE },
  'signIn.field': {
    request: wanting,
    response: { kind: 'wait', ms: 1000 },
    malformed: NOT_WANTING,
  },
  'signIn.byHand': {
    request: { ...wanting, shown: [], field: 2, room: 6 },
    response: { kind: 'code', code: '000000', submit: true },
    malformed: NOT_WANTING,
  },
  'signIn.push': {
    request: push,
    response: { kind: 'switch' },
    malformed: [
      ...NO_PAGE,
      ['a number of a field', wanting],
      ['a tenant by domain', { ...push, tenant: 'contoso.example' }],
      ['addresses without end', { ...push, shown: Array.from({ length: 11 }, () => 'a') }],
    ],
  },
  'signIn.stuck': {
    request: { page: ADD_PAGE },
    response: undefined,
    malformed: [...NO_PAGE, ['a tab', { page: ADD_PAGE, tabId: 7 }]],
  },
  'signIn.attend': { request: undefined, response: undefined, malformed: ASKS_NOTHING },
  'signIn.left': {
    request: { page: ADD_PAGE },
    response: undefined,
    malformed: [...NO_PAGE, ['a tab', { page: ADD_PAGE, tabId: 7 }]],
  },
  'signIn.get': {
    request: { tabId: 7 },
    response: {
      site: {
        origin: 'https://xn--bnk-sla.example',
        host: 'xn--bnk-sla.example',
        unicode: 'bänk.example',
        isMicrosoft: false,
        mayReach: true,
      },
      wants: 'code',
      state: 'asked',
      shown: ['alex@contoso.example'],
      accounts: [
        { ...row, fits: true },
        { ...row, id: OTHER_ID, fits: false },
      ],
      accountId: ID,
      number: 42,
      numberElsewhere: 77,
      isPinned: true,
    },
    malformed: NO_TAB,
  },
  'signIn.fill': {
    request: { tabId: 7, id: ID },
    response: { outcome: 'waiting' },
    malformed: [
      ...NO_TAB,
      ['no account', { tabId: 7 }],
      ['an account that is none', { tabId: 7, id: '1' }],
      ['an origin of its own', { tabId: 7, id: ID, origin: 'https://bank.example' }],
    ],
  },
  'signIn.bind': {
    request: { tabId: 7, id: ID, origin: 'https://bank.example' },
    response: undefined,
    malformed: [
      ...NO_TAB,
      ['no account', { tabId: 7, origin: 'https://bank.example' }],
      ['no origin', { tabId: 7, id: ID }],
      ['several origins', { tabId: 7, id: ID, origin: ['https://bank.example'] }],
    ],
  },
  'signIn.boundHosts': {
    request: undefined,
    response: [{ host: 'bank.example' }],
    malformed: ASKS_NOTHING,
  },
  'signIn.useCode': { request: { tabId: 7 }, response: undefined, malformed: NO_TAB },
  'approvals.get': {
    request: undefined,
    response: {
      request: {
        ...approvalAsked,
        step: 'shown',
        until: AT + 60_000,
        numbers: [12, 42, 77],
        numberAt: 'any-popup',
      },
      waiting: 1,
    },
    malformed: ASKS_NOTHING,
  },
  'approvals.pick': {
    request: { id: ID, number: 42 },
    response: undefined,
    malformed: [
      ...NO_ID,
      ['no number', { id: ID }],
      ['half a number', { id: ID, number: 4.2 }],
      ['a number by name', { id: ID, number: '42' }],
      ['all numbers', { id: ID, number: [12, 42, 77] }],
    ],
  },
  'approvals.confirm': {
    request: { id: ID, opener: key },
    response: undefined,
    malformed: [
      ...NO_ID,
      ['nothing that opens', { id: ID }],
      ...NO_OPENERS.map(([why, opener]) => [why, { id: ID, opener }] as const),
    ],
  },
  'approvals.refuse': { request: { id: ID }, response: undefined, malformed: NO_ID },
  'approvals.next': { request: { id: ID }, response: undefined, malformed: NO_ID },
  'code.filled': { request: undefined, response: undefined, malformed: ASKS_NOTHING },
  'code.refused': {
    request: push,
    response: undefined,
    malformed: [...NO_PAGE.slice(1), ['an account of its own', { ...push, id: ID }]],
  },
};
