import * as v from 'valibot';
import type { Slot } from '../crypto/header.ts';
import { Fault } from '../fault.ts';
import type { Change } from './change.ts';
import { type Edit, type Editor, type VaultDocument, VaultDocumentSchema } from './document.ts';
import { changedStretch, undone, undoOf } from './undo.ts';

/** The edit with what takes it back, where it is one of accounts or groups; else the undo of the one before stays. */
export function withUndo(before: VaultDocument, { document, change }: Edit): Edit {
  if (!isUndoable(change.kind)) return { document, change };
  const undo = undoOf(before.accounts, document.accounts, change);
  const groups = document.groups === before.groups ? {} : { groups: before.groups };
  return { document: { ...document, undo: { ...undo, ...groups } }, change };
}

/** The last change of accounts or groups undone. */
export const takeBack: Editor = (document, now) => {
  const { undo } = document;
  if (!undo) throw new Fault('nothing-to-undo', 'no change is known');
  const accounts = undone(document.accounts, undo, now);
  const { groups = document.groups } = undo;
  return {
    document: { ...document, accounts, groups },
    change: { kind: 'undone', label: undo.change.label },
  };
};

/** What was seen of an account, and its user did not do: not undoable, and kept when something else is undone. */
const SEEN: readonly Change['kind'][] = ['account-verified', 'account-refusal-noted'];

/**
 * Not what was only seen, as the codes of a counter are; what the user did last can still be taken back (`proof.ts`,
 * `filling.ts`). A site that got bound can be let go.
 */
function isUndoable(kind: Change['kind']): boolean {
  return kind === 'undone' || (/^(?:accounts?|group)-/u.test(kind) && !SEEN.includes(kind));
}

/**
 * Checks what an edit made new before it is sealed: what does not fit its schema would never open again. Accounts that
 * are the same objects as before were checked when they came.
 *
 * @throws Fault `internal` that names the field
 */
export function checkEdited(before: VaultDocument, after: VaultDocument): void {
  const stretch = changedStretch(before.accounts, after.accounts);
  const known = new Set(stretch.before);
  const accounts = stretch.after.filter((account) => !known.has(account));
  const parsed = v.safeParse(VaultDocumentSchema, { ...after, accounts });
  if (parsed.success) return;
  const field = v.getDotPath(parsed.issues[0]) ?? 'document';
  throw new Fault('internal', 'the changed document does not fit its schema', field);
}

export function withWayName(
  document: VaultDocument,
  slot: Slot | undefined,
  name: string | undefined,
): VaultDocument {
  if (!slot || !name) return document;
  return { ...document, wayNames: { ...document.wayNames, [slot.id]: name } };
}

export function withoutWayName(document: VaultDocument, id: string): VaultDocument {
  const { [id]: _, ...wayNames } = document.wayNames;
  return { ...document, wayNames };
}

/** @throws Fault `unknown-generation` */
export function withoutDamaged(document: VaultDocument, generation: number): VaultDocument {
  requireDamaged(document, generation);
  return {
    ...document,
    damaged: document.damaged.filter((each) => each.generation !== generation),
  };
}

/** @throws Fault `unknown-generation` */
export function requireDamaged({ damaged }: VaultDocument, generation: number): void {
  if (damaged.some((each) => each.generation === generation)) return;
  throw new Fault('unknown-generation', 'no such damaged state', 'generation');
}
