import * as v from 'valibot';
import { WaySchema } from '../crypto/header.ts';
import { base64Of } from '../encoding/base64-schema.ts';
import { ALGORITHMS } from '../otp/credential.ts';
import type { Picture } from '../qr/picture.ts';
import type { Sender, SenderClass } from './sender.ts';

/** What a message is: who may send it, what it holds, what comes back. No field is optional to define. */
interface MessageDefinition {
  readonly from: readonly [SenderClass, ...SenderClass[]];
  readonly request: v.GenericSchema;
  /** Answers pass through it on the way out, so that nothing leaves that is not named here. */
  readonly response: v.GenericSchema;
}

const nothing = v.undefined();
const done = v.void();
const milliseconds = v.pipe(v.number(), v.integer());
const accountId = v.pipe(v.string(), v.uuid());
const tabId = v.pipe(v.number(), v.integer());

/** 32 bytes from a ceremony: a passkey's PRF output or a stretched passphrase. */
const keyMaterial = v.strictObject({
  way: WaySchema,
  material: base64Of(32),
});

/** A side of a candidate: decoding takes time with the square of it. */
const MOST_PIXELS = 600;

/** Pixels of one candidate on a page: one byte of luminance each. */
const picture: v.GenericSchema<Picture> = v.pipe(
  v.strictObject({
    width: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(MOST_PIXELS)),
    height: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(MOST_PIXELS)),
    /** Not `v.base64()`, whose pattern overflows the stack on megabytes. */
    luminance: v.pipe(v.string(), v.regex(/^[A-Za-z\d+/]*={0,2}$/u)),
  }),
  v.check(
    ({ width, height, luminance }) => luminance.length === Math.ceil((width * height) / 3) * 4,
    'luminance does not fit width and height',
  ),
);

const label = {
  issuer: v.string(),
  account: v.string(),
  /** The organisation at Microsoft; empty where the label names none, or the same as the issuer. */
  organisation: v.string(),
};

/** What the popup says of the set-up code on the page of a tab. */
const offer = v.variant('kind', [
  /** None was seen. */
  v.strictObject({ kind: v.literal('none') }),
  /** A code for Microsoft's own app only. */
  v.strictObject({ kind: v.literal('push') }),
  /** A code that holds something else; or an otpauth URI that is wrong, or cannot be added. */
  v.strictObject({ kind: v.literal('not-otpauth') }),
  v.strictObject({ kind: v.literal('refused'), code: v.string(), field: v.optional(v.string()) }),
  v.strictObject({
    kind: v.literal('account'),
    ...label,
    algorithm: v.picklist(ALGORITHMS),
    digits: v.number(),
    period: v.number(),
  }),
  /** In the vault; the page's field gets its code as soon as it shows. */
  v.strictObject({ kind: v.literal('added'), ...label }),
]);

/** An answer to a page that asks for a code. The reasons to get none are not told apart. */
const release = v.variant('kind', [
  v.strictObject({ kind: v.literal('code'), code: v.pipe(v.string(), v.regex(/^\d{6,8}$/u)) }),
  /** A code that lives long enough is to be had after this time. */
  v.strictObject({ kind: v.literal('wait'), ms: milliseconds }),
  v.strictObject({ kind: v.literal('none') }),
]);
export type ReleaseAnswer = v.InferOutput<typeof release>;

/**
 * Every message to the background. A name without senders does not compile, and a sender that is not in
 * the list never reaches the handler.
 */
export const PROTOCOL = {
  'vault.status': {
    from: ['popup', 'unlock'],
    request: nothing,
    response: v.strictObject({
      state: v.picklist(['none', 'locked', 'open']),
      /** Newer states that did not open and were passed over. */
      damaged: v.number(),
      /** False where the browser may evict the vault to free space. */
      persistent: v.boolean(),
    }),
  },
  'vault.newRecoveryCode': {
    from: ['unlock'],
    request: nothing,
    response: v.strictObject({ recoveryCode: v.string() }),
  },
  'vault.create': {
    from: ['unlock'],
    request: v.strictObject({ first: keyMaterial, recoveryCode: v.string() }),
    response: done,
  },
  'vault.ways': {
    from: ['unlock'],
    request: nothing,
    response: v.strictObject({ ways: v.array(WaySchema) }),
  },
  'vault.open': {
    from: ['unlock'],
    request: v.union([keyMaterial, v.strictObject({ recoveryCode: v.string() })]),
    response: done,
  },
  'vault.lock': { from: ['popup'], request: nothing, response: done },

  /** Opens the window for passkey ceremonies. */
  'unlock.show': { from: ['popup'], request: nothing, response: done },
  /** The window's work is done: it may be closed, if it was opened for that. */
  'unlock.done': { from: ['unlock'], request: nothing, response: done },

  /** The accounts' labels, in order. */
  'accounts.list': {
    from: ['popup'],
    request: nothing,
    response: v.array(v.strictObject({ id: accountId, ...label, period: v.number() })),
  },
  /** The codes of the accounts on show, and the ones after those. */
  'accounts.codes': {
    from: ['popup'],
    request: v.strictObject({ ids: v.pipe(v.array(accountId), v.maxLength(200)) }),
    response: v.array(
      v.strictObject({
        id: accountId,
        code: v.string(),
        next: v.string(),
        /** When `next` takes over, in milliseconds since 1970. */
        changesAt: milliseconds,
      }),
    ),
  },

  'enrolment.offer': {
    from: ['popup'],
    request: v.strictObject({ tabId }),
    response: offer,
  },
  'enrolment.add': { from: ['popup'], request: v.strictObject({ tabId }), response: done },
  /** The candidates that the page shows now; an empty list once they are gone. */
  'enrolment.seen': {
    from: ['enrolment-page'],
    request: v.strictObject({ pictures: v.pipe(v.array(picture), v.maxLength(8)) }),
    response: done,
  },
  /** The wizard shows its field for the verification code. */
  'enrolment.code': { from: ['enrolment-page'], request: nothing, response: release },
  /** The wizard was left. */
  'enrolment.left': { from: ['enrolment-page'], request: nothing, response: done },

  /** The sign-in page shows its code field: for whom, and in which tenant, if it says so. */
  'signIn.code': {
    from: ['sign-in-page'],
    request: v.strictObject({
      account: v.pipe(v.string(), v.maxLength(320)),
      tenant: v.optional(v.pipe(v.string(), v.uuid())),
    }),
    response: release,
  },

  /** The code stood in the page's field when it was read back. */
  'code.filled': { from: ['enrolment-page', 'sign-in-page'], request: nothing, response: done },
} as const satisfies Record<string, MessageDefinition>;

export type MessageName = keyof typeof PROTOCOL;
export type Request<Name extends MessageName> = v.InferOutput<(typeof PROTOCOL)[Name]['request']>;
export type Response<Name extends MessageName> = v.InferOutput<(typeof PROTOCOL)[Name]['response']>;

/** The sender as a handler of this message may find it. */
export type SenderOf<Name extends MessageName> = Extract<
  Sender,
  { readonly class: (typeof PROTOCOL)[Name]['from'][number] }
>;
