import { Fault } from '../../fault.ts';
import { judgeSkew, measureSkew } from '../../otp/clock-skew.ts';
import { find } from '../../vault/accounts.ts';
import { MOST_OFFSET_SECONDS, offsetMs } from '../../vault/settings.ts';
import type { HandlersOf, Services } from '../services.ts';

export function clockHandlers({
  vault,
  clockDoubt,
  now,
  announceChange,
}: Services): HandlersOf<'clock'> {
  return {
    'clock.measure': async ({ id, samples }) => {
      const document = await vault.document();
      const { credential } = find(document, id);
      if (credential.type === 'hotp') throw new Fault('unsupported', 'no clock in it', 'id');
      const { clockOffsetSeconds } = document.settings;
      const offset = offsetMs(document.settings);
      const shifted = samples.map(({ code, at }) => ({ code, at: at + offset }));
      const skew = measureSkew(credential, shifted);
      if (!skew) throw new Fault('clock-not-found', 'the code fits no time', 'code');
      const judged = judgeSkew(skew, credential.period, now() + offset);
      if (judged.kind === 'unsure') {
        return { kind: 'unsure', askAgainInMs: Math.ceil(judged.askAgainInMs) };
      }
      if (judged.kind === 'fine') return judged;
      // In all: what was found is on top of the offset that is in use.
      const offsetSeconds = clockOffsetSeconds + judged.offsetSeconds;
      if (Math.abs(offsetSeconds) <= MOST_OFFSET_SECONDS) return { kind: 'skewed', offsetSeconds };
      throw new Fault('clock-not-found', 'the clock is off by more than half a day', 'code');
    },
    'clock.looked': async () => {
      await clockDoubt.settle();
      announceChange();
    },
  };
}
