import type { Shown } from './ask.ts';
import { isSilent } from './is-quiet.ts';
import { late } from './late.tsx';
import { signInCards } from './sign-in-cards.ts';

export const AccountChooser = late(
  async () => (await import('./account-chooser.tsx')).AccountChooser,
);
export const BindCard = late(async () => (await import('./bind-card.tsx')).BindCard);
export const ClockDoubtCard = late(
  async () => (await import('../clock-doubt-card.tsx')).ClockDoubtCard,
);
export const ClosedVault = late(async () => (await import('./closed-vault.tsx')).ClosedVault);
export const DriveCard = late(async () => (await import('./drive-card.tsx')).DriveCard);
export const EnrolmentPanel = late(
  async () => (await import('./enrolment-panel.tsx')).EnrolmentPanel,
);
export const FirstAccount = late(async () => (await import('./first-account.tsx')).FirstAccount);
export const SignInPanel = late(async () => (await import('./sign-in-panel.tsx')).SignInPanel);
export const SpokenCode = late(async () => (await import('./spoken-code.tsx')).SpokenCode);
export const StatusNotices = late(
  async () => (await import('../status-notices.tsx')).StatusNotices,
);
export const Unanswered = late(async () => (await import('../unanswered.tsx')).Unanswered);
export const UndoButton = late(async () => (await import('./undo-button.tsx')).UndoButton);
export const UnverifiedCard = late(
  async () => (await import('./unverified-card.tsx')).UnverifiedCard,
);

/** Loads what an answer needs, so that nothing moves once it stands there. */
export async function partsFor({
  status,
  enrolment,
  signIn,
  unverified,
  total,
}: Shown): Promise<void> {
  const parts = [
    status.state !== 'open' && ClosedVault,
    status.state === 'open' && total === 0 && FirstAccount,
    needsNotices(status) && StatusNotices,
    status.clockDoubt !== undefined && ClockDoubtCard,
    !isSilent(enrolment) && EnrolmentPanel,
    needsSignIn(signIn) && SignInPanel,
    unverified.length > 0 && UnverifiedCard,
  ];
  await Promise.all(parts.map((part) => (part === false ? undefined : part.ready())));
}

/** Something is wrong with the vault, or where it is kept. */
export function needsNotices({ unsaved, damaged, persistent }: Shown['status']): boolean {
  return unsaved !== undefined || damaged.length > 0 || !persistent;
}

/** There is something to be said about signing in on the tab's page. */
export function needsSignIn(signIn: Shown['signIn']): boolean {
  const { card, number } = signInCards(signIn);
  return card !== undefined || number !== undefined;
}
