import { Authenticators } from './authenticators.ts';
import type { Account } from './directory.ts';
import { Sessions } from './sessions.ts';
import type { SignInFlow } from './sign-in-flow.ts';
import type { Verdict } from './totp-check.ts';

/** How the Security info page draws the next QR code, and what it holds. */
export interface EnrolmentSettings {
  drawAs: 'img' | 'canvas' | 'svg' | 'background';
  /** Held by the time-based QR code in place of the true URI: for scenarios of bad input. */
  text: string | undefined;
  /** Which of Microsoft's two push-only kinds is shown before "different app" is chosen. */
  push: 'old' | 'new';
}

/** How the sign-in page asks for the second factor. */
export interface SignInSettings {
  method: 'PhoneAppOTP' | 'OneWaySMS';
}

/** One sign-in that was completed with a correct code. */
export interface CompletedSignIn {
  readonly organisation: string;
  readonly address: string;
  /** Milliseconds on the tenant's clock. */
  readonly at: number;
}

/** All that the tenant remembers while it runs. */
export class TenantState {
  now: () => number = Date.now;
  readonly enrolment: EnrolmentSettings = { drawAs: 'img', text: undefined, push: 'old' };
  readonly signIn: SignInSettings = { method: 'PhoneAppOTP' };
  readonly sessions = new Sessions();
  readonly authenticators = new Authenticators();
  readonly flows = new Map<string, SignInFlow>();
  readonly signIns: CompletedSignIn[] = [];
  refusedCodes = 0;

  /** Counts what was refused, wherever the code was typed. */
  judged(verdict: Verdict): Verdict {
    if (verdict !== 'accepted') this.refusedCodes += 1;
    return verdict;
  }

  completed({ organisation, person }: Account): void {
    this.signIns.push({
      organisation: organisation.name,
      address: person.address,
      at: this.now(),
    });
  }

  reset(): void {
    this.sessions.reset();
    this.authenticators.reset();
    this.flows.clear();
    this.signIns.length = 0;
    this.refusedCodes = 0;
  }
}
