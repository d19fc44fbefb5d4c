import { send } from '../../messages/client.ts';
import type { Request, Response } from '../../messages/protocol.ts';
import { askForSite } from '../site-permission.ts';

export interface Adding {
  readonly added: Promise<Response<'enrolment.add'>>;
  /** Whether codes may be filled in at the site; undefined where nothing has to be asked. */
  readonly allowed: Promise<boolean> | undefined;
}

/**
 * Adds an account, and asks the browser for its site's permission. Both begin in the user's click, which the question needs;
 * the question last, since it may close the popup before it is answered.
 */
export function addHere(request: Request<'enrolment.add'>, site: string | undefined): Adding {
  const added = send('enrolment.add', request);
  return { added, allowed: site === undefined ? undefined : askForSite(site) };
}
