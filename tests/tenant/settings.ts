import type { Language } from './texts/texts.ts';

/** What Security info, `/register`, the legacy page and the pages of personal accounts do next. */
export class EnrolmentSettings {
  /** How the Security info wizard draws its QR codes. */
  drawAs: 'img' | 'canvas' | 'svg' | 'background' = 'img';
  /** Held by the time-based QR code in place of the true URI: for scenarios of bad input. */
  text: string | undefined = undefined;
  /** Which of Microsoft's two push-only kinds is shown before "different app" is chosen. */
  push: 'old' | 'new' = 'old';
  /** Of every page that belongs to enrolment or sign-in. */
  language: Language = 'en';
  /** `false` leaves out each `data-testid` and each stable id of the wizard. */
  testIds = true;
  /** `forbidden`: the link to a different app stands nowhere. */
  otherApps: 'allowed' | 'forbidden' = 'allowed';
  /** The step of the wizard on which that link stands. */
  differentAppAt: 'get-app' | 'qr' | 'both' = 'get-app';
  /** Microsoft changed the link's words; organisations see the one or the other. */
  differentAppText: 'new' | 'old' = 'new';
  /** Whether the authenticator's tile is among the methods to choose from. */
  methods: 'offered' | 'missing' = 'offered';
  /** A captcha interrupts after so many wrong codes of one account. */
  captchaAfter: number | undefined = undefined;
  /** What the server makes of a verification code: looks at it, or has its answer ready. */
  verify: 'check' | 'refuse' | 'error' | 'captcha' = 'check';
  /** Milliseconds that the server takes for each answer to a page's script or form. */
  delayMs = 0;

  /** Everything back to what it is at the start. */
  restore(): void {
    Object.assign(this, new EnrolmentSettings());
  }
}

/** What may be asked for beside the password, by the names that Microsoft's pages have for it. */
export type SignInMethod =
  | 'PhoneAppOTP'
  | 'PhoneAppNotification'
  | 'OneWaySMS'
  | 'TwoWayVoiceMobile'
  | 'AccessPass'
  | 'Recovery';

/** How the sign-in page asks for the second factor. */
export class SignInSettings {
  method: SignInMethod = 'PhoneAppOTP';
  /** What the page offers in place of it; where that is nothing, the link to another way is missing. */
  otherWays: readonly SignInMethod[] = ['PhoneAppOTP'];
  /** Whether the page of a push approval shows a number to type into the phone. */
  numberMatching = true;
  /**
   * The field for the app's code: there with the rest of the form, after `lateMs`, in a form that is
   * built anew at showing and at the first input, or six boxes.
   */
  appearance: 'at-once' | 'late' | 're-rendered' | 'boxes' = 'at-once';
  /** Milliseconds. */
  lateMs = 600;
  /** Who has no authenticator yet is sent to register one, in the middle of signing in. */
  forceRegistration = false;

  restore(): void {
    Object.assign(this, new SignInSettings());
  }
}

/** How `login.live.com` asks a person for the second factor. */
export class PersonalSettings {
  /** One field, six, one for a code sent by e-mail, or a push approval with the app's code behind a link. */
  codeField: 'one' | 'split' | 'sent' | 'push' = 'one';

  restore(): void {
    Object.assign(this, new PersonalSettings());
  }
}
