import * as v from 'valibot';

/** What a generation did to the one before it. The interface has a sentence for each. */
export const CHANGE_KINDS = [
  'vault-created',
  'vault-rescued',
  'account-added',
  /** Several in one go; the label is their number. */
  'accounts-added',
  'account-renamed',
  'account-pinned',
  'account-unpinned',
  'account-moved',
  'account-deleted',
  /** As those of one account; the label is how many they are. */
  'accounts-pinned',
  'accounts-unpinned',
  'accounts-moved',
  'accounts-deleted',
  'account-grouped',
  'account-ungrouped',
  'accounts-grouped',
  'accounts-ungrouped',
  'account-image-set',
  'account-image-removed',
  'account-restored',
  'account-verified',
  'account-bound',
  'account-unbound',
  'account-described',
  'account-filling-set',
  /** The user refused a site that asked for a code. */
  'account-refusal-noted',
  /** The label is the group's name. */
  'group-added',
  'group-renamed',
  'group-moved',
  'group-removed',
  'bin-emptied',
  'counter-advanced',
  'counter-resynchronised',
  'way-added',
  'way-renamed',
  'way-removed',
  'way-replaced',
  'key-changed',
  'settings-changed',
  'copy-discarded',
  'undone',
] as const;

/**
 * A change in words, sealed beside the state that it led to: where that state is damaged, this tells what is
 * missing. It never holds a secret.
 */
export const ChangeSchema = v.strictObject({
  kind: v.picklist(CHANGE_KINDS),
  /** The account, the group or the way in that it is about, as the user knows it; empty where it is about none. */
  label: v.string(),
});
export type Change = v.InferOutput<typeof ChangeSchema>;
