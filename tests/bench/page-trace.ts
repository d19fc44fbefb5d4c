import type { CDPSession } from 'puppeteer-core';
import * as v from 'valibot';

/** The events that a script's time is read from, and `TimeStamp`, by which a page tells which thread is its own. */
const CATEGORIES = ['devtools.timeline'];

/** Microseconds; `tdur` of the processor. */
const TraceEvent = v.object({
  name: v.string(),
  ph: v.string(),
  pid: v.number(),
  tid: v.number(),
  ts: v.number(),
  dur: v.optional(v.number(), 0),
  tdur: v.optional(v.number(), 0),
  args: v.optional(
    v.object({
      data: v.optional(
        v.object({ url: v.optional(v.unknown()), message: v.optional(v.unknown()) }),
        {},
      ),
    }),
    {},
  ),
});
export type TraceEvent = v.InferOutput<typeof TraceEvent>;

/** Traces the whole browser while `act` runs. */
export async function traced(
  session: CDPSession,
  act: () => Promise<void>,
): Promise<readonly TraceEvent[]> {
  const events: TraceEvent[] = [];
  const keep = ({ value }: { value: readonly object[] }) => {
    for (const event of value) {
      const read = v.safeParse(TraceEvent, event);
      if (read.success) events.push(read.output);
    }
  };
  session.on('Tracing.dataCollected', keep);
  try {
    await session.send('Tracing.start', {
      transferMode: 'ReportEvents',
      traceConfig: { includedCategories: CATEGORIES, excludedCategories: ['*'] },
    });
    await act();
    const complete = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
    await session.send('Tracing.end');
    await complete;
  } finally {
    session.off('Tracing.dataCollected', keep);
  }
  return events;
}

/** What ran on the thread that wrote `stamp` (`console.timeStamp`). */
export interface ScriptWork {
  /** How often a script of the extension was begun or called. */
  readonly calls: number;
  /**
   * Milliseconds of the processor that it took, with what it had the browser do. A promise's continuation names no
   * script, so all microtasks of the thread are counted, also the page's own.
   */
  readonly time: number;
}

/** @param address what the addresses of the extension's scripts begin with */
export function scriptWork(
  events: readonly TraceEvent[],
  stamp: string,
  address: string,
): ScriptWork {
  const own = events.find(({ name, args }) => name === 'TimeStamp' && args.data.message === stamp);
  if (!own) throw new Error('the trace does not hold the page');
  const onThread = events
    .filter(({ ph, pid, tid }) => ph === 'X' && pid === own.pid && tid === own.tid)
    .toSorted((a, b) => a.ts - b.ts || b.dur - a.dur);
  const isCall = ({ args }: TraceEvent) => String(args.data.url).startsWith(address);
  return {
    calls: onThread.filter(isCall).length,
    time: sumOf(onThread.filter((event) => isCall(event) || event.name === 'RunMicrotasks')),
  };
}

/** Without those that lie within another one. */
function sumOf(events: readonly TraceEvent[]): number {
  let end = 0;
  let sum = 0;
  for (const { ts, dur, tdur } of events) {
    if (ts < end) continue;
    end = ts + dur;
    sum += tdur;
  }
  return sum / 1000;
}
