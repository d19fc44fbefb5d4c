import { Authenticators } from './authenticators.ts';
import { BankState } from './bank/bank.ts';
import type { Account } from './directory.ts';
import { Caught } from './hostile/caught.ts';
import { Sessions } from './sessions.ts';
import { EnrolmentSettings, PersonalSettings, SignInSettings } from './settings.ts';
import type { SignInFlow } from './sign-in-flow.ts';
import type { Texts } from './texts/en.ts';
import { textsIn } from './texts/texts.ts';
import type { Verdict } from './totp-check.ts';

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
  readonly enrolment = new EnrolmentSettings();
  readonly signIn = new SignInSettings();
  readonly personal = new PersonalSettings();
  readonly sessions = new Sessions();
  readonly authenticators = new Authenticators();
  readonly flows = new Map<string, SignInFlow>();
  readonly signIns: CompletedSignIn[] = [];
  readonly bank = new BankState(() => this.now());
  readonly caught = new Caught();
  refusedCodes = 0;
  /** How many requests for a picture the shop's second host had. */
  imageRequests = 0;

  get texts(): Texts {
    return textsIn(this.enrolment.language);
  }

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
    this.imageRequests = 0;
    this.bank.reset();
    this.caught.reset();
  }
}
