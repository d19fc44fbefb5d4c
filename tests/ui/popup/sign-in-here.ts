import type { BoundAccount, SignInHere, Site } from '../../../src/ui/popup/sign-in-cards.ts';

/** A site, with what a test says of it. */
export function siteHere(differences: Partial<Site> = {}): Site {
  return {
    origin: 'https://github.example',
    host: 'github.example',
    isMicrosoft: false,
    mayReach: true,
    ...differences,
  };
}

/** An account that is bound to the site, with what a test says of it. */
export function boundAccount(differences: Partial<BoundAccount> = {}): BoundAccount {
  return {
    id: 'one',
    issuer: 'GitHub',
    account: 'alex',
    organisation: '',
    type: 'totp',
    kind: 'other',
    origins: ['https://github.example'],
    mode: 'automatic',
    submits: false,
    insteadOfPush: false,
    history: [],
    period: 30,
    pinned: false,
    needsAction: false,
    createdAt: 1_700_000_000_000,
    fits: true,
    ...differences,
  };
}

/** What the background says of a tab whose page wants nothing, with what a test says of it. */
export function signInHere(differences: Partial<SignInHere> = {}): SignInHere {
  return {
    site: siteHere(),
    wants: 'nothing',
    state: 'idle',
    shown: [],
    accounts: [],
    isPinned: true,
    ...differences,
  };
}
