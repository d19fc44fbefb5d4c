import { createRecoveryCode } from '../../crypto/recovery-code.ts';
import { encodeBase64 } from '../../encoding/base64.ts';
import { Fault } from '../../fault.ts';
import type { HandlersOf, Services } from '../services.ts';
import { readNewWay, readOpener } from './key-material.ts';

export function vaultHandlers(
  services: Services,
): HandlersOf<'vault' | 'unlock' | 'settings' | 'damaged' | 'clipboard'> {
  const { vault, announceChange } = services;
  const refuseEphemeral = () => {
    if (services.isEphemeral()) throw new Fault('ephemeral', 'private browsing forgets its vault');
  };
  return {
    'vault.status': async () => {
      refuseEphemeral();
      const { state, damaged, unsaved, undo } = await vault.status();
      const clockDoubt = state === 'open' ? await services.clockDoubt.account() : undefined;
      return {
        state,
        damaged: [...damaged],
        persistent: await services.isPersistent(),
        ...(unsaved ? { unsaved } : {}),
        ...(undo ? { undo } : {}),
        ...(clockDoubt ? { clockDoubt } : {}),
      };
    },
    'vault.newRecoveryCode': async () => ({ recoveryCode: createRecoveryCode() }),
    'vault.create': async ({ first, recoveryCode }) => {
      refuseEphemeral();
      await vault.create(readNewWay(first), recoveryCode);
      await services.firstRun.vaultMade();
      await services.idleTimeChanged();
      announceChange();
    },
    'vault.ways': async () => ({ ways: await vault.ways() }),
    'vault.open': async (request) => {
      await vault.open(readOpener(request));
      await services.signIn.opened();
      await services.idleTimeChanged();
      announceChange();
    },
    'vault.verify': (request) => vault.verify(readOpener(request)),
    'vault.used': () => vault.used(),
    'vault.lock': () => vault.lock(),
    'vault.undo': async () => {
      await vault.undo();
      announceChange();
    },

    'unlock.show': async ({ tabId }) => {
      await services.signIn.wanted(tabId);
      const { state } = await vault.status();
      const isNew = state === 'none' || state === 'missing';
      await (isNew ? services.showFirstRun() : services.showUnlockWindow());
    },
    'unlock.done': () => services.closeUnlockWindow(),

    'settings.get': async () => (await vault.document()).settings,
    'settings.set': async (request) => {
      await vault.setSettings(request);
      await services.idleTimeChanged();
      announceChange();
    },

    'damaged.read': async ({ generation }) => ({
      sealed: encodeBase64(await vault.readDamaged(generation)),
    }),
    'damaged.discard': async ({ generation }) => {
      await vault.discardDamaged(generation);
      announceChange();
    },

    'clipboard.copied': async () => {
      await services.ownCopy.made();
      // It was locked in the moment of the copy.
      if (!(await vault.isOpen())) await services.ownCopy.locked();
    },
  };
}
