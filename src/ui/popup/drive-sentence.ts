import { type MessageKey, t } from '../i18n.ts';
import type { Drive } from './enrolment-cards.ts';

type Step = NonNullable<Drive['step']>;
type StopReason = NonNullable<Drive['reason']>;

const STEPS: Record<Step, MessageKey> = {
  loading: 'stepLoading',
  interrupt: 'stepInterrupt',
  overview: 'stepOverview',
  'pick-method': 'stepPickMethod',
  'get-app': 'stepGetApp',
  'set-up-account': 'stepSetUpAccount',
  qr: 'stepQr',
  'enter-code': 'stepEnterCode',
  'code-refused': 'stepCodeRefused',
  'push-trial': 'stepPushTrial',
  done: 'stepFinishing',
  captcha: 'stepCaptcha',
  error: 'stepError',
  other: 'stepOther',
};

/** Without a full stop. Undefined: the page has not shown itself yet. */
export function stepSentence(step: Step | undefined): string {
  return t(step === undefined ? 'stepOpening' : STEPS[step]);
}

/** The way from Security info to the end. What is not on it does not move the bar. */
const WAY: readonly Step[] = [
  'interrupt',
  'overview',
  'pick-method',
  'get-app',
  'set-up-account',
  'qr',
  'enter-code',
  'done',
];

export const STEPS_ON_THE_WAY = WAY.length;

/** How far along the way a step is; 0 where it is not on it. */
export function stepNumber(step: Step | undefined): number {
  return step === undefined ? 0 : WAY.indexOf(step) + 1;
}

const REASONS: Record<StopReason, MessageKey> = {
  'by-user': 'stopByUser',
  'other-apps-forbidden': 'stopOtherAppsForbidden',
  'method-not-offered': 'stopMethodNotOffered',
  captcha: 'stopCaptcha',
  'code-refused': 'stopCodeRefused',
  error: 'stopError',
  unreadable: 'stopUnreadable',
  'not-a-code': 'stopNotACode',
  'nothing-added': 'stopNothingAdded',
  stuck: 'stopStuck',
  unexpected: 'stopUnexpected',
  left: 'stopLeft',
};

/** What happened, and what to do next. */
export function stopSentence(reason: StopReason): string {
  return t(REASONS[reason]);
}
