import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Action, Observation } from '../../../src/enrolment/wizard.ts';
import { follow } from '../../../src/page/wizard/follow.ts';

type Seen = Omit<Observation, 'looks'>;

const QR: Seen = {
  variant: 'security-info',
  step: 'qr',
  controls: ['next'],
  filled: false,
  submitted: false,
};
const REST: Action = { kind: 'rest' };
const LOOK: Action = { kind: 'look' };
const NEXT: Action = { kind: 'click', control: 'next' };

let seen: Seen | undefined;
const perform = vi.fn<(control: string, step: string) => Promise<void>>();
const send = vi.fn<(observation: Observation) => Promise<Action>>();
let events: EventTarget;
let showing: {
  visibilityState: DocumentVisibilityState;
  addEventListener: Document['addEventListener'];
};
let look: () => Promise<void>;
let lookAnew: () => Promise<void>;

beforeEach(() => {
  vi.useFakeTimers();
  vi.resetAllMocks();
  seen = QR;
  send.mockResolvedValue(REST);
  perform.mockResolvedValue();
  events = new EventTarget();
  showing = { visibilityState: 'visible', addEventListener: events.addEventListener.bind(events) };
  const page = follow({ showing, read: () => seen, perform, send });
  const settled = (ask: () => void) => async () => {
    ask();
    await vi.advanceTimersByTimeAsync(0);
  };
  look = settled(page.look);
  lookAnew = settled(page.lookAnew);
  return () => vi.useRealTimers();
});

describe('the background is told what the page shows', () => {
  it('once, however often the page changes elsewhere', async () => {
    await look();
    await look();
    expect(send).toHaveBeenCalledExactlyOnceWith({ ...QR, looks: 0 });
  });

  it('again when that changed', async () => {
    await look();
    seen = { ...QR, controls: [] };
    await look();
    expect(send).toHaveBeenLastCalledWith({ ...QR, controls: [], looks: 0 });
  });

  it('again when what the background knows changed', async () => {
    await look();
    await lookAnew();
    expect(send).toHaveBeenCalledTimes(2);
  });

  it('again where it did not answer', async () => {
    send.mockRejectedValueOnce(new Error('the background is being restarted'));
    await look();
    await look();
    expect(send).toHaveBeenCalledTimes(2);
  });

  it('not of a page that is none of the wizard, and anew after it', async () => {
    await look();
    seen = undefined;
    await look();
    expect(send).toHaveBeenCalledOnce();
    seen = QR;
    await look();
    expect(send).toHaveBeenCalledTimes(2);
  });
});

describe('an answer to look', () => {
  it('is followed after half a second, though nothing changed, with the count of looks', async () => {
    send.mockResolvedValue(LOOK);
    await look();
    await vi.advanceTimersByTimeAsync(499);
    expect(send).toHaveBeenCalledOnce();
    await vi.advanceTimersByTimeAsync(1);
    expect(send).toHaveBeenLastCalledWith({ ...QR, looks: 1 });
    await vi.advanceTimersByTimeAsync(500);
    expect(send).toHaveBeenLastCalledWith({ ...QR, looks: 2 });
  });

  it('counts from nought where the step changed', async () => {
    send.mockResolvedValue(LOOK);
    await look();
    await vi.advanceTimersByTimeAsync(1_500);
    seen = { ...QR, step: 'enter-code' };
    await look();
    expect(send).toHaveBeenLastCalledWith({ ...QR, step: 'enter-code', looks: 0 });
  });

  it('waits while nobody sees the page', async () => {
    send.mockResolvedValue(LOOK);
    await look();
    showing.visibilityState = 'hidden';
    events.dispatchEvent(new Event('visibilitychange'));
    await vi.advanceTimersByTimeAsync(60_000);
    expect(send).toHaveBeenCalledOnce();
    showing.visibilityState = 'visible';
    events.dispatchEvent(new Event('visibilitychange'));
    await vi.advanceTimersByTimeAsync(500);
    expect(send).toHaveBeenLastCalledWith({ ...QR, looks: 1 });
  });

  it('ends with one to rest', async () => {
    send.mockResolvedValueOnce(LOOK);
    await look();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(send).toHaveBeenCalledTimes(2);
  });

  it('ends where the page is left', async () => {
    send.mockResolvedValue(LOOK);
    await look();
    seen = undefined;
    await look();
    seen = QR;
    await vi.advanceTimersByTimeAsync(60_000);
    expect(send).toHaveBeenCalledOnce();
  });
});

describe('an answer to choose', () => {
  it('is followed, at the step for which it was given', async () => {
    send.mockResolvedValueOnce(NEXT);
    await look();
    expect(perform).toHaveBeenCalledExactlyOnceWith('next', 'qr');
  });

  it('is followed by a look, that a page without an answer is told', async () => {
    send.mockResolvedValueOnce(LOOK).mockResolvedValueOnce(LOOK).mockResolvedValueOnce(NEXT);
    await look();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(send).toHaveBeenLastCalledWith({ ...QR, looks: 2 });
    expect(perform).toHaveBeenCalledOnce();
    await vi.advanceTimersByTimeAsync(500);
    expect(send).toHaveBeenLastCalledWith({ ...QR, looks: 1 });
  });
});

it('never tells two things at once: the page is looked at again after the answer', async () => {
  const { promise, resolve } = Promise.withResolvers<Action>();
  send.mockReturnValueOnce(promise);
  await look();
  seen = { ...QR, step: 'enter-code' };
  await look();
  expect(send).toHaveBeenCalledOnce();
  resolve(REST);
  await vi.advanceTimersByTimeAsync(0);
  expect(send).toHaveBeenLastCalledWith({ ...QR, step: 'enter-code', looks: 0 });
});
