import type { CDPSession } from 'puppeteer-core';
import type { AuthenticatorOptions } from './browser.ts';

/** The virtual authenticator of one tab, which lives as long as the tab and this session of it. */
export interface ChromiumAuthenticator {
  replace(options: AuthenticatorOptions | undefined): Promise<void>;
  setUserVerified(userVerified: boolean): Promise<void>;
}

interface Kind {
  /** Chrome allows one internal authenticator. */
  readonly transport: 'internal' | 'usb';
  readonly prf: boolean;
  readonly isUserVerified: boolean;
}

export function chromiumAuthenticator(session: CDPSession): ChromiumAuthenticator {
  let authenticator: string | undefined;
  let refuser: string | undefined;

  const add = async ({ transport, prf, isUserVerified }: Kind): Promise<string> => {
    const { authenticatorId } = await session.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        ctap2Version: 'ctap2_1',
        transport,
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified,
        hasPrf: prf,
        automaticPresenceSimulation: true,
      },
    });
    return authenticatorId;
  };

  const remove = async (authenticatorId: string | undefined): Promise<undefined> => {
    if (authenticatorId === undefined) return;
    await session.send('WebAuthn.removeVirtualAuthenticator', { authenticatorId });
  };

  /**
   * One ceremony with a failing verification uses up all of an authenticator's attempts, which blocks it
   * for good (CTAP 2.1, uvRetries), also after `WebAuthn.setUserVerified`. So it is a second, empty one
   * that the user touches and that refuses, while the first waits for a touch that never comes.
   */
  const setUserVerified = async (userVerified: boolean): Promise<void> => {
    if (authenticator === undefined) throw new Error('setAuthenticator comes first');
    await session.send('WebAuthn.setAutomaticPresenceSimulation', {
      authenticatorId: authenticator,
      enabled: userVerified,
    });
    refuser = userVerified
      ? await remove(refuser)
      : (refuser ?? (await add({ transport: 'usb', prf: false, isUserVerified: false })));
  };

  return {
    setUserVerified,
    async replace(options) {
      // Enabling is what shuts out real authenticators, also while there is no virtual one.
      await session.send('WebAuthn.enable');
      refuser = await remove(refuser);
      authenticator = await remove(authenticator);
      if (!options) return;
      authenticator = await add({
        transport: 'internal',
        prf: options.prf,
        isUserVerified: true,
      });
      await setUserVerified(options.userVerified);
    },
  };
}
