import * as v from 'valibot';

export const LOCK_AFTER_MINUTES = [1, 5, 15, 30, 60, 240] as const;
const LOCK_WHEN_IDLE_MINUTES = [1, 5, 15, 30] as const;

/** A clock that is further off than half a day is wrong by its date. */
export const MOST_OFFSET_SECONDS = 43_200;

export const SettingsSchema = v.strictObject({
  /** Minutes of no use after which the vault locks; null: when the browser closes. */
  lockAfterMinutes: v.nullable(v.picklist(LOCK_AFTER_MINUTES)),
  /** Minutes without mouse or keyboard after which the vault locks; null: never for that reason. */
  lockWhenIdleMinutes: v.nullable(v.picklist(LOCK_WHEN_IDLE_MINUTES)),
  /** Added to this computer's clock for every code. */
  clockOffsetSeconds: v.pipe(
    v.number(),
    v.integer(),
    v.minValue(-MOST_OFFSET_SECONDS),
    v.maxValue(MOST_OFFSET_SECONDS),
  ),
  /** Codes stand as dots until the user asks for one. */
  hideCodes: v.boolean(),
});
export type Settings = v.InferOutput<typeof SettingsSchema>;

/** Some of the settings. */
export const SettingsChangeSchema = v.strictObject({
  lockAfterMinutes: v.exactOptional(SettingsSchema.entries.lockAfterMinutes),
  lockWhenIdleMinutes: v.exactOptional(SettingsSchema.entries.lockWhenIdleMinutes),
  clockOffsetSeconds: v.exactOptional(SettingsSchema.entries.clockOffsetSeconds),
  hideCodes: v.exactOptional(SettingsSchema.entries.hideCodes),
});
export type SettingsChange = v.InferOutput<typeof SettingsChangeSchema>;

export const DEFAULT_SETTINGS: Settings = {
  lockAfterMinutes: 15,
  lockWhenIdleMinutes: 5,
  clockOffsetSeconds: 0,
  hideCodes: false,
};

/** Whether the vault would stay open for longer under `next`: that lowers the protection. */
export function lowersProtection(before: Settings, next: Settings): boolean {
  const minutes = (value: number | null) => value ?? Number.POSITIVE_INFINITY;
  return (
    minutes(next.lockAfterMinutes) > minutes(before.lockAfterMinutes) ||
    minutes(next.lockWhenIdleMinutes) > minutes(before.lockWhenIdleMinutes)
  );
}

/** How long an open vault may go unused; null: until the browser closes. */
export function unusedMs({ lockAfterMinutes }: Settings): number | null {
  return lockAfterMinutes === null ? null : lockAfterMinutes * 60_000;
}

/** Milliseconds to add to this computer's clock for every code. */
export function offsetMs({ clockOffsetSeconds }: Settings): number {
  return clockOffsetSeconds * 1000;
}
