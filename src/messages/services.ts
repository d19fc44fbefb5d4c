import type { Approvals } from '../approvals/approvals.ts';
import type { ClockDoubt } from '../approvals/clock-doubt.ts';
import type { Releases } from '../approvals/releases.ts';
import type { OwnCopy } from '../clipboard/own-copy.ts';
import type { Enrolment } from '../enrolment/enrolment.ts';
import type { Intake } from '../enrolment/intake.ts';
import type { FirstRun } from '../first-run/first-run.ts';
import type { SignIn } from '../sign-in/sign-in.ts';
import type { Vault } from '../vault/vault.ts';
import type { Handlers } from './router.ts';

/** The background's services, and its few effects on the browser. */
export interface Services {
  readonly vault: Vault;
  readonly enrolment: Enrolment;
  readonly intake: Intake;
  /** Reads every QR code on a tab's page, on the user's demand; gives how many texts there were. */
  readonly scanTab: (tabId: number) => Promise<number>;
  readonly signIn: SignIn;
  readonly approvals: Approvals;
  readonly releases: Releases;
  readonly clockDoubt: ClockDoubt;
  readonly ownCopy: OwnCopy;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly isPersistent: () => Promise<boolean>;
  /** Whether all that is stored would vanish with the session. */
  readonly isEphemeral: () => boolean;
  readonly firstRun: FirstRun;
  readonly showUnlockWindow: () => Promise<void>;
  /** Shows the page that makes the vault. */
  readonly showFirstRun: () => Promise<void>;
  readonly closeUnlockWindow: () => Promise<void>;
  readonly showFilled: (tabId: number) => Promise<void>;
  /** The address of a tab's page; undefined where the browser does not tell it. */
  readonly addressOf: (tabId: number) => Promise<string | undefined>;
  /** Whether the browser lets us into a site without an act of the user. */
  readonly mayReach: (origin: string) => Promise<boolean>;
  /** Puts into a tab's page what attends sites. @throws Fault `page-not-readable` */
  readonly attend: (tabId: number) => Promise<void>;
  /** Whether the toolbar button is in view with a tab. */
  readonly isPinned: (tabId: number) => Promise<boolean>;
  /** Whether a tab's window can have the button at all. */
  readonly hasToolbar: (tabId: number) => Promise<boolean>;
  /** Tells our pages and content scripts to ask again. */
  readonly announceChange: () => void;
  /** The user chose another time without mouse and keyboard after which the vault locks. */
  readonly idleTimeChanged: () => Promise<void>;
}

/** The handlers of the messages whose names begin so. */
export type HandlersOf<Area extends string> = {
  readonly [Name in keyof Handlers as Name extends `${Area}.${string}`
    ? Name
    : never]: Handlers[Name];
};
