import { codeAtStep, timeStep } from '../../otp/code.ts';
import { labelOf } from '../../otp/label.ts';
import { writeOtpauthUri } from '../../otp/write-otpauth-uri.ts';
import type { Account } from '../../vault/account.ts';
import {
  advanceCounter,
  binnedAccounts,
  deleteAccounts,
  emptyBin,
  find,
  goneAt,
  liveAccounts,
  moveAccounts,
  pinAccounts,
  restoreAccount,
  resynchroniseCounter,
} from '../../vault/accounts.ts';
import type { Added } from '../../vault/adding.ts';
import type { Editor } from '../../vault/document.ts';
import { editDetails } from '../../vault/edit-details.ts';
import { facetsOf } from '../../vault/facets.ts';
import { setFilling, stopsAsking, unbindOrigin } from '../../vault/filling.ts';
import { setGroup } from '../../vault/groups.ts';
import { listAccounts } from '../../vault/listing.ts';
import { offsetMs } from '../../vault/settings.ts';
import type { Wants } from '../../vault/vault.ts';
import type { Response } from '../protocol.ts';
import type { HandlersOf, Services } from '../services.ts';
import { rowOf } from './account-row.ts';
import { announced } from './announced.ts';

export function accountHandlers({ vault, now, announceChange }: Services): HandlersOf<'accounts'> {
  const change = async (editor: Editor, wants?: Wants) => {
    await announced(vault.change(editor, wants), announceChange);
  };
  return {
    'accounts.list': async ({ from, count, ...listing }) => {
      const { document, uses } = await vault.view();
      const found = listAccounts(document, uses, listing);
      const accounts = found.slice(from, from + count).map((account) => rowOf(account, uses));
      return { total: found.length, accounts };
    },
    'accounts.found': async (listing) => {
      const { document, uses } = await vault.view();
      return listAccounts(document, uses, listing).map(({ id, pinned = false }) => ({
        id,
        pinned,
      }));
    },
    'accounts.facets': async () => {
      const { document, uses } = await vault.view();
      return facetsOf(document, uses);
    },
    'accounts.unverified': async () => {
      const { document, uses } = await vault.view();
      return liveAccounts(document)
        .filter(({ proof }) => proof === 'unverified')
        .map((account) => rowOf(account, uses));
    },
    'accounts.codes': async ({ ids }) => {
      const document = await vault.document();
      const offset = offsetMs(document.settings);
      // One that was deleted meanwhile is left out.
      const live = new Map(liveAccounts(document).map((account) => [account.id, account]));
      return ids.flatMap((id) => {
        const account = live.get(id);
        return account ? codesOf(account, now(), offset) : [];
      });
    },
    'accounts.nextCode': async ({ id }) => {
      const { before } = await announced(vault.change(advanceCounter(id)), announceChange);
      const { credential } = find(before, id);
      // The editor has refused every other type.
      return { code: codeAtStep(credential, credential.type === 'hotp' ? credential.counter : 0) };
    },
    'accounts.resynchronise': async ({ id, codes }) => {
      await announced(
        vault.change(resynchroniseCounter(id, codes)).then(() => vault.accountSettled(id)),
        announceChange,
      );
    },
    'accounts.edit': ({ id, ...details }) => change(editDetails(id, details)),
    'accounts.setFilling': ({ id, ...filling }) =>
      change(setFilling(id, filling), {
        fresh: (document) => stopsAsking(document, [{ id, mode: filling.mode }]),
      }),
    'accounts.unbind': ({ id, origin }) => change(unbindOrigin(id, origin)),
    'accounts.reveal': async ({ id }) => ({
      uri: writeOtpauthUri((await vault.reveal(id)).credential),
    }),
    'accounts.pin': ({ ids, pinned }) => change(pinAccounts(ids, pinned)),
    'accounts.move': ({ ids, before }) => change(moveAccounts(ids, before)),
    'accounts.setGroup': ({ ids, group }) => change(setGroup(ids, group)),
    'accounts.used': ({ id }) => vault.accountUsed(id),
    'accounts.delete': ({ ids }) => change(deleteAccounts(ids)),
    'accounts.bin': async () => {
      const { document, uses } = await vault.view();
      return binnedAccounts(document, now()).map((account) => ({
        ...rowOf(account, uses),
        deletedAt: account.deletedAt ?? 0,
        goneAt: goneAt(account) ?? 0,
      }));
    },
    'accounts.restore': ({ id }) => change(restoreAccount(id)),
    'accounts.emptyBin': () => change(emptyBin, { fresh: true }),
  };
}

/** What became of an account that was to be added, under the name that it has in the vault. */
export function describeAdded({ account, isNew, restored }: Added): Response<'enrolment.add'> {
  const label = labelOf(account.credential);
  return isNew ? { kind: 'added', ...label } : { kind: 'already-here', ...label, restored };
}

/** @param offset milliseconds to add to our clock */
export function codesOf(
  { id, credential }: Account,
  now: number,
  offset: number,
): Response<'accounts.codes'> {
  if (credential.type === 'hotp') return [];
  const step = timeStep(credential.period, (now + offset) / 1000);
  return [
    {
      id,
      code: codeAtStep(credential, step),
      next: codeAtStep(credential, step + 1),
      changesAt: (step + 1) * credential.period * 1000 - offset,
    },
  ];
}
