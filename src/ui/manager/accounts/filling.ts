import type { AccountRow } from '../../accounts/use-accounts.ts';
import type { MessageKey } from '../../i18n.ts';

/** How codes of an account are filled in, as far as its user chooses it. */
export type Filling = Pick<AccountRow, 'mode' | 'submits' | 'insteadOfPush'>;

/** The modes in the order in which they are offered, each with what it means. */
export const MODES_OFFERED: readonly {
  readonly mode: AccountRow['mode'];
  readonly name: MessageKey;
  readonly meaning: MessageKey;
}[] = [
  { mode: 'automatic', name: 'fillAutomatic', meaning: 'fillAutomaticMeans' },
  { mode: 'ask', name: 'fillAsk', meaning: 'fillAskMeans' },
  { mode: 'manual', name: 'fillManual', meaning: 'fillManualMeans' },
];

export function fillingOf({ mode, submits, insteadOfPush }: AccountRow): Filling {
  return { mode, submits, insteadOfPush };
}

export function isSameFilling(one: Filling, other: Filling): boolean {
  return (
    one.mode === other.mode &&
    one.submits === other.submits &&
    one.insteadOfPush === other.insteadOfPush
  );
}
