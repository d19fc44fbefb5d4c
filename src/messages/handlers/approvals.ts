import type { OnShow } from '../../approvals/approvals.ts';
import { numberPlace } from '../../approvals/number-place.ts';
import { type ApprovalRequest, isLive } from '../../approvals/request.ts';
import { spellHost } from '../../origins/host-spelling.ts';
import { labelOf } from '../../otp/label.ts';
import type { Account } from '../../vault/account.ts';
import { liveAccounts } from '../../vault/accounts.ts';
import type { VaultDocument } from '../../vault/document.ts';
import { documentIfOpen } from '../../vault/document-if-open.ts';
import type { Response } from '../protocol.ts';
import type { HandlersOf, Services } from '../services.ts';
import { announced } from './announced.ts';
import { readOpener } from './key-material.ts';

type View = Response<'approvals.get'>;
type RequestView = NonNullable<View['request']>;
type Asked = Pick<
  RequestView,
  'id' | 'account' | 'host' | 'unicode' | 'title' | 'shown' | 'why' | 'askedAt'
>;

export function approvalHandlers(services: Services): HandlersOf<'approvals'> {
  const { approvals, vault, announceChange } = services;
  return {
    'approvals.get': async () => {
      const document = await documentIfOpen(vault);
      // It may have been locked between the page's question and the window's.
      if (!document) await approvals.locked();
      const lost = document && lostTab(await approvals.onShow(), document);
      if (lost !== undefined) await approvals.refuseTab(lost);
      const { request, isQuiet, waiting } = await approvals.onShow();
      const shown = request && (await viewOf(request, isQuiet, document, services));
      return { ...(shown ? { request: shown } : {}), waiting };
    },
    'approvals.pick': ({ id, number }) => approvals.pick(id, number),
    'approvals.confirm': ({ id, opener }) => approvals.confirm(id, readOpener(opener)),
    'approvals.refuse': ({ id }) => announced(approvals.refuse(id), announceChange),
    'approvals.next': ({ id }) => approvals.next(id),
  };
}

/** The tab of a request whose account was deleted since. */
function lostTab({ request }: OnShow, document: VaultDocument): number | undefined {
  const isLost = request && isLive(request) && !accountOf(request, document);
  return isLost ? request.tabId : undefined;
}

function accountOf({ accountId }: ApprovalRequest, document: VaultDocument): Account | undefined {
  return liveAccounts(document).find(({ id }) => id === accountId);
}

async function viewOf(
  request: ApprovalRequest,
  isQuiet: boolean,
  document: VaultDocument | undefined,
  services: Services,
): Promise<RequestView | undefined> {
  const asked = askedOf(request, document);
  switch (request.step) {
    case 'queued':
      return undefined;
    case 'shown': {
      const { until, numbers, tabId } = request;
      const numberAt = await numberPlace(services, tabId);
      return { ...asked, step: 'shown', until, numbers, numberAt };
    }
    case 'picked':
    case 'approved':
      return { ...asked, step: request.step, until: request.until };
    case 'ended':
      return { ...asked, step: 'ended', outcome: request.outcome, isQuiet };
  }
}

function askedOf(request: ApprovalRequest, document: VaultDocument | undefined): Asked {
  const { id, origin, title, shown, why, askedAt } = request;
  const account = document && accountOf(request, document);
  const { ascii, unicode } = spellHost(new URL(origin).host);
  return {
    id,
    ...(account ? { account: { ...labelOf(account.credential), kind: account.kind } } : {}),
    host: ascii,
    ...(unicode === undefined ? {} : { unicode }),
    title,
    shown: [...shown],
    why,
    askedAt,
  };
}
