import type { Response } from '../messages/protocol.ts';
import { visibleText } from '../qr/visible-text.ts';
import { type MessageKey, t } from './i18n.ts';
import { moment } from './moment.ts';

/** Characters; a name may come from a page, and may be of any length. */
const LONGEST_LABEL = 200;

type Change = NonNullable<Response<'vault.status'>['undo']>;
type Damaged = Response<'vault.status'>['damaged'][number];

/** What people read of each change, after "Undo:" or after a time. */
const SENTENCES: Record<Change['kind'], MessageKey> = {
  'vault-created': 'changeVaultCreated',
  'vault-rescued': 'changeVaultRescued',
  'account-added': 'changeAccountAdded',
  'accounts-added': 'changeAccountsAdded',
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

export function changeSentence({ kind, label }: Change): string {
  return t(SENTENCES[kind], visibleText(label, LONGEST_LABEL) || t('changeNameless'));
}

/** What is missing with a state that did not open, and since when. */
export function missingSentence({ change, savedAt }: Damaged): string {
  const at = moment(savedAt);
  return change ? t('changeAt', at, changeSentence(change)) : t('changeUnknown', at);
}
