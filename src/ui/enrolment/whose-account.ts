import { type MessageKey, t } from '../i18n.ts';
import type { AccountFinding } from './finding.ts';

export type AccountKind = AccountFinding['accountKind'];

const NAMES: Record<AccountKind, MessageKey> = {
  work: 'whoseWork',
  guest: 'whoseGuest',
  personal: 'whosePersonal',
  other: 'whoseOther',
};

/** In the order in which they are offered. */
export const ACCOUNT_KINDS_OFFERED = Object.keys(NAMES) as AccountKind[];

/** Whose account it is, in words. */
export function whoseAccount(kind: AccountKind): string {
  return t(NAMES[kind]);
}
