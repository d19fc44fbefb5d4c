import type { Releases } from '../approvals/releases.ts';
import { createRecoveryCode } from '../crypto/recovery-code.ts';
import { decodeBase64 } from '../encoding/base64.ts';
import type { Enrolment } from '../enrolment/enrolment.ts';
import { describeOffer } from '../enrolment/offer.ts';
import { Fault } from '../fault.ts';
import { findBoundAccount } from '../origins/bound-account.ts';
import { tenantOfSignIn } from '../origins/microsoft.ts';
import { codeAtStep, timeStep } from '../otp/code.ts';
import { labelOf } from '../otp/label.ts';
import type { Account } from '../vault/document.ts';
import type { KeyMaterial, Vault } from '../vault/vault.ts';
import type { ReleaseAnswer, Request } from './protocol.ts';
import type { Handlers } from './router.ts';

/** The background's services, and its few effects on the browser. */
export interface Services {
  readonly vault: Vault;
  readonly enrolment: Enrolment;
  readonly releases: Releases;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly isPersistent: () => Promise<boolean>;
  /** Whether all that is stored would vanish with the session. */
  readonly isEphemeral: () => boolean;
  readonly showUnlockWindow: () => Promise<void>;
  readonly closeUnlockWindow: () => Promise<void>;
  readonly showFilled: (tabId: number) => Promise<void>;
  /** Tells our pages and content scripts to ask again. */
  readonly announceChange: () => void;
}

/** What each message of the protocol does. */
export function createHandlers(services: Services): Handlers {
  const { vault, enrolment, releases, now } = services;
  const refuseEphemeral = () => {
    if (services.isEphemeral()) throw new Fault('ephemeral', 'private browsing forgets its vault');
  };
  /** A page learns nothing of why it gets no code, not even that the vault is locked. */
  const releaseTo = async (
    tabId: number,
    choose: (accounts: readonly Account[]) => Account | undefined,
  ): Promise<ReleaseAnswer> => {
    if (!(await vault.isOpen())) return { kind: 'none' };
    const account = choose(await vault.accounts());
    if (!account) return { kind: 'none' };
    const answer = await releases.release(account, tabId);
    if (answer.kind === 'code') await vault.used();
    return answer;
  };
  return {
    'vault.status': async () => {
      refuseEphemeral();
      return { ...(await vault.status()), persistent: await services.isPersistent() };
    },
    'vault.newRecoveryCode': async () => ({ recoveryCode: createRecoveryCode() }),
    'vault.create': async ({ first, recoveryCode }) => {
      refuseEphemeral();
      await vault.create(readKeyMaterial(first), recoveryCode);
      services.announceChange();
    },
    'vault.ways': async () => ({ ways: await vault.ways() }),
    'vault.open': async (key) => {
      await vault.open('recoveryCode' in key ? key : readKeyMaterial(key));
      services.announceChange();
    },
    'vault.lock': async () => {
      await vault.lock();
      services.announceChange();
    },

    'unlock.show': () => services.showUnlockWindow(),
    'unlock.done': () => services.closeUnlockWindow(),

    'accounts.list': async () =>
      (await vault.accounts()).map(({ id, credential }) => ({
        id,
        ...labelOf(credential),
        period: credential.period,
      })),
    'accounts.codes': async ({ ids }) => {
      const accounts = new Map((await vault.accounts()).map((account) => [account.id, account]));
      return ids.map((id) => {
        const account = accounts.get(id);
        if (!account) throw new Fault('unknown-account', 'no such account', 'ids');
        const { credential } = account;
        const step = timeStep(credential.period, now() / 1000);
        return {
          id,
          code: codeAtStep(credential, step),
          next: codeAtStep(credential, step + 1),
          changesAt: (step + 1) * credential.period * 1000,
        };
      });
    },

    'enrolment.offer': async ({ tabId }) => describeOffer(await enrolment.offer(tabId)),
    'enrolment.add': ({ tabId }) => enrolment.add(tabId),
    'enrolment.seen': ({ pictures }, page) => enrolment.seen(pictures, page),
    'enrolment.code': async (_, { tabId }) => {
      const accountId = await enrolment.addedAccount(tabId);
      return releaseTo(tabId, (accounts) => accounts.find(({ id }) => id === accountId));
    },
    'enrolment.left': (_, { tabId }) => enrolment.left(tabId),

    'signIn.code': async ({ account, tenant }, { origin, url, tabId }) => {
      const asking = { origin, account, tenant: tenantOfSignIn(url) ?? tenant };
      return releaseTo(tabId, (accounts) => findBoundAccount(accounts, asking));
    },

    'code.filled': async (_, { tabId }) => {
      await releases.filled(tabId);
      await enrolment.filled(tabId);
      await services.showFilled(tabId);
    },
  };
}

function readKeyMaterial({ way, material }: Request<'vault.create'>['first']): KeyMaterial {
  return { way, material: decodeBase64(material) };
}
