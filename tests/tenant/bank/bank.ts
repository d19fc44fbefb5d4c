import { randomUUID } from 'node:crypto';
import { TotpCheck, type Verdict } from '../totp-check.ts';
import { type BankUser, type BankUsers, newCheck, newUsers, type UserName } from './users.ts';

/** What the bank's pages do next. */
export class BankSettings {
  /** Milliseconds after which the field of `late` and the body of `hidden-body` come. */
  lateMs = 600;
  /** So many submissions are refused, whatever code they hold. */
  refuseNext = 0;

  restore(): void {
    Object.assign(this, new BankSettings());
  }
}

/** One code that was sent to the bank, and what it said. */
export interface Submission {
  readonly user: UserName;
  readonly variant: string;
  readonly code: string;
  readonly verdict: Verdict;
  /** Milliseconds on the tenant's clock. */
  readonly at: number;
}

/** One way through the bank's sign-in: the browser holds its id in the address, and no cookie. */
export interface Visit {
  readonly id: string;
  readonly user: BankUser;
  /** Whether the code was refused just now, which the next page says. */
  refused: boolean;
  signedIn: boolean;
}

/** All that the bank remembers. Users and their secrets stay for as long as the tenant runs. */
export class BankState {
  readonly users: BankUsers = newUsers();
  readonly settings = new BankSettings();
  readonly submissions: Submission[] = [];
  readonly #now: () => number;
  readonly #visits = new Map<string, Visit>();
  #checks = this.#newChecks();

  constructor(now: () => number) {
    this.#now = now;
  }

  userCalled(name: string | null | undefined): BankUser | undefined {
    return Object.values(this.users).find((user) => [user.name, user.address].includes(name ?? ''));
  }

  begin(user: BankUser): Visit {
    const visit = { id: randomUUID(), user, refused: false, signedIn: false };
    this.#visits.set(visit.id, visit);
    return visit;
  }

  visit(id: string | null): Visit | undefined {
    return this.#visits.get(id ?? '');
  }

  submit(visit: Visit, variant: string, code: string): Verdict {
    const { name } = visit.user;
    const at = this.#now();
    const verdict = this.#refuses() ? 'wrong' : this.#checks[name].check(code, at);
    this.submissions.push({ user: name, variant, code, verdict, at });
    visit.signedIn = verdict === 'accepted';
    visit.refused = !visit.signedIn;
    return verdict;
  }

  /** No code of a time had its turn yet. */
  forgetUsed(): void {
    for (const check of Object.values(this.#checks)) {
      if (check instanceof TotpCheck) check.forgetUsed();
    }
  }

  reset(): void {
    this.submissions.length = 0;
    this.#visits.clear();
    this.#checks = this.#newChecks();
  }

  #refuses(): boolean {
    if (this.settings.refuseNext === 0) return false;
    this.settings.refuseNext -= 1;
    return true;
  }

  #newChecks() {
    const { alex, robin, casey } = this.users;
    return { alex: newCheck(alex), robin: newCheck(robin), casey: newCheck(casey) };
  }
}

/** The bank as scenarios see it. */
export interface Bank {
  readonly users: BankUsers;
  readonly settings: BankSettings;
  /** Every sign-in that was completed with a right code. */
  signIns(): Omit<Submission, 'code' | 'verdict'>[];
  /** How many codes were refused. */
  refused(): number;
  submissions(): Submission[];
}

export function bankOf({ users, settings, submissions }: BankState): Bank {
  const accepted = () => submissions.filter(({ verdict }) => verdict === 'accepted');
  return {
    users,
    settings,
    signIns: () => accepted().map(({ user, variant, at }) => ({ user, variant, at })),
    refused: () => submissions.length - accepted().length,
    submissions: () => [...submissions],
  };
}
