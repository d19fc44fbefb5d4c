/** Generous: two cores run two browsers, and Argon2id on top. */
const PATIENCE_MS = 20_000;
const INTERVAL_MS = 50;
/** What does not come at once takes long: the browser is to have the processor then. */
const LONGEST_INTERVAL_MS = 200;

function pause(milliseconds: number): Promise<undefined> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds, undefined);
  });
}

/**
 * Asks `probe` until it answers with something other than undefined. A probe that throws ends the wait;
 * one that never answers does not outlast the deadline. `describe` tells the state that was reached, for
 * the error.
 */
export async function poll<Found>(
  what: string,
  probe: () => Promise<Found | undefined>,
  describe: () => Promise<string> = async () => '',
  patienceMs = PATIENCE_MS,
): Promise<Found> {
  const deadline = Date.now() + patienceMs;
  for (let interval = INTERVAL_MS; ; interval = Math.min(interval * 1.2, LONGEST_INTERVAL_MS)) {
    const left = deadline - Date.now();
    const found = left > 0 ? await answerWithin(left, probe) : undefined;
    if (found !== undefined) return found;
    if (Date.now() >= deadline) {
      const reached = await answerWithin(1000, describe);
      throw new Error(
        `Waited ${patienceMs / 1000} s in vain for ${what}.${reached ? ` ${reached}` : ''}`,
      );
    }
    await pause(interval);
  }
}

async function answerWithin<Answer>(
  milliseconds: number,
  ask: () => Promise<Answer>,
): Promise<Answer | undefined> {
  const { promise: late, resolve: giveUp } = Promise.withResolvers<undefined>();
  const timer = setTimeout(giveUp, milliseconds, undefined);
  try {
    return await Promise.race([ask(), late]);
  } finally {
    clearTimeout(timer);
  }
}
