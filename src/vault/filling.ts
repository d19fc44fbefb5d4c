import { MOST_REFUSALS, nameOf, type Refusal } from './account.ts';
import { changeForGood, editAccount, find } from './accounts.ts';
import type { Editor, VaultDocument } from './document.ts';
import { type FillMode, fillModeOf } from './fill-mode.ts';

export interface Filling {
  readonly mode: FillMode;
  /** The form is submitted once the code is in it. */
  readonly submits: boolean;
  /** On Microsoft's page that waits for a push approval, it switches to the code by itself. */
  readonly insteadOfPush: boolean;
}

/**
 * The mode is stored where it is another one than the one that counts now: the user chooses among those that he sees, and who
 * only ticks a box has chosen none, so that an account without a site still fills in by itself once it has one.
 */
export function setFilling(id: string, { mode, submits, insteadOfPush }: Filling): Editor {
  return editAccount(id, 'account-filling-set', (current) => {
    const sameMode = fillModeOf(current) === mode;
    const { submits: submitted, insteadOfPush: switched, ...rest } = current;
    if (sameMode && submits === Boolean(submitted) && insteadOfPush === Boolean(switched)) {
      return current;
    }
    return {
      ...rest,
      ...(sameMode ? {} : { mode }),
      ...(submits ? { submits } : {}),
      ...(insteadOfPush ? { insteadOfPush } : {}),
    };
  });
}

/**
 * Whether an account that asks its user before a code goes out would no longer do so: that lowers the protection.
 *
 * @param next the accounts that change, and what the user chose for them then
 */
export function stopsAsking(
  { accounts }: VaultDocument,
  next: readonly { readonly id: string; readonly mode?: FillMode | undefined }[],
): boolean {
  const asking = new Set(accounts.filter(({ mode }) => mode === 'ask').map(({ id }) => id));
  return next.some(({ id, mode }) => mode !== 'ask' && asking.has(id));
}

/** From now on, pages of this origin get no code of the account any more. */
export function unbindOrigin(id: string, origin: string): Editor {
  return editAccount(id, 'account-unbound', (current) =>
    current.origins.includes(origin)
      ? { ...current, origins: current.origins.filter((each) => each !== origin) }
      : current,
  );
}

/** The user said that it was not he who asked for a code. Only the newest are kept. */
export function rememberRefusal(id: string, refusal: Refusal): Editor {
  return (document) => {
    const account = find(document, id);
    return {
      document: changeForGood(document, (each) =>
        each.id === id
          ? { ...each, history: [...(each.history ?? []), refusal].slice(-MOST_REFUSALS) }
          : each,
      ),
      change: { kind: 'account-refusal-noted', label: nameOf(account.credential) },
    };
  };
}
