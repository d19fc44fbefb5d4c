import { issuerIcon } from '../../issuers/issuer-icon.ts';
import { enrolmentAddress } from '../../origins/enrolment-address.ts';
import { labelOf } from '../../otp/label.ts';
import type { Account } from '../../vault/account.ts';
import { fillModeOf } from '../../vault/fill-mode.ts';
import { needsAction } from '../../vault/needs-action.ts';
import type { Uses } from '../../vault/use.ts';
import type { Response } from '../protocol.ts';

export type AccountRow = Response<'accounts.list'>['accounts'][number];

/** What our pages get to see of an account. */
export function rowOf(account: Account, uses: Uses): AccountRow {
  const { id, credential, createdAt, pinned, kind, tenant, proof, elsewhere, origins } = account;
  const { group, image } = account;
  const methodsPage = enrolmentAddress(kind, tenant);
  const use = uses.get(id);
  const label = labelOf(credential);
  const icon = issuerIcon(label.issuer, origins);
  return {
    id,
    ...label,
    type: credential.type,
    kind,
    ...(proof === undefined ? {} : { proof }),
    ...(elsewhere === undefined ? {} : { elsewhere }),
    ...(methodsPage === undefined ? {} : { methodsPage }),
    origins,
    mode: fillModeOf(account),
    submits: account.submits ?? false,
    insteadOfPush: account.insteadOfPush ?? false,
    history: account.history ?? [],
    ...(credential.type === 'hotp' ? {} : { period: credential.period }),
    pinned: pinned ?? false,
    ...(tenant === undefined ? {} : { tenant }),
    ...(group === undefined ? {} : { group }),
    ...(image === undefined ? {} : { image }),
    needsAction: needsAction(account, use),
    ...(icon === undefined ? {} : { icon }),
    createdAt,
    ...(use === undefined ? {} : { lastUsedAt: use.at }),
  };
}
