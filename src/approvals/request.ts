import * as v from 'valibot';

/** Why the page is given just this account's code. */
export const WHYS = [
  /** The page shows the account's address. */
  'address',
  /** It is the only account bound to this site. */
  'only-one',
  /** The user chose it. */
  'chosen',
] as const;

/** How a request ends. Only `filled` lets a code out. */
export const OUTCOMES = [
  /** The code stood in the page's field. */
  'filled',
  /** It was approved, and the page took no code within the time. */
  'unused',
  'wrong-number',
  'timed-out',
  /** It timed out before it was shown. */
  'waited-out',
  /** The user says that it was not he who asked. */
  'not-me',
  /** Its site was silenced while it waited. */
  'silenced',
  /** The user closed the window. */
  'closed',
  /** The vault was locked in between. */
  'locked',
  /** The page that asked is gone, or it asks or shows something else now. */
  'gone',
] as const;
export type Outcome = (typeof OUTCOMES)[number];

const milliseconds = v.pipe(v.number(), v.integer());
const twoDigits = v.pipe(v.number(), v.integer(), v.minValue(10), v.maxValue(99));

/** What a page asks for, as the background knows it. */
const AskingSchema = v.strictObject({
  tabId: v.pipe(v.number(), v.integer()),
  /** The document, as its content script calls it. */
  page: v.pipe(v.string(), v.uuid()),
  /** Which of the document's questions it is, counted from 1: after a refused code it is another one. */
  field: v.pipe(v.number(), v.integer(), v.minValue(1)),
  origin: v.string(),
  /** The tab's: the page's own words. */
  title: v.string(),
  /** The addresses that the page shows. */
  shown: v.array(v.string()),
  accountId: v.pipe(v.string(), v.uuid()),
  why: v.picklist(WHYS),
});

const known = {
  id: v.pipe(v.string(), v.uuid()),
  ...AskingSchema.entries,
  /** Milliseconds since 1970, as all times here. */
  askedAt: milliseconds,
};

/** How far a request is: it waits, is on show, the right number was picked, the user has shown that it is him. */
const LIVE_STEPS = ['queued', 'shown', 'picked', 'approved'] as const;

const LiveSchema = v.strictObject({
  ...known,
  step: v.picklist(LIVE_STEPS),
  /** When this step ends without an act of the user; picking a number gives no time more. */
  until: milliseconds,
  number: twoDigits,
  numbers: v.strictTuple([twoDigits, twoDigits, twoDigits]),
});

const EndedSchema = v.strictObject({
  ...known,
  step: v.literal('ended'),
  outcome: v.picklist(OUTCOMES),
});

/** One request of a page for a code that its account gives only with the user's consent. It holds no code and no secret. */
export const RequestSchema = v.variant('step', [LiveSchema, EndedSchema]);

export type Asking = Readonly<v.InferOutput<typeof AskingSchema>>;
export type LiveRequest = v.InferOutput<typeof LiveSchema>;
export type EndedRequest = v.InferOutput<typeof EndedSchema>;
export type ApprovalRequest = LiveRequest | EndedRequest;

/** How long each step may take, in milliseconds. */
export const STEP_MS: Record<LiveRequest['step'], number> = {
  queued: 120_000,
  shown: 60_000,
  picked: 60_000,
  approved: 60_000,
};

/** A clock that was set back would give as much more time; so much may be its own correction. */
export const CLOCK_TOLERANCE_MS = 10_000;

export function isOver({ step, until }: LiveRequest, now: number): boolean {
  const left = until - now;
  return left <= 0 || left > STEP_MS[step] + CLOCK_TOLERANCE_MS;
}

export function isLive(request: ApprovalRequest): request is LiveRequest {
  return request.step !== 'ended';
}
