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

/**
 * What the background tells everybody: something changed, ask again. It holds nothing, so it may reach
 * any of our pages and content scripts.
 */
export const CHANGED = 'countersign.changed';
