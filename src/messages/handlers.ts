import { accountHandlers } from './handlers/accounts.ts';
import { approvalHandlers } from './handlers/approvals.ts';
import { clockHandlers } from './handlers/clock.ts';
import { enrolmentHandlers } from './handlers/enrolment.ts';
import { firstRunHandlers } from './handlers/first-run.ts';
import { groupHandlers } from './handlers/groups.ts';
import { intakeHandlers } from './handlers/intake.ts';
import { popupHandlers } from './handlers/popup.ts';
import { signInHandlers } from './handlers/sign-in.ts';
import { vaultHandlers } from './handlers/vault.ts';
import { wayHandlers } from './handlers/ways.ts';
import type { Handlers } from './router.ts';
import type { Services } from './services.ts';

/** What each message of the protocol does. */
export function createHandlers(services: Services): Handlers {
  const parts = {
    ...vaultHandlers(services),
    ...firstRunHandlers(services),
    ...wayHandlers(services),
    ...accountHandlers(services),
    ...groupHandlers(services),
    ...clockHandlers(services),
    ...enrolmentHandlers(services),
    ...intakeHandlers(services),
    ...signInHandlers(services),
    ...approvalHandlers(services),
  };
  return { ...parts, ...popupHandlers(services, parts) };
}
