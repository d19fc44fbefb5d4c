import { beforeEach, describe, expect, it, vi } from 'vitest';
import { Fault } from '../../src/fault.ts';
import { type MessageName, PROTOCOL } from '../../src/messages/protocol.ts';
import { createRouter, type Handlers } from '../../src/messages/router.ts';
import type { SenderClass } from '../../src/messages/sender.ts';
import { EXAMPLES } from './examples.ts';
import { contentScript, OWN, SENDER_CLASSES, SENDERS, SITES, STRANGERS } from './senders.ts';

const NAMES = Object.keys(PROTOCOL) as MessageName[];
const CANARY = 'GEZDGNBVGY3TQOJQ';

/** Who may send what. Written out here on purpose: a change of the protocol is a change of this table. */
const MATRIX: Record<MessageName, readonly SenderClass[]> = {
  'vault.status': ['popup', 'unlock', 'manager', 'approve'],
  'vault.newRecoveryCode': ['manager'],
  'vault.create': ['unlock'],
  'firstRun.get': ['unlock'],
  'firstRun.made': ['unlock'],
  'firstRun.recoveryCode': ['unlock'],
  'firstRun.beginAnew': ['unlock'],
  'firstRun.finish': ['unlock'],
  'vault.ways': ['unlock', 'manager', 'approve'],
  'vault.open': ['unlock', 'manager'],
  'vault.verify': ['manager'],
  'vault.lock': ['popup', 'manager'],
  'vault.undo': ['popup', 'manager'],
  'vault.used': ['popup', 'manager'],
  'ways.list': ['manager'],
  'ways.add': ['manager'],
  'ways.replace': ['manager'],
  'ways.remove': ['manager'],
  'ways.changeKey': ['manager'],
  'ways.rename': ['manager'],
  'settings.get': ['popup', 'manager'],
  'settings.set': ['manager'],
  'damaged.read': ['manager'],
  'damaged.discard': ['manager'],
  'unlock.show': ['popup'],
  'popup.open': ['popup'],
  'popup.hideCodes': ['popup'],
  'unlock.done': ['unlock'],
  'accounts.list': ['popup', 'manager'],
  'accounts.found': ['manager'],
  'accounts.facets': ['popup', 'manager'],
  'accounts.unverified': ['popup', 'manager'],
  'accounts.codes': ['popup', 'manager'],
  'accounts.nextCode': ['popup', 'manager'],
  'accounts.resynchronise': ['manager'],
  'accounts.edit': ['manager'],
  'accounts.pin': ['popup', 'manager'],
  'accounts.setFilling': ['manager'],
  'accounts.unbind': ['manager'],
  'accounts.reveal': ['manager'],
  'accounts.move': ['manager'],
  'accounts.setGroup': ['manager'],
  'accounts.used': ['popup', 'manager'],
  'accounts.delete': ['popup', 'manager'],
  'accounts.bin': ['manager'],
  'accounts.restore': ['manager'],
  'accounts.emptyBin': ['manager'],
  'groups.add': ['manager'],
  'groups.rename': ['manager'],
  'groups.remove': ['manager'],
  'groups.move': ['manager'],
  'clock.measure': ['manager'],
  'clock.looked': ['popup', 'manager'],
  'clipboard.copied': ['popup', 'manager'],
  'enrolment.get': ['popup'],
  'enrolment.add': ['popup'],
  'enrolment.scan': ['popup'],
  'enrolment.start': ['popup', 'manager', 'unlock'],
  'enrolment.drive': ['popup'],
  'enrolment.stop': ['popup'],
  'enrolment.dismiss': ['popup'],
  'enrolment.finish': ['popup', 'manager'],
  'enrolment.observed': ['enrolment-page', 'sign-in-page'],
  'intake.get': ['manager'],
  'intake.read': ['manager'],
  'intake.type': ['manager'],
  'intake.add': ['manager'],
  'intake.clear': ['manager'],
  'enrolment.seen': ['enrolment-page'],
  'enrolment.code': ['enrolment-page'],
  'enrolment.left': ['enrolment-page', 'sign-in-page'],
  'signIn.field': ['sign-in-page', 'site-page'],
  'signIn.byHand': ['sign-in-page', 'site-page'],
  'signIn.push': ['sign-in-page'],
  'signIn.stuck': ['sign-in-page'],
  'signIn.attend': ['site-page'],
  'signIn.left': ['sign-in-page', 'site-page'],
  'signIn.get': ['popup'],
  'signIn.fill': ['popup'],
  'signIn.bind': ['popup'],
  'signIn.boundHosts': ['popup'],
  'signIn.useCode': ['popup'],
  'approvals.get': ['approve'],
  'approvals.pick': ['approve'],
  'approvals.confirm': ['approve'],
  'approvals.refuse': ['approve'],
  'approvals.next': ['approve'],
  'code.filled': ['enrolment-page', 'sign-in-page', 'site-page'],
  'code.refused': ['enrolment-page', 'sign-in-page', 'site-page'],
};

const pairs = NAMES.flatMap((name) =>
  SENDER_CLASSES.map((sender) => [name, sender, MATRIX[name].includes(sender)] as const),
);
const allowed = pairs.filter(([, , may]) => may);
const denied = pairs.filter(([, , may]) => !may);

/** A sender that may send the message. */
const rightful = (name: MessageName) => SENDERS[MATRIX[name][0] ?? 'popup'];

const spies = Object.fromEntries(
  NAMES.map((name) => [name, vi.fn<(...given: unknown[]) => Promise<unknown>>()]),
) as Record<MessageName, ReturnType<typeof vi.fn<(...given: unknown[]) => Promise<unknown>>>>;
const route = createRouter(spies as Handlers, OWN);

const called = () => NAMES.filter((name) => spies[name].mock.calls.length > 0);

beforeEach(() => {
  for (const name of NAMES) {
    spies[name].mockReset().mockResolvedValue(EXAMPLES[name].response);
  }
});

describe('a message from a sender on its list reaches its handler', () => {
  it.each(allowed)('%s from %s', async (name, sender) => {
    const { request, response } = EXAMPLES[name];
    expect(await route({ name, request }, SENDERS[sender])).toEqual({ ok: true, response });
    expect(called()).toEqual([name]);
    expect(spies[name]).toHaveBeenCalledExactlyOnceWith(
      request,
      expect.objectContaining({ class: sender }),
    );
  });
});

describe('a message from a sender off its list reaches nothing', () => {
  it.each(denied)('%s from %s', async (name, sender) => {
    const { request } = EXAMPLES[name];
    expect(await route({ name, request }, SENDERS[sender])).toEqual({ ok: false, code: 'refused' });
    expect(called()).toEqual([]);
  });

  it('nor does a malformed one tell more than that it is refused', async () => {
    for (const [name, sender] of denied) {
      const reply = await route({ name, request: { nonsense: CANARY } }, SENDERS[sender]);
      expect([name, sender, reply]).toEqual([name, sender, { ok: false, code: 'refused' }]);
    }
    expect(called()).toEqual([]);
  });
});

describe('no message from a stranger reaches anything', () => {
  it.each(STRANGERS)('%s', async (_, sender) => {
    for (const name of NAMES) {
      const reply = await route({ name, request: EXAMPLES[name].request }, sender);
      expect([name, reply]).toEqual([name, { ok: false, code: 'refused' }]);
    }
    expect(called()).toEqual([]);
  });

  it('nor does what is no message at all', async () => {
    expect(await route(undefined, {})).toEqual({ ok: false, code: 'refused' });
  });
});

describe('a page of any site, whatever it is called, is no page of ours or of Microsoft', () => {
  const notTheirs = NAMES.filter((name) => !MATRIX[name].includes('site-page'));

  it.each(SITES)('%s', async (url) => {
    for (const name of notTheirs) {
      const reply = await route({ name, request: EXAMPLES[name].request }, contentScript(url));
      expect([name, reply]).toEqual([name, { ok: false, code: 'refused' }]);
    }
    expect(called()).toEqual([]);
  });

  it('and may say of itself only what a page that wants a code says', () => {
    expect(NAMES.filter((name) => MATRIX[name].includes('site-page')).sort()).toEqual([
      'code.filled',
      'code.refused',
      'signIn.attend',
      'signIn.byHand',
      'signIn.field',
      'signIn.left',
    ]);
  });
});

describe('what a message says of its sender does not count', () => {
  it.each([
    { class: 'unlock' },
    { class: 'manager' },
    { url: `${OWN.baseUrl}manager.html`, id: OWN.id, origin: OWN.baseUrl.slice(0, -1) },
    { sender: { class: 'unlock' } },
    { origin: 'https://login.microsoftonline.com' },
    { from: 'unlock' },
  ])('%o', async (claim) => {
    const message = { name: 'vault.ways', ...claim };
    expect(await route(message, SENDERS['sign-in-page'])).toMatchObject({ ok: false });
    expect(called()).toEqual([]);
  });
});

describe('what is no message of the protocol is malformed', () => {
  const NO_MESSAGES: [string, unknown][] = [
    ['nothing', undefined],
    ['null', null],
    ['a text', 'vault.lock'],
    ['a list', ['vault.lock']],
    ['no name', { request: undefined }],
    ['a name that is no text', { name: 1 }],
    ['a list of names', { name: ['vault.lock'] }],
    ['an unknown name', { name: 'vault.export' }],
    ['another case', { name: 'VAULT.LOCK' }],
    ['a blank', { name: 'vault.lock ' }],
    ['a key too many', { name: 'vault.lock', next: 'vault.open' }],
    ...['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf', ''].map(
      (name): [string, unknown] => [`the name ${JSON.stringify(name)}`, { name }],
    ),
    ['a name from a prototype', JSON.parse('{"__proto__": {"name": "vault.lock"}}')],
  ];

  it.each(NO_MESSAGES)('%s', async (_, message) => {
    for (const sender of SENDER_CLASSES) {
      expect(await route(message, SENDERS[sender])).toEqual({ ok: false, code: 'malformed' });
    }
    expect(called()).toEqual([]);
  });
});

describe('a malformed request reaches no handler', () => {
  const malformed = NAMES.flatMap((name) =>
    EXAMPLES[name].malformed.map(([why, request]) => [name, why, request] as const),
  );

  it.each(malformed)('%s: %s', async (name, _, request) => {
    const reply = await route({ name, request }, rightful(name));
    expect(reply).toMatchObject({ ok: false, code: 'malformed' });
    expect(called()).toEqual([]);
  });

  it('and is not repeated in the reply, but for the name of the field', async () => {
    const request = { ...EXAMPLES['signIn.field'].request, tenant: CANARY };
    expect(await route({ name: 'signIn.field', request }, SENDERS['sign-in-page'])).toEqual({
      ok: false,
      code: 'malformed',
      field: 'tenant',
    });
  });
});

describe('a picture', () => {
  const routePicture = (width: number, height: number) => {
    const luminance = Buffer.alloc(width * height, 0x55).toString('base64');
    const request = { pictures: [{ width, height, luminance }] };
    return route({ name: 'enrolment.seen', request }, SENDERS['enrolment-page']);
  };

  it('may have sides of 600 pixels', async () => {
    expect(await routePicture(600, 600)).toEqual({ ok: true, response: undefined });
  });

  it.each([
    [601, 600, 'width'],
    [600, 601, 'height'],
    [0, 600, 'width'],
  ])('may not have %i by %i', async (width, height, side) => {
    expect(await routePicture(width, height)).toEqual({
      ok: false,
      code: 'malformed',
      field: `pictures.0.${side}`,
    });
    expect(called()).toEqual([]);
  });
});

describe('a handler that fails', () => {
  it.each([
    ['with an error', new Error(`cannot read ${CANARY}`)],
    ['with a text', CANARY],
    ['with an object that looks like a Fault', { name: 'Fault', code: CANARY, message: CANARY }],
    ['with nothing', undefined],
  ])('%s is internal, and nothing of it gets out', async (_, reason) => {
    for (const name of NAMES) {
      spies[name].mockRejectedValue(reason);
      const reply = await route({ name, request: EXAMPLES[name].request }, rightful(name));
      expect([name, reply]).toEqual([name, { ok: false, code: 'internal' }]);
    }
  });

  it('before it is asynchronous is internal too', async () => {
    spies['vault.lock'].mockImplementation(() => {
      throw new Error(CANARY);
    });
    const reply = await route({ name: 'vault.lock' }, SENDERS.popup);
    expect(reply).toEqual({ ok: false, code: 'internal' });
  });

  it.each([
    [new Fault('locked', `not a word of ${CANARY}`), { ok: false, code: 'locked' }],
    [
      new Fault('unsupported', CANARY, 'secret'),
      { ok: false, code: 'unsupported', field: 'secret' },
    ],
  ])('with a Fault gives its code and field: %o', async (fault, expected) => {
    spies['enrolment.add'].mockRejectedValue(fault);
    const { request } = EXAMPLES['enrolment.add'];
    expect(await route({ name: 'enrolment.add', request }, SENDERS.popup)).toEqual(expected);
  });
});

describe('an answer that the protocol does not know', () => {
  /** The answer with a secret in every object of it. */
  function leaky(answer: unknown): unknown {
    if (Array.isArray(answer)) return [...answer.map(leaky), { secret: CANARY }];
    if (typeof answer !== 'object' || answer === null) return answer;
    const entries = Object.entries(answer).map(([key, value]) => [key, leaky(value)]);
    return { ...Object.fromEntries(entries), secret: CANARY };
  }

  it.each(NAMES)('of %s does not get out', async (name) => {
    const { request, response } = EXAMPLES[name];
    const answers = [
      response === undefined ? { secret: CANARY } : leaky(response),
      CANARY,
      [CANARY],
    ];
    for (const answer of answers) {
      spies[name].mockResolvedValue(answer);
      expect(await route({ name, request }, rightful(name))).toEqual({
        ok: false,
        code: 'internal',
      });
    }
  });

  it.each([
    ['signIn.field', { kind: 'code', code: CANARY, submit: false }],
    ['signIn.field', { kind: 'code', code: '123', submit: false }],
    ['signIn.byHand', { kind: 'code', code: 'abcde', submit: false }],
    ['signIn.byHand', { kind: 'code', code: '123456' }],
    ['enrolment.code', { kind: 'code', code: '12345678901', submit: false }],
    ['enrolment.code', { kind: 'wait', ms: 0.5 }],
    ['signIn.field', { kind: 'none', reason: 'locked' }],
    ['signIn.field', { kind: 'locked' }],
    ['signIn.push', { kind: 'code', code: '123456', submit: false }],
  ] as const)('of %s that is no code: %o', async (name, answer) => {
    spies[name].mockResolvedValue(answer);
    const reply = await route({ name, request: EXAMPLES[name].request }, rightful(name));
    expect(reply).toEqual({ ok: false, code: 'internal' });
  });
});

it('hands the handler the place as the browser tells it', async () => {
  const { request } = EXAMPLES['signIn.field'];
  await route({ name: 'signIn.field', request }, SENDERS['sign-in-page']);
  expect(spies['signIn.field']).toHaveBeenCalledWith(request, {
    class: 'sign-in-page',
    origin: 'https://login.microsoftonline.com',
    tabId: 7,
    url: SENDERS['sign-in-page'].url,
    title: 'Sign in',
  });
});
