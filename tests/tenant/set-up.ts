import type { Authenticator } from './authenticators.ts';
import type { Account } from './directory.ts';
import {
  accountLabel,
  newPushActivation,
  PUSH_TEXTS,
  type PushActivation,
  totpUri,
} from './qr-texts.ts';
import type { TenantState } from './state.ts';

/** An activation of Microsoft's own app, and what its QR code holds. */
export function beginPush({ enrolment }: TenantState): PushActivation & { readonly text: string } {
  const push = newPushActivation();
  return { ...push, text: PUSH_TEXTS[enrolment.push](push) };
}

/** A new secret for any other app, and what its QR code holds. */
export function beginTotp(
  state: TenantState,
  account: Account,
): Authenticator & { readonly accountName: string; readonly text: string } {
  const authenticator = state.authenticators.begin(account);
  const accountName = accountLabel(account.organisation.name, account.person.address);
  const text = state.enrolment.text ?? totpUri(accountName, authenticator.base32);
  return { ...authenticator, accountName, text };
}
