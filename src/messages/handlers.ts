import { accountHandlers } from './handlers/accounts.ts';
import { approvalHandlers } from './handlers/approvals.ts';
import { clockHandlers } from './handlers/clock.ts';
import { enrolmentHandlers } from './handlers/enrolment.ts';
import { intakeHandlers } from './handlers/intake.ts';
import { signInHandlers } from './handlers/sign-in.ts';
import { vaultHandlers } from './handlers/vault.ts';
import { wayHandlers } from './handlers/ways.ts';
import type { Handlers } from './router.ts';
import type { Services } from './services.ts';

/** What each message of the protocol does. */
export function createHandlers(services: Services): Handlers {
  return {
    ...vaultHandlers(services),
    ...wayHandlers(services),
    ...accountHandlers(services),
    ...clockHandlers(services),
    ...enrolmentHandlers(services),
    ...intakeHandlers(services),
    ...signInHandlers(services),
    ...approvalHandlers(services),
  };
}
