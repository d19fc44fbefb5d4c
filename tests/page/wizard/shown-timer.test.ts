import { beforeEach, describe, expect, it, vi } from 'vitest';
import { ShownTimer } from '../../../src/page/wizard/shown-timer.ts';

let page: {
  visibilityState: DocumentVisibilityState;
  addEventListener: Document['addEventListener'];
};
let changed: () => void;
const work = vi.fn();
let timer: ShownTimer;

beforeEach(() => {
  vi.useFakeTimers();
  work.mockReset();
  const events = new EventTarget();
  page = { visibilityState: 'visible', addEventListener: events.addEventListener.bind(events) };
  changed = () => events.dispatchEvent(new Event('visibilitychange'));
  timer = new ShownTimer(page, 500, work);
  return () => vi.useRealTimers();
});

function show(visibilityState: DocumentVisibilityState): void {
  page.visibilityState = visibilityState;
  changed();
}

describe('a timer of a page on show', () => {
  it('calls back once, after its time', () => {
    timer.ask();
    vi.advanceTimersByTime(499);
    expect(work).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(work).toHaveBeenCalledOnce();
    vi.advanceTimersByTime(5_000);
    show('visible');
    vi.advanceTimersByTime(5_000);
    expect(work).toHaveBeenCalledOnce();
  });

  it('does not call back when it was cancelled', () => {
    timer.ask();
    timer.cancel();
    vi.advanceTimersByTime(5_000);
    expect(work).not.toHaveBeenCalled();
  });

  it('begins its time anew when it is asked again', () => {
    timer.ask();
    vi.advanceTimersByTime(400);
    timer.ask();
    vi.advanceTimersByTime(499);
    expect(work).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(work).toHaveBeenCalledOnce();
  });
});

describe('a timer of a hidden page', () => {
  it('does nothing until the page shows again, and then its whole time', () => {
    timer.ask();
    vi.advanceTimersByTime(400);
    show('hidden');
    vi.advanceTimersByTime(60_000);
    expect(work).not.toHaveBeenCalled();
    show('visible');
    vi.advanceTimersByTime(499);
    expect(work).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(work).toHaveBeenCalledOnce();
  });

  it('that was asked while it was hidden waits as well', () => {
    show('hidden');
    timer.ask();
    vi.advanceTimersByTime(60_000);
    expect(work).not.toHaveBeenCalled();
    show('visible');
    vi.advanceTimersByTime(500);
    expect(work).toHaveBeenCalledOnce();
  });
});
