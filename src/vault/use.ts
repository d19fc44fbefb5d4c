import * as v from 'valibot';

/** What is remembered of an account outside of the states: it changes with every use, and nobody takes it back. */
export const UseSchema = v.strictObject({
  /** When a code was last copied or filled in; milliseconds since 1970. */
  at: v.pipe(v.number(), v.safeInteger()),
  /** A site refused that code, and a counter made it: the site may count differently. */
  refused: v.optional(v.literal(true)),
});
export type Use = v.InferOutput<typeof UseSchema>;

/** By account. */
export type Uses = ReadonlyMap<string, Use>;
