import * as v from 'valibot';

const LONGEST_GROUP_NAME = 60;

export const GroupNameSchema = v.pipe(
  v.string(),
  v.trim(),
  v.minLength(1),
  v.maxLength(LONGEST_GROUP_NAME),
);

/** Accounts that the user keeps together, under a name of his own; an account is in one group at most. */
export const GroupSchema = v.strictObject({
  id: v.pipe(v.string(), v.uuid()),
  name: GroupNameSchema,
});
export type Group = v.InferOutput<typeof GroupSchema>;
