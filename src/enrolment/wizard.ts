import * as v from 'valibot';

/** Microsoft's enrolment pages (shared/MICROSOFT.md); each has a driver in `src/page/wizard/`. */
export const VARIANTS = ['security-info', 'registration', 'legacy', 'personal'] as const;
export type Variant = (typeof VARIANTS)[number];

/** What such a page shows. */
export const STEPS = [
  /** Still building itself up, or waiting for the server. */
  'loading',
  /** "More information required", between password and registration. */
  'interrupt',
  /** The list of sign-in methods. */
  'overview',
  /** The choice of the method to add. */
  'pick-method',
  /** "Start by getting the app": the way to other apps stands here. */
  'get-app',
  /** "Set up your account", before the QR code. */
  'set-up-account',
  /** A QR code, of whatever kind. */
  'qr',
  /** The field for the verification code. */
  'enter-code',
  /** The page says that the code is wrong. */
  'code-refused',
  /** Waits for Microsoft's own app to approve: the way of the push code. */
  'push-trial',
  /** Microsoft has accepted the authenticator. */
  'done',
  'captcha',
  /** The page says that something else failed. */
  'error',
  /** Something that no driver knows. */
  'other',
] as const;
export type Step = (typeof STEPS)[number];

/** What may be chosen on such a page. Nothing else is ever clicked. */
export const CONTROLS = [
  'next',
  'back',
  'add-method',
  'authenticator-app',
  /** The legacy page's choice of codes over notifications. */
  'verification-code',
  'set-up',
  'different-app',
  'done',
] as const;
export type Control = (typeof CONTROLS)[number];

/** What the content script sees of the page. */
export const ObservationSchema = v.strictObject({
  variant: v.picklist(VARIANTS),
  step: v.picklist(STEPS),
  /** Those that are on show and can be chosen; a choice that is made already is not among them. */
  controls: v.array(v.picklist(CONTROLS)),
  /** The code that we gave stands in the field on show. */
  filled: v.boolean(),
  /** The page was told to go on (by the user or by us) while our code stood in its field, and shows no refusal. */
  submitted: v.boolean(),
  /**
   * How often the page was looked at since the step began or we last clicked, {@link LOOK_MS} apart while the tab is on
   * show: how long nothing happened, for who counts patience.
   */
  looks: v.pipe(v.number(), v.integer(), v.minValue(0)),
});
export type Observation = v.InferOutput<typeof ObservationSchema>;

/** Milliseconds between two looks at a page on which a drive waits for something. */
export const LOOK_MS = 500;

/** What the content script is to do next. */
export const ActionSchema = v.variant('kind', [
  v.strictObject({ kind: v.literal('click'), control: v.picklist(CONTROLS) }),
  /** Look again after {@link LOOK_MS}, also where the page does not change. */
  v.strictObject({ kind: v.literal('look') }),
  /** Look again when the page or the vault changes. */
  v.strictObject({ kind: v.literal('rest') }),
]);
export type Action = v.InferOutput<typeof ActionSchema>;

/** Steps at which a page waits for the user to enrol. */
const STARTS: ReadonlySet<Step> = new Set([
  'interrupt',
  'overview',
  'pick-method',
  'get-app',
  'set-up-account',
  'qr',
  'push-trial',
]);

export function canStartAt(step: Step): boolean {
  return STARTS.has(step);
}

/** Steps at which a code that was sent counts no more: who is here again tries anew, maybe with another method. */
const BEFORE_CODE: ReadonlySet<Step> = new Set([
  'pick-method',
  'get-app',
  'set-up-account',
  'push-trial',
  // What became of the code, nobody knows then.
  'error',
]);

/** Whether the code that was sent has come to nothing. The list of methods may show its success. */
export function endsSubmission(step: Step): boolean {
  return step === 'code-refused' || BEFORE_CODE.has(step);
}
