import type { Response } from '../messages/protocol.ts';
import { visibleText } from '../qr/visible-text.ts';
import { type CountedKey, type MessageKey, t, tn } from './i18n.ts';
import { moment } from './moment.ts';

/** Characters; a name may come from a page, and may be of any length. */
const LONGEST_LABEL = 200;

type Change = NonNullable<Response<'vault.status'>['undo']>;
type OfMany = Extract<Change['kind'], `accounts-${string}`>;
type Damaged = Response<'vault.status'>['damaged'][number];

/** What people read of each change, after "Undo:" or after a time. */
const SENTENCES: Record<Exclude<Change['kind'], OfMany>, MessageKey> = {
  'vault-created': 'changeVaultCreated',
  'vault-rescued': 'changeVaultRescued',
  'account-added': 'changeAccountAdded',
  'account-renamed': 'changeAccountRenamed',
  'account-pinned': 'changeAccountPinned',
  'account-unpinned': 'changeAccountUnpinned',
  'account-moved': 'changeAccountMoved',
  'account-deleted': 'changeAccountDeleted',
  'account-restored': 'changeAccountRestored',
  'account-verified': 'changeAccountVerified',
  'account-bound': 'changeAccountBound',
  'account-unbound': 'changeAccountUnbound',
  'account-described': 'changeAccountDescribed',
  'account-filling-set': 'changeAccountFillingSet',
  'account-refusal-noted': 'changeAccountRefusalNoted',
  'account-grouped': 'changeAccountGrouped',
  'account-ungrouped': 'changeAccountUngrouped',
  'account-image-set': 'changeAccountImageSet',
  'account-image-removed': 'changeAccountImageRemoved',
  'group-added': 'changeGroupAdded',
  'group-renamed': 'changeGroupRenamed',
  'group-moved': 'changeGroupMoved',
  'group-removed': 'changeGroupRemoved',
  'bin-emptied': 'changeBinEmptied',
  'counter-advanced': 'changeCounterAdvanced',
  'counter-resynchronised': 'changeCounterResynchronised',
  'way-added': 'changeWayAdded',
  'way-renamed': 'changeWayRenamed',
  'way-removed': 'changeWayRemoved',
  'way-replaced': 'changeWayReplaced',
  'key-changed': 'changeKeyChanged',
  'settings-changed': 'changeSettingsChanged',
  'copy-discarded': 'changeCopyDiscarded',
  undone: 'changeUndone',
};

/** The same of changes to several accounts, whose label is how many they are. */
const SENTENCES_OF_MANY: Record<OfMany, CountedKey> = {
  'accounts-added': 'changeAccountsAdded',
  'accounts-pinned': 'changeAccountsPinned',
  'accounts-unpinned': 'changeAccountsUnpinned',
  'accounts-moved': 'changeAccountsMoved',
  'accounts-deleted': 'changeAccountsDeleted',
  'accounts-grouped': 'changeAccountsGrouped',
  'accounts-ungrouped': 'changeAccountsUngrouped',
};

export function changeSentence({ kind, label }: Change): string {
  if (isOfMany(kind)) return tn(SENTENCES_OF_MANY[kind], Number(label));
  return t(SENTENCES[kind], visibleText(label, LONGEST_LABEL) || t('changeNameless'));
}

/** What is missing with a state that did not open, and since when. */
export function missingSentence({ change, savedAt }: Damaged): string {
  const at = moment(savedAt);
  return change ? t('changeAt', at, changeSentence(change)) : t('changeUnknown', at);
}

function isOfMany(kind: Change['kind']): kind is OfMany {
  return kind.startsWith('accounts-');
}
