import fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import { encodeBase64 } from '../../src/encoding/base64.ts';
import type { Reply } from '../../src/messages/envelope.ts';
import { type MessageName, PROTOCOL } from '../../src/messages/protocol.ts';
import type { SenderClass } from '../../src/messages/sender.ts';
import { decodeBase32 } from '../../src/otp/base32.ts';
import { codeAtStep, codeAtTime } from '../../src/otp/code.ts';
import { bytes, WAYS } from '../crypto/slots.ts';
import { formatUri, hotp, steam, totp } from '../otp/credentials.ts';
import { breakSeal, PASSKEY, RECOVERY_CODE, tamper } from '../vault/in-memory.ts';
import { Background, effects, KEY, PAGE } from './background.ts';
import { EXAMPLES } from './examples.ts';
import { ADD_PAGE, ENROLMENT_URL, SENDERS, SIGN_IN_URL } from './senders.ts';

vi.setConfig({ testTimeout: 60_000 });

/** Secrets as long as sites make them, none in another: what is found is the secret and no chance hit. */
const SECRETS = [
  'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP',
  'KRSXG5CTMVRXEZLUKN2XAZLSKNSWG4TF',
  'MFRGGZDFMZTWQ2LKNNWG23TPOBYXE43U',
  'ORUGS4ZANFZSAYJAONSWG4TFOQQGM33S',
] as const;
const [ONE, COUNTED, ON_STEAM, OFFERED] = SECRETS;

/** All forms that a secret, or a key, may have in a text. */
function formsOf(raw: Uint8Array): string[] {
  const buffer = Buffer.from(raw);
  return (['hex', 'base64', 'base64url', 'latin1'] as const).map((encoding) =>
    buffer.toString(encoding).replace(/=+$/u, ''),
  );
}
const FORBIDDEN = [
  ...SECRETS.flatMap((secret) => [
    secret,
    ...formsOf(decodeBase32(secret)),
    ...formsOf(Buffer.from(secret)),
  ]),
  // Nor does any answer repeat what opens the vault.
  ...formsOf(PASSKEY.material),
  ...formsOf(bytes('passphrase')),
  RECOVERY_CODE,
  RECOVERY_CODE.replaceAll('-', ''),
].map((form) => form.toUpperCase());

const NAMES = Object.keys(EXAMPLES) as MessageName[];
/** What makes something first, what takes it away last. */
const IN_ORDER: readonly MessageName[] = [
  'enrolment.seen',
  ...NAMES.filter(
    (name) => !/seen|delete|discard|remove|emptyBin|left|vault\.(?:create|lock)/u.test(name),
  ),
  'accounts.delete',
  'accounts.restore',
  'accounts.delete',
  'accounts.bin',
  'accounts.emptyBin',
  'groups.remove',
  'damaged.discard',
  'ways.remove',
  'enrolment.left',
  'signIn.left',
  'signIn.stuck',
];
const PASSPHRASE = {
  way: WAYS.passphrase,
  material: encodeBase64(bytes('passphrase')),
  name: 'Passphrase',
};

async function prepare() {
  const background = new Background();
  await background.create();
  await background.add(totp({ secret: ONE }));
  const counted = await background.add(hotp({ secret: COUNTED, account: 'counted' }));
  const asking = { mode: 'ask', submits: true, insteadOfPush: false } as const;
  await background.get('accounts.setFilling', { id: counted.id, ...asking });
  await background.add(steam({ secret: ON_STEAM }));
  await background.get('ways.add', PASSPHRASE);
  await background.add(totp({ secret: 'MZXW6', account: 'broken' }));
  await tamper(7, breakSeal);
  background.restart();
  await background.vault.open({ recoveryCode: RECOVERY_CODE });
  background.pageShows = [formatUri(totp({ secret: OFFERED, account: 'offered' }))];
  background.address = ENROLMENT_URL;
  return background;
}

/** The ids of the accounts that were found. */
function findingsOf(reply: Reply): string[] {
  const { findings = [] } = (reply.ok ? reply.response : {}) as { findings?: { id?: string }[] };
  return findings.flatMap(({ id }) => id ?? []);
}

/** The user wants a code of an account that asks first: the request on show, and its number while it is to be picked. */
async function approvalOnShow(background: Background) {
  background.address = SIGN_IN_URL;
  const { accounts } = await background.getAs(SENDERS.popup, 'signIn.get', { tabId: 7 });
  const asking = accounts.find(({ mode }) => mode === 'ask');
  if (asking) {
    effects.askPage.mockResolvedValueOnce('waiting');
    await background.ask(SENDERS.popup, 'signIn.fill', { tabId: 7, id: asking.id });
  }
  await background.showField(SENDERS['sign-in-page'], { account: '' });
  const { request } = await background.getAs(SENDERS.approve, 'approvals.get');
  const { number = 0 } = await background.getAs(SENDERS.popup, 'signIn.get', { tabId: 7 });
  return { id: request?.id ?? PAGE, number };
}

/** Requests that say something here: of the accounts and ways that there are, in place of the examples' ids. */
async function requestsOf(background: Background, name: MessageName): Promise<unknown[]> {
  const { request } = EXAMPLES[name];
  const document = await background.vault.document().catch(() => undefined);
  const ways = document ? await background.get('ways.list') : [];
  const accounts = document?.accounts ?? [];
  const ids = accounts.map(({ id }) => id);
  const fill = (id: string) => {
    if (typeof request !== 'object' || request === null) return request;
    if ('ids' in request) return { ...request, ids: [id] };
    return 'id' in request ? { ...request, id } : request;
  };
  switch (name) {
    case 'accounts.codes':
      return ids.map((id) => ({ ids: [id] }));
    case 'accounts.setGroup':
      return ids.map((id) => ({ ids: [id], group: null }));
    case 'groups.rename':
    case 'groups.remove':
      return (document?.groups ?? []).map(({ id }) => fill(id));
    case 'groups.move':
      return (document?.groups ?? []).map(({ id }) => ({ id, before: null }));
    case 'accounts.list':
      return [{ query: '', from: 0, count: 200 }];
    case 'intake.read':
      return [...SECRETS, 'GEZDGNBVGY3TQOJQ'].map((secret) => ({
        page: ADD_PAGE,
        texts: [
          formatUri(totp({ secret })),
          `otpauth://totp/a?secret=${secret}&digits=99`,
          `otpauth://totp/a?secret=${secret}%20`,
          `otpauth://${secret}/a`,
        ],
        keep: true,
      }));
    case 'intake.type':
      return SECRETS.flatMap((secret) => [
        { ...EXAMPLES[name].request, secret },
        { ...EXAMPLES[name].request, secret: `${secret}0` },
        { ...EXAMPLES[name].request, secret, digits: 99 },
      ]);
    case 'intake.add':
      return findingsOf(
        await background.ask(SENDERS.manager, 'intake.get', { page: ADD_PAGE }),
      ).map((findingId) => ({ page: ADD_PAGE, accounts: [{ findingId }] }));
    case 'enrolment.add':
      return findingsOf(await background.ask(SENDERS.popup, 'enrolment.get', { tabId: 7 })).map(
        (findingId) => ({ tabId: 7, findingId }),
      );
    case 'vault.open':
    case 'vault.verify':
      return [KEY, { recoveryCode: RECOVERY_CODE }, request];
    case 'damaged.read':
    case 'damaged.discard':
      return (document?.damaged ?? []).map(({ generation }) => ({ generation }));
    // The passphrase: the others stay, so that the vault can be opened again.
    case 'ways.remove':
    case 'ways.rename':
      return ways.filter(({ kind }) => kind === 'passphrase').map(({ id }) => fill(id));
    case 'ways.replace':
      return ways
        .filter(({ kind }) => kind === 'passphrase')
        .map(({ id }) => ({ id, by: PASSPHRASE }));
    case 'accounts.resynchronise':
      return accounts.flatMap(({ id, credential }) => {
        if (credential.type !== 'hotp') return [];
        const { counter } = credential;
        return { id, codes: [counter, counter + 1].map((each) => codeAtStep(credential, each)) };
      });
    case 'signIn.field':
    case 'signIn.byHand':
    case 'signIn.push':
      return accounts.map(({ credential }) => ({
        ...EXAMPLES[name].request,
        shown: [credential.account],
        tenant: undefined,
      }));
    case 'signIn.fill':
      background.address = SIGN_IN_URL;
      return ids.map((id) => ({ tabId: 7, id }));
    case 'signIn.bind': {
      const { origin } = new URL(background.address);
      return ids.map((id) => ({ tabId: 7, id, origin }));
    }
    case 'signIn.useCode': {
      background.address = SIGN_IN_URL;
      const push = { page: PAGE, shown: ['alex@contoso.example'] };
      await background.ask(SENDERS['sign-in-page'], 'signIn.push', push);
      return [request];
    }
    case 'approvals.pick':
      return [await approvalOnShow(background)];
    case 'approvals.confirm': {
      const onShow = await approvalOnShow(background);
      await background.ask(SENDERS.approve, 'approvals.pick', onShow);
      return [{ id: onShow.id, opener: { recoveryCode: RECOVERY_CODE } }];
    }
    case 'approvals.refuse':
    case 'approvals.next':
      return [{ id: (await approvalOnShow(background)).id }];
    case 'clock.measure':
      return accounts.flatMap(({ id, credential }) => {
        if (credential.type === 'hotp') return [];
        const at = background.machine.clock.now();
        return { id, samples: [{ code: codeAtTime(credential, at / 1000), at }] };
      });
    default:
      return ids.length > 0 && fill('') !== request ? ids.map(fill) : [request];
  }
}

async function askAll(background: Background, name: MessageName, sender: SenderClass) {
  const said: unknown[] = [];
  for (const request of await requestsOf(background, name)) {
    said.push(await background.ask(SENDERS[sender], name, request as never));
  }
  return said;
}

/** The one message that shows a secret: on the user's demand, to the manager, after a fresh verification. */
const REVEALS: MessageName = 'accounts.reveal';

function expectNothingForbidden(said: unknown): void {
  const text = JSON.stringify(said).toUpperCase();
  for (const form of FORBIDDEN) {
    // A damaged state comes sealed: in no form is a secret in it.
    if (text.includes(form)) throw new Error(`${form} was said`);
  }
}

it('every message that there is, with every account, from every sender, open and locked', async () => {
  const background = await prepare();
  const said: unknown[] = [];
  const answered = new Set<MessageName>();
  for (const state of ['open', 'locked', 'open again']) {
    if (state === 'locked') await background.vault.lock();
    if (state === 'open again') await background.vault.open({ recoveryCode: RECOVERY_CODE });
    for (const name of IN_ORDER) {
      for (const sender of PROTOCOL[name].from) {
        const replies = await askAll(background, name, sender);
        if (replies.some((reply) => (reply as { ok: boolean }).ok)) answered.add(name);
        if (name !== REVEALS) said.push([name, replies]);
        else if (state === 'open') expect(JSON.stringify(replies)).toContain(ONE);
      }
    }
  }
  expectNothingForbidden(said);
  // The test is one only if they answered; the vault is made and locked by hand.
  expect(NAMES.filter((name) => !answered.has(name))).toEqual([
    'vault.create',
    'firstRun.recoveryCode',
    'vault.lock',
  ]);
});

it('messages in any order', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom(...NAMES), {
        minLength: 5,
        maxLength: 15,
      }),
      async (messages) => {
        const background = await prepare();
        for (const name of messages) {
          const [sender] = PROTOCOL[name].from;
          const replies = await askAll(background, name, sender);
          if (name !== REVEALS) expectNothingForbidden([name, replies]);
        }
      },
    ),
    { numRuns: 15 },
  );
});
