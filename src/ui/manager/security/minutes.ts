import type { Response } from '../../../messages/protocol.ts';
import { numeral } from '../../i18n.ts';

type Settings = Response<'settings.get'>;
export type LockAfterMinutes = NonNullable<Settings['lockAfterMinutes']>;
export type LockWhenIdleMinutes = NonNullable<Settings['lockWhenIdleMinutes']>;

/** What the background takes; the types see to it that none is missing. */
export const LOCK_AFTER_MINUTES = choices<LockAfterMinutes>({
  1: true,
  5: true,
  15: true,
  30: true,
  60: true,
  240: true,
});
export const LOCK_WHEN_IDLE_MINUTES = choices<LockWhenIdleMinutes>({
  1: true,
  5: true,
  15: true,
  30: true,
});

/** Keys that are whole numbers come in ascending order. */
function choices<Minutes extends number>(all: Record<Minutes, true>): readonly Minutes[] {
  return Object.keys(all).map((key) => Number(key) as Minutes);
}

/** As the user's language says it: "5 minutes", "1 hour". */
export function duration(minutes: number): string {
  const [count, unit] = minutes % 60 === 0 ? [minutes / 60, 'hour'] : [minutes, 'minute'];
  return numeral(count, { style: 'unit', unit, unitDisplay: 'long' });
}
