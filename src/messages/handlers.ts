import { accountHandlers } from './handlers/accounts.ts';
import { clockHandlers } from './handlers/clock.ts';
import { enrolmentHandlers } from './handlers/enrolment.ts';
import { intakeHandlers } from './handlers/intake.ts';
import { releaseHandlers } from './handlers/releases.ts';
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
    ...releaseHandlers(services),
  };
}
