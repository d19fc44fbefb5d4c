import { setTimeout as pass } from 'node:timers/promises';
import type { Site } from './exchange.ts';
import type { TenantState } from './state.ts';

/** The site on a slow day: answers to what a page's script or form asks take the time that is set. */
export function slowed(state: TenantState, site: Site): Site {
  return async (request) => {
    const asks = request.method === 'POST' || request.url.pathname.startsWith('/api/');
    if (asks && state.enrolment.delayMs > 0) await pass(state.enrolment.delayMs);
    return site(request);
  };
}
