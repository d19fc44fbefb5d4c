import * as v from 'valibot';

/** How a request travels. */
export const EnvelopeSchema = v.strictObject({
  name: v.string(),
  request: v.optional(v.unknown()),
});

/** How an answer travels: errors are data. */
export const ReplySchema = v.variant('ok', [
  v.strictObject({ ok: v.literal(true), response: v.optional(v.unknown()) }),
  v.strictObject({ ok: v.literal(false), code: v.string(), field: v.optional(v.string()) }),
]);
export type Reply = v.InferOutput<typeof ReplySchema>;

/** What came of it where a page was told that the user wants a code there, as the page answers. */
export const FillOutcomeSchema = v.strictObject({
  outcome: v.picklist([
    'filled',
    /** A code that lives long enough comes within seconds. */
    'waiting',
    /** The user is asked first. */
    'asked',
    /** He is not asked: he refused it in this document, or its site is silenced, or too many requests wait. */
    'refused',
    'no-field',
    /** There was a field, and it did not take the code, or there was none for it. */
    'not-filled',
  ]),
});
export type FillOutcome = v.InferOutput<typeof FillOutcomeSchema>['outcome'];
