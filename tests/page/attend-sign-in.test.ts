import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { FillOutcome } from '../../src/messages/envelope.ts';
import type { ReleaseAnswer } from '../../src/messages/protocol.ts';
import { CODE, FakePage, NONE, newField, take } from './sign-in-page.ts';

interface Listeners {
  readonly changed: (() => void)[];
  readonly fill: (() => Promise<FillOutcome>)[];
}

const mocked = vi.hoisted(() => ({
  fill: vi.fn<(inputs: readonly HTMLInputElement[], code: string) => Promise<boolean>>(),
  isFillable: vi.fn<(input: HTMLInputElement) => boolean>(),
  send: vi.fn<(name: string, request?: unknown) => Promise<unknown>>(),
  listeners: { changed: [], fill: [] } as Listeners,
}));
vi.mock('../../src/page/fill.ts', () => ({
  fill: mocked.fill,
  isFillable: mocked.isFillable,
  holds: ([input]: readonly HTMLInputElement[], code: string) => input?.value === code,
}));
vi.mock('../../src/messages/client.ts', () => ({
  send: mocked.send,
  onChanged: (hear: () => void) => mocked.listeners.changed.push(hear),
  onFill: (hear: () => Promise<FillOutcome>) => mocked.listeners.fill.push(hear),
}));

const { attendSignIn } = await import('../../src/page/attend-sign-in.ts');
const { PushPage } = await import('../../src/page/push-page.ts');

let answers: Record<string, unknown>;
let page: FakePage;
let shown: EventTarget & { hidden: boolean };
let site: EventTarget;
let look: () => Promise<void>;

/** All that follows from it has happened. */
const settle = () => vi.advanceTimersByTimeAsync(0);
const asked = (name: string) => mocked.send.mock.calls.filter(([sent]) => sent === name);
const challenges = () =>
  asked('signIn.field').map(([, request]) => (request as { field: number }).field);
const answer = (name: string, to: ReleaseAnswer | { kind: 'switch' | 'none' }) => {
  answers[name] = to;
};
const changed = async () => {
  for (const hear of mocked.listeners.changed) hear();
  await settle();
};

/** What the browser tells a page, or what a page makes up. */
function happen(target: EventTarget, type: string, more: object = { isTrusted: true }): void {
  const event = new Event(type);
  for (const [name, value] of Object.entries(more)) Object.defineProperty(event, name, { value });
  target.dispatchEvent(event);
}

/** What the page says against a code. */
const newError = () => ({}) as Element;

beforeEach(() => {
  vi.useFakeTimers();
  vi.resetAllMocks();
  mocked.listeners.changed.length = 0;
  mocked.listeners.fill.length = 0;
  mocked.isFillable.mockImplementation(({ isConnected, value }) => isConnected && value === '');
  mocked.fill.mockImplementation(async (inputs, code) => {
    for (const input of inputs) input.value = code;
    return true;
  });
  answers = { 'signIn.field': CODE, 'signIn.byHand': CODE, 'signIn.push': { kind: 'none' } };
  mocked.send.mockImplementation(async (name) => answers[name]);
  page = new FakePage();
  shown = Object.assign(new EventTarget(), { hidden: false });
  site = new EventTarget();
  vi.stubGlobal('document', shown);
  vi.stubGlobal('countersignDocument', undefined);
  vi.stubGlobal('location', { href: 'https://example.com/sign-in' });
  vi.stubGlobal('addEventListener', site.addEventListener.bind(site));
  let watched = (): void => undefined;
  const watch = (callback: () => void) => {
    watched = callback;
  };
  attendSignIn(page, watch, { Push: PushPage });
  look = async () => {
    watched();
    await settle();
  };
  return () => {
    vi.unstubAllGlobals();
    vi.useRealTimers();
  };
});

/** Shows a field, and has it filled in. */
async function filledField() {
  const field = newField();
  page.found = { field };
  await look();
  expect(mocked.fill).toHaveBeenCalledOnce();
  return field;
}

describe('a field', () => {
  it('is asked for with what the page shows, and filled, and that is told', async () => {
    const field = newField();
    page.found = { field };
    await look();
    expect(asked('signIn.field')).toEqual([
      [
        'signIn.field',
        { page: expect.stringMatching(/^[\da-f-]{36}$/u), field: 1, shown: ['alex@example.com'] },
      ],
    ]);
    expect(mocked.fill).toHaveBeenCalledExactlyOnceWith(
      field.inputs,
      '123456',
      expect.any(Function),
    );
    expect(asked('code.filled')).toHaveLength(1);
  });

  it.each([
    [6, [6], { room: 6 }],
    [8, [8], { room: 8 }],
    ['no', [-1], {}],
    ['absurdly much', [21], {}],
    ['no', [0], {}],
    [6, [1, 1, 1, 1, 1, 1], { room: 6 }],
  ])('with room for %s characters %o says so', async (_, lengths, room) => {
    const [first = -1, ...others] = lengths;
    const inputOf = (maxLength: number) =>
      ({ isConnected: true, value: '', maxLength }) as HTMLInputElement;
    const field = { ...newField(), inputs: [inputOf(first), ...others.map(inputOf)] } as const;
    page.found = { field };
    page.byHand = { ...field, inputs: [inputOf(first), ...others.map(inputOf)] };
    const request = { page: expect.any(String), shown: ['alex@example.com'], ...room };
    await look();
    expect(asked('signIn.field')).toEqual([['signIn.field', { ...request, field: 1 }]]);
    await mocked.listeners.fill[0]?.();
    expect(asked('signIn.byHand')).toEqual([['signIn.byHand', { ...request, field: 2 }]]);
  });

  it('that did not take the code is not told as filled, nor sent', async () => {
    mocked.fill.mockResolvedValue(false);
    answer('signIn.field', { ...CODE, submit: true } as ReleaseAnswer);
    page.found = { field: newField() };
    await look();
    expect(asked('code.filled')).toHaveLength(0);
    expect(page.submit).not.toHaveBeenCalled();
  });

  it('is filled once: what the user clears stays empty', async () => {
    const field = await filledField();
    field.inputs[0].value = '';
    await look();
    await changed();
    expect(mocked.fill).toHaveBeenCalledOnce();
    expect(asked('signIn.field')).toHaveLength(1);
  });

  it.each<[string, () => void]>([
    ['in a tab that nobody sees', () => Object.assign(shown, { hidden: true })],
    [
      'beside an error with which the document began',
      () => Object.assign(page, { found: { ...page.found, error: newError() } }),
    ],
    ['that is filled in, closed, or not on show', () => mocked.isFillable.mockReturnValue(false)],
  ])('is not asked for %s', async (_, happens) => {
    page.found = { field: newField() };
    happens();
    await look();
    expect(asked('signIn.field')).toHaveLength(0);
  });
});

describe('while the code was on its way, nothing is filled where', () => {
  it.each<[string, (field: ReturnType<typeof newField>) => void]>([
    ['another field came', () => Object.assign(page, { found: { field: newField() } })],
    ['the field went', () => Object.assign(page, { found: {} })],
    [
      'the field is for something else by now',
      (field) => Object.assign(page, { found: { field: { ...field, kind: 'sent' } } }),
    ],
    [
      'the field has more boxes',
      ({ inputs, ...field }) =>
        Object.assign(page, { found: { field: { ...field, inputs: [...inputs, ...inputs] } } }),
    ],
    ['it is not open any more', () => mocked.isFillable.mockReturnValue(false)],
    ['nobody sees the tab', () => Object.assign(shown, { hidden: true })],
  ])('%s', async (_, happens) => {
    const { promise, resolve } = Promise.withResolvers<ReleaseAnswer>();
    mocked.send.mockImplementationOnce(() => promise);
    const field = newField();
    page.found = { field };
    await look();
    happens(field);
    resolve(CODE);
    await settle();
    expect(mocked.fill).not.toHaveBeenCalled();
  });
});

describe('where there is no code', () => {
  beforeEach(async () => {
    answer('signIn.field', NONE);
    page.found = { field: newField() };
    await look();
    expect(asked('signIn.field')).toHaveLength(1);
  });

  it('a page that changes all the time asks again after a while, once', async () => {
    for (let changes = 0; changes < 5; changes += 1) await look();
    expect(asked('signIn.field')).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(asked('signIn.field')).toHaveLength(2);
  });

  it('a page that stays as it is asks no more', async () => {
    await vi.advanceTimersByTimeAsync(60_000);
    expect(asked('signIn.field')).toHaveLength(1);
  });

  it('it asks again at once when something changed for the background', async () => {
    answer('signIn.field', CODE);
    await changed();
    expect(mocked.fill).toHaveBeenCalledOnce();
  });

  it('it asks again at once for another field', async () => {
    page.found = { field: newField() };
    await look();
    expect(asked('signIn.field')).toHaveLength(2);
  });
});

describe('where a code comes in a while', () => {
  beforeEach(async () => {
    answer('signIn.field', { kind: 'wait', ms: 4_000 });
    page.found = { field: newField() };
    await look();
  });

  it('it is asked for then, not sooner', async () => {
    answer('signIn.field', CODE);
    await vi.advanceTimersByTimeAsync(3_999);
    await look();
    expect(asked('signIn.field')).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(mocked.fill).toHaveBeenCalledOnce();
  });

  it('it is asked for after a minute at the latest', async () => {
    answer('signIn.field', { kind: 'wait', ms: 2 ** 40 });
    await vi.advanceTimersByTimeAsync(4_000);
    await vi.advanceTimersByTimeAsync(59_999);
    expect(asked('signIn.field')).toHaveLength(2);
    await vi.advanceTimersByTimeAsync(1);
    expect(asked('signIn.field')).toHaveLength(3);
  });
});

describe('a field that is drawn anew', () => {
  it('before anything was sent is the same challenge, and filled twice at most', async () => {
    const first = await filledField();
    const second = newField();
    take(first);
    page.found = { field: second };
    await look();
    expect(mocked.fill).toHaveBeenCalledTimes(2);
    take(second);
    page.found = { field: newField() };
    await look();
    expect(challenges()).toEqual([1, 1]);
    expect(mocked.fill).toHaveBeenCalledTimes(2);
  });

  it('after it was sent, at the same address: the code was wrong, and no other one follows', async () => {
    const first = await filledField();
    happen(site, 'submit');
    take(first);
    page.found = { field: newField() };
    await look();
    expect(asked('signIn.field')).toHaveLength(1);
  });

  it('after it was drawn anew and sent is a wrong code, too', async () => {
    const first = await filledField();
    take(first);
    page.anew = newField();
    happen(site, 'submit');
    page.found = { field: newField() };
    await look();
    expect(asked('signIn.field')).toHaveLength(1);
  });

  it('after only another step was sent, since the user went back, is filled again', async () => {
    const first = await filledField();
    page.found = {};
    take(first);
    await look();
    happen(site, 'submit');
    page.found = { field: newField() };
    await look();
    expect(challenges()).toEqual([1, 2]);
    expect(mocked.fill).toHaveBeenCalledTimes(2);
  });

  it('after it was sent, elsewhere, is another challenge', async () => {
    const first = await filledField();
    happen(site, 'submit');
    vi.stubGlobal('location', { href: 'https://example.com/transfer' });
    take(first);
    page.found = { field: newField() };
    await look();
    expect(challenges()).toEqual([1, 2]);
    expect(mocked.fill).toHaveBeenCalledTimes(2);
  });

  describe('after the user signed out within the document, is another challenge', () => {
    const elsewhere = async () => {
      vi.stubGlobal('location', { href: 'https://example.com/home' });
      page.found = {};
      await look();
      vi.stubGlobal('location', { href: 'https://example.com/sign-in' });
    };
    const password = async () => {
      page.found = { hasPassword: true };
      await look();
    };

    it.each<[string, boolean, () => Promise<void>]>([
      ['the page was elsewhere', false, elsewhere],
      ['the page was elsewhere, and the code was sent', true, elsewhere],
      ['the page asked for the password', false, password],
      ['the page asked for the password, and the code was sent', true, password],
      [
        'the user sent another form',
        true,
        async () => {
          page.found = {};
          await look();
          happen(site, 'submit');
        },
      ],
    ])('where %s (sent: %s)', async (_, isSent, happens) => {
      for (const times of [1, 2, 3]) {
        const field = newField();
        page.found = { field };
        await look();
        expect(mocked.fill).toHaveBeenCalledTimes(times);
        if (isSent) happen(site, 'submit');
        take(field);
        await happens();
      }
      expect(challenges()).toEqual([1, 2, 3]);
    });

    it('also where a code was refused before', async () => {
      const field = await filledField();
      page.found = { error: newError() };
      await look();
      take(field);
      await elsewhere();
      page.found = { field: newField() };
      await look();
      expect(challenges()).toEqual([1, 2]);
      expect(mocked.fill).toHaveBeenCalledTimes(2);
    });

    it('but not where the page asks for a password beside it, or has it drawn anew', async () => {
      const first = await filledField();
      page.found = { hasPassword: true };
      await look();
      take(first);
      page.anew = newField();
      await look();
      page.found = { field: newField() };
      await look();
      expect(challenges()).toEqual([1, 1]);
    });
  });

  it('is not taken for sent because the page says so', async () => {
    const first = await filledField();
    happen(site, 'submit', { isTrusted: false });
    take(first);
    page.found = { field: newField() };
    await look();
    expect(challenges()).toEqual([1, 1]);
  });
});

describe('an error', () => {
  it('after our code is told once, and nothing more is filled in this document', async () => {
    const field = await filledField();
    const error = newError();
    page.found = { error };
    await look();
    await look();
    expect(asked('code.refused')).toEqual([
      ['code.refused', { page: expect.any(String), shown: ['alex@example.com'] }],
    ]);
    take(field);
    page.found = { field: newField() };
    await look();
    await changed();
    expect(asked('signIn.field')).toHaveLength(1);
  });

  it('that was there before is told, and as long as it stands nothing is asked', async () => {
    const field = newField();
    page.found = { field, error: newError() };
    await look();
    await changed();
    expect(asked('code.refused')).toHaveLength(1);
    expect(asked('signIn.field')).toHaveLength(0);
    page.found = { field };
    await look();
    expect(mocked.fill).toHaveBeenCalledOnce();
  });

  it('against an empty field, before anything was filled, is not ours, and ends no approval', async () => {
    answer('signIn.field', NONE);
    const field = newField();
    page.found = { field };
    await look();
    page.found = { field, error: newError() };
    await look();
    expect(asked('code.refused')).toHaveLength(0);
    expect(asked('signIn.left')).toHaveLength(1);
    answer('signIn.field', CODE);
    await changed();
    expect(mocked.fill).toHaveBeenCalledOnce();
    await look();
    expect(asked('code.refused')).toHaveLength(0);
  });

  it('against an empty field while a code is on its way keeps nothing from it', async () => {
    const { promise, resolve } = Promise.withResolvers<ReleaseAnswer>();
    mocked.send.mockImplementationOnce(() => promise);
    const field = newField();
    page.found = { field };
    await look();
    page.found = { field, error: newError() };
    resolve(CODE);
    await settle();
    expect(mocked.fill).toHaveBeenCalledOnce();
  });

  it('that stood there when the user had a code filled in is not about that code', async () => {
    const field = newField();
    const error = newError();
    page.byHand = field;
    page.found = { field, error };
    await look();
    await mocked.listeners.fill[0]?.();
    await look();
    expect(asked('code.refused')).toHaveLength(1);
    page.found = { field, error: newError() };
    await look();
    expect(asked('code.refused')).toHaveLength(2);
  });
});

describe('the form', () => {
  beforeEach(() => {
    answer('signIn.field', { kind: 'code', code: '123456', submit: true });
  });

  it('is sent where the account says so', async () => {
    const field = await filledField();
    expect(page.submit).toHaveBeenCalledExactlyOnceWith(field);
  });

  it.each<[string, (field: ReturnType<typeof newField>) => void]>([
    ['the page complains', () => Object.assign(page, { found: { error: newError() } })],
    ['the page has sent it by itself', () => happen(site, 'submit')],
    ['the page has sent it by itself, and no event of it', () => happen(site, 'formdata')],
    ['the field is gone', (field) => take(field)],
    [
      'the page has closed the field',
      ({ inputs: [input] }) => Object.assign(input, { disabled: true }),
    ],
    [
      'the page has taken the code out again',
      ({ inputs: [input] }) => Object.assign(input, { value: '' }),
    ],
    ['nobody sees it', () => Object.assign(shown, { hidden: true })],
  ])('is not sent where %s', async (_, happens) => {
    const field = newField();
    page.found = { field };
    mocked.fill.mockImplementation(async (inputs, code) => {
      for (const input of inputs) input.value = code;
      happens(field);
      return true;
    });
    await look();
    expect(mocked.fill).toHaveBeenCalledOnce();
    expect(page.submit).not.toHaveBeenCalled();
  });

  it('is sent from the field that was drawn anew', async () => {
    const field = newField();
    const anew = newField();
    page.found = { field };
    page.anew = anew;
    mocked.fill.mockImplementation(async (_, code) => {
      take(field);
      anew.inputs[0].value = code;
      return true;
    });
    await look();
    expect(page.submit).toHaveBeenCalledExactlyOnceWith(anew);
  });
});

describe('that a document wants nothing more', () => {
  it('is said as a document begins, for the one before', () => {
    expect(asked('signIn.left')).toHaveLength(1);
  });

  it('is said once when its field is gone', async () => {
    answer('signIn.field', NONE);
    page.found = { field: newField() };
    await look();
    expect(asked('signIn.left')).toHaveLength(1);
    page.found = {};
    await look();
    await look();
    expect(asked('signIn.left')).toHaveLength(2);
  });
});

describe('a page from the cache', () => {
  beforeEach(async () => {
    answer('signIn.field', NONE);
    page.found = { field: newField() };
    await look();
  });

  it('is looked at anew', async () => {
    happen(site, 'pageshow', { isTrusted: true, persisted: true });
    await settle();
    expect(asked('signIn.field')).toHaveLength(2);
  });

  it.each([
    { isTrusted: false, persisted: true },
    { isTrusted: true, persisted: false },
  ])('is meant, and none other: %o', async (event) => {
    happen(site, 'pageshow', event);
    await settle();
    expect(asked('signIn.field')).toHaveLength(1);
  });
});

describe('by hand', () => {
  const wish = async () => {
    const outcome = mocked.listeners.fill[0]?.();
    await settle();
    return outcome;
  };

  it('the field that is meant is filled', async () => {
    const field = newField('other');
    page.byHand = field;
    expect(await wish()).toBe('filled');
    expect(mocked.fill).toHaveBeenCalledExactlyOnceWith(
      field.inputs,
      '123456',
      expect.any(Function),
    );
    expect(asked('signIn.field')).toHaveLength(0);
  });

  it.each<[string, FillOutcome, () => void]>([
    ['there is no field', 'no-field', () => undefined],
    ['nobody sees the page', 'no-field', () => Object.assign(shown, { hidden: true })],
    ['there is no code', 'not-filled', () => answer('signIn.byHand', NONE)],
    ['the page does not take it', 'not-filled', () => mocked.fill.mockResolvedValue(false)],
    [
      'a code comes in a while',
      'waiting',
      () => answer('signIn.byHand', { kind: 'wait', ms: 4_000 }),
    ],
  ])('where %s, it is said: %s', async (_, outcome, happens) => {
    if (outcome !== 'no-field') page.byHand = newField();
    happens();
    expect(await wish()).toBe(outcome);
  });

  it('what came just before, by itself, because the user wanted it, is filled', async () => {
    await filledField();
    expect(await wish()).toBe('filled');
  });

  it('a code that is waited for comes by itself', async () => {
    page.byHand = newField();
    answer('signIn.byHand', { kind: 'wait', ms: 4_000 });
    await wish();
    answer('signIn.byHand', CODE);
    await vi.advanceTimersByTimeAsync(3_999);
    expect(mocked.fill).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    expect(mocked.fill).toHaveBeenCalledOnce();
  });

  it('nothing comes by itself meanwhile: both waits end together', async () => {
    const detected = newField();
    const meant = newField('other');
    page.found = { field: detected };
    page.byHand = meant;
    answer('signIn.field', { kind: 'wait', ms: 4_000 });
    answer('signIn.byHand', { kind: 'wait', ms: 4_000 });
    await look();
    await wish();
    answer('signIn.field', CODE);
    answer('signIn.byHand', CODE);
    await vi.advanceTimersByTimeAsync(4_000);
    expect(mocked.fill.mock.calls.map(([inputs]) => inputs)[0]).toBe(meant.inputs);
  });

  it('nothing comes by itself as long as the user’s code is waited for', async () => {
    page.byHand = newField('other');
    answer('signIn.byHand', { kind: 'wait', ms: 4_000 });
    await wish();
    page.found = { field: newField() };
    await look();
    expect(asked('signIn.field')).toHaveLength(0);
  });

  describe('where the user has to approve first', () => {
    let field: ReturnType<typeof newField>;
    beforeEach(async () => {
      field = newField();
      page.byHand = field;
      answer('signIn.byHand', NONE);
      expect(await wish()).toBe('not-filled');
      answer('signIn.byHand', CODE);
    });

    it('it goes on when he has, and not because the page changes', async () => {
      await look();
      expect(mocked.fill).not.toHaveBeenCalled();
      await changed();
      expect(mocked.fill).toHaveBeenCalledOnce();
    });

    it('it goes on in the field that was drawn anew', async () => {
      const anew = newField();
      take(field);
      page.byHand = anew;
      await changed();
      expect(mocked.fill).toHaveBeenCalledExactlyOnceWith(
        anew.inputs,
        '123456',
        expect.any(Function),
      );
    });

    it.each<[string, () => Promise<void> | void]>([
      [
        'the field was filled in meanwhile',
        () => void Object.assign(field.inputs[0], { value: '1' }),
      ],
      [
        'another kind of field came in its place',
        () => {
          take(field);
          page.byHand = newField('sent');
        },
      ],
      [
        'the form was sent',
        () => {
          happen(site, 'submit');
          take(field);
          page.byHand = newField();
        },
      ],
      ['it took too long', async () => void (await vi.advanceTimersByTimeAsync(180_000))],
    ])('it ends where %s', async (_, happens) => {
      await happens();
      await changed();
      expect(mocked.fill).not.toHaveBeenCalled();
    });
  });
});

describe('a push page', () => {
  const way = () => ({ click: vi.fn() });
  const asElement = (element: ReturnType<typeof way>) => element as unknown as HTMLElement;
  let list: ReturnType<typeof way>;
  let code: ReturnType<typeof way>;

  beforeEach(() => {
    list = way();
    code = way();
    page.toList.mockReturnValue(asElement(list));
    page.toCode.mockReturnValue(asElement(code));
    answer('signIn.push', { kind: 'switch' });
    page.found = { push: 'waits' };
  });

  it('is left by way of the list, each way clicked once', async () => {
    await look();
    await look();
    expect(list.click).toHaveBeenCalledOnce();
    expect(code.click).not.toHaveBeenCalled();
    page.found = { push: 'list' };
    await look();
    await look();
    expect(code.click).toHaveBeenCalledOnce();
    expect(asked('signIn.push')).toHaveLength(1);
    page.found = {};
    await look();
    page.found = { field: newField() };
    await look();
    page.found = { push: 'waits' };
    await vi.advanceTimersByTimeAsync(10_000);
    expect(asked('signIn.stuck')).toHaveLength(0);
  });

  it('that nobody saw when the answer came is left when somebody does', async () => {
    const { promise, resolve } = Promise.withResolvers<{ kind: 'switch' }>();
    mocked.send.mockImplementationOnce(() => promise);
    await look();
    shown.hidden = true;
    resolve({ kind: 'switch' });
    await settle();
    expect(list.click).not.toHaveBeenCalled();
    shown.hidden = false;
    await look();
    expect(list.click).toHaveBeenCalledOnce();
  });

  it('whose field came while nobody saw it is not stuck', async () => {
    await look();
    shown.hidden = true;
    page.found = { field: newField() };
    await vi.advanceTimersByTimeAsync(10_000);
    expect(asked('signIn.stuck')).toHaveLength(0);
  });

  it.each<[string, () => Promise<unknown>]>([
    ['has no list', async () => page.toList.mockReturnValue(undefined)],
    [
      'has no code in its list',
      async () => {
        page.toCode.mockReturnValue(undefined);
        await look();
        page.found = { push: 'list' };
      },
    ],
    [
      'stays at the list',
      async () => {
        await look();
        page.found = { push: 'list' };
      },
    ],
    [
      'went on to something else',
      async () => {
        await look();
        page.found = {};
      },
    ],
    [
      'went on to something else after its list',
      async () => {
        await look();
        page.found = { push: 'list' };
        await look();
        page.found = {};
      },
    ],
    [
      'nobody sees any more',
      async () => {
        await look();
        shown.hidden = true;
        page.found = {};
      },
    ],
  ])('that %s has its end told after a while', async (_, happens) => {
    await happens();
    await look();
    await vi.advanceTimersByTimeAsync(9_999);
    expect(asked('signIn.stuck')).toHaveLength(0);
    await vi.advanceTimersByTimeAsync(1);
    expect(asked('signIn.stuck')).toHaveLength(1);
  });

  it('stays as it is where the background says so', async () => {
    answer('signIn.push', { kind: 'none' });
    await look();
    page.found = { push: 'list' };
    await look();
    expect(list.click).not.toHaveBeenCalled();
    expect(code.click).not.toHaveBeenCalled();
  });

  it('whose list the user has opened is his', async () => {
    page.found = { push: 'list' };
    await look();
    expect(asked('signIn.push')).toHaveLength(0);
    expect(code.click).not.toHaveBeenCalled();
  });

  it('is left alone where the list does not come in time', async () => {
    await look();
    await vi.advanceTimersByTimeAsync(10_000);
    page.found = { push: 'list' };
    await look();
    expect(code.click).not.toHaveBeenCalled();
  });

  it('that comes back again and again is left three times', async () => {
    for (let times = 0; times < 5; times += 1) {
      page.found = { push: 'waits' };
      await changed();
      page.found = { push: 'list' };
      await look();
      page.found = { field: newField() };
      await look();
    }
    expect(list.click).toHaveBeenCalledTimes(3);
  });
});
