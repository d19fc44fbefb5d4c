import { enrolmentAddress } from '../../origins/enrolment-address.ts';
import { codeAtStep, timeStep } from '../../otp/code.ts';
import { labelOf } from '../../otp/label.ts';
import { writeOtpauthUri } from '../../otp/write-otpauth-uri.ts';
import type { Account } from '../../vault/account.ts';
import {
  advanceCounter,
  binnedAccounts,
  deleteAccount,
  emptyBin,
  find,
  goneAt,
  liveAccounts,
  moveAccount,
  pinAccount,
  renameAccount,
  restoreAccount,
  resynchroniseCounter,
} from '../../vault/accounts.ts';
import type { Added } from '../../vault/adding.ts';
import type { Editor } from '../../vault/document.ts';
import { describeAccount } from '../../vault/facts.ts';
import { fillModeOf } from '../../vault/fill-mode.ts';
import { setFilling, stopsAsking, unbindOrigin } from '../../vault/filling.ts';
import { search } from '../../vault/search.ts';
import { offsetMs } from '../../vault/settings.ts';
import type { Wants } from '../../vault/vault.ts';
import type { Response } from '../protocol.ts';
import type { HandlersOf, Services } from '../services.ts';
import { announced } from './announced.ts';

export function accountHandlers({ vault, now, announceChange }: Services): HandlersOf<'accounts'> {
  const change = async (editor: Editor, wants?: Wants) => {
    await announced(vault.change(editor, wants), announceChange);
  };
  return {
    'accounts.list': async ({ query, from, count }) => {
      const found = search(liveAccounts(await vault.document()), query);
      return { total: found.length, accounts: found.slice(from, from + count).map(rowOf) };
    },
    'accounts.unverified': async () =>
      liveAccounts(await vault.document())
        .filter(({ proof }) => proof === 'unverified')
        .map(rowOf),
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
    'accounts.resynchronise': ({ id, codes }) => change(resynchroniseCounter(id, codes)),
    'accounts.rename': ({ id, ...names }) => change(renameAccount(id, names)),
    'accounts.describe': ({ id, ...description }) => change(describeAccount(id, description)),
    'accounts.setFilling': ({ id, ...filling }) =>
      change(setFilling(id, filling), {
        fresh: (document) => stopsAsking(document, [{ id, mode: filling.mode }]),
      }),
    'accounts.unbind': ({ id, origin }) => change(unbindOrigin(id, origin)),
    'accounts.reveal': async ({ id }) => ({
      uri: writeOtpauthUri((await vault.reveal(id)).credential),
    }),
    'accounts.pin': ({ id, pinned }) => change(pinAccount(id, pinned)),
    'accounts.move': ({ id, before }) => change(moveAccount(id, before)),
    'accounts.delete': ({ id }) => change(deleteAccount(id)),
    'accounts.bin': async () =>
      binnedAccounts(await vault.document(), now()).map((account) => ({
        ...rowOf(account),
        deletedAt: account.deletedAt ?? 0,
        goneAt: goneAt(account) ?? 0,
      })),
    'accounts.restore': ({ id }) => change(restoreAccount(id)),
    'accounts.emptyBin': () => change(emptyBin, { fresh: true }),
  };
}

/** What became of an account that was to be added, under the name that it has in the vault. */
export function describeAdded({ account, isNew, restored }: Added): Response<'enrolment.add'> {
  const label = labelOf(account.credential);
  return isNew ? { kind: 'added', ...label } : { kind: 'already-here', ...label, restored };
}

export function rowOf(account: Account): Response<'accounts.list'>['accounts'][number] {
  const { id, credential, createdAt, pinned, kind, tenant, proof, elsewhere, origins } = account;
  const methodsPage = enrolmentAddress(kind, tenant);
  return {
    id,
    ...labelOf(credential),
    type: credential.type,
    kind,
    ...(proof === undefined ? {} : { proof }),
    ...(elsewhere === undefined ? {} : { elsewhere }),
    ...(methodsPage === undefined ? {} : { methodsPage }),
    origins,
    mode: fillModeOf(account),
    submits: account.submits ?? false,
    insteadOfPush: account.insteadOfPush ?? false,
    history: account.history ?? [],
    ...(credential.type === 'hotp' ? {} : { period: credential.period }),
    pinned: pinned ?? false,
    createdAt,
  };
}

/** @param offset milliseconds to add to our clock */
function codesOf(
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
