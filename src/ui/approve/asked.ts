import type { Response } from '../../messages/protocol.ts';

/** What a page asks for, and how far that is. */
export type Asked = NonNullable<Response<'approvals.get'>['request']>;
export type NumberPlace = Extract<Asked, { readonly step: 'shown' }>['numberAt'];
export type Why = Asked['why'];
export type EndedAsked = Extract<Asked, { readonly step: 'ended' }>;
export type Outcome = EndedAsked['outcome'];
