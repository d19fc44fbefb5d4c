import type { Response } from '../messages/protocol.ts';
import { type MessageKey, t } from './i18n.ts';
import { moment } from './moment.ts';

type Change = NonNullable<Response<'vault.status'>['undo']>;
type Damaged = Response<'vault.status'>['damaged'][number];

/** What people read of each change, after "Undo:" or after a time. */
const SENTENCES: Record<Change['kind'], MessageKey> = {
  'vault-created': 'changeVaultCreated',
  'vault-rescued': 'changeVaultRescued',
  'account-added': 'changeAccountAdded',
  'account-renamed': 'changeAccountRenamed',
  'account-pinned': 'changeAccountPinned',
  'account-unpinned': 'changeAccountUnpinned',
  'account-moved': 'changeAccountMoved',
  'account-deleted': 'changeAccountDeleted',
  'account-restored': 'changeAccountRestored',
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
  return t(SENTENCES[kind], label || t('changeNameless'));
}

/** What is missing with a state that did not open, and since when. */
export function missingSentence({ change, savedAt }: Damaged): string {
  const at = moment(savedAt);
  return change ? t('changeAt', at, changeSentence(change)) : t('changeUnknown', at);
}
