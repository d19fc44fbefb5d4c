import { type Channels, channelsOf, strongest } from './channel.ts';
import { RESEND, TOLD } from './channel-words.ts';
import { CODE_NAME, CODE_WORD, isNamedCode, STRONG_ID, TWO_FACTOR } from './code-words.ts';
import type { FieldKind } from './field.ts';
import type { Traits } from './traits.ts';

/** What names an app is this much surer than what only names a code. */
export const CLEAR_LEAD = 4;

/** Channels in identifiers (identifiers.ts). */
const APP_ID = / (?:totps?|hotp|authenticator|google ?auth\w*|app) /u;
const RECOVERY_ID = / (?:recovery|backup|scratch|rescue) /u;
const SENT_ID =
  / (?:sms\w*|(?:e?mail|phone|mobile)(?: \w+)? (?:otp|code|pin|token|verification|confirmation)|(?:otp|code|verify|verification) (?:e?mail|sms|phone|mobile)) /u;
const ACCESS_PASS_ID = / (?:temporary )?access ?pass /u;
const HARDWARE_ID = / (?:securid|hardware|yubikey|token ?code|fob) /u;

function channelsOfNames(names: string): Channels {
  const found = new Set<FieldKind>();
  if (ACCESS_PASS_ID.test(names)) found.add('access-pass');
  if (RECOVERY_ID.test(names)) found.add('recovery');
  if (HARDWARE_ID.test(names)) found.add('hardware');
  if (APP_ID.test(names)) found.add('app');
  if (SENT_ID.test(names)) found.add('sent');
  return found;
}

/** "Authentication or recovery code": the one field takes both. */
const EITHER = /(?:\b(?:or|oder|ou|o|of|lub|veya)\b|\/|または|或|또는)/u;

/** The kind of a code field, and whether the page says so. */
export interface Told {
  readonly kind: FieldKind;
  readonly isClear: boolean;
}

/**
 * Whatever is closest to the field counts first: its own label and identifiers, the text around, headings, the rest. What the
 * page only offers counts where it is sent again.
 */
export function kindOf(traits: Traits): Told {
  return ofItself(traits) ?? ofText(traits) ?? told(traits) ?? ofPlace(traits) ?? undecided(traits);
}

const clear = (kind: FieldKind): Told => ({ kind, isClear: true });

function ofItself(traits: Traits): Told | undefined {
  const words = channelsOf(traits.label);
  if (words.has('recovery') && takesBoth(traits.label)) return clear('app');
  const own = strongest(words);
  if (own && own !== 'sent') return clear(own);
  const named = channelsOfNames(traits.names);
  const byName = named.has('app') && named.size > 1 ? undefined : strongest(named);
  if (byName && byName !== 'sent') return byName === 'app' ? undefined : clear(byName);
  if (!own && !byName) return undefined;
  return clear(channelsOf(textOf(traits)).has('app') ? 'app' : 'sent');
}

function takesBoth(label: string): boolean {
  return label
    .split('\n')
    .some((line) => EITHER.test(line) && (TWO_FACTOR.test(line) || CODE_NAME.test(line)));
}

function textOf({ hint, before, after }: Traits): string {
  return `${hint}\n${before}\n${after}`;
}

function ofText(traits: Traits): Told | undefined {
  const titles = channelsOf(traits.headings);
  const near = channelsOf(`${traits.hint}\n${traits.before}`);
  const later = channelsOf(traits.after);
  const all = new Set([...near, ...titles]);
  if (all.has('access-pass')) return clear('access-pass');
  if (titles.has('recovery') && !titles.has('app')) return clear('recovery');
  if (all.has('other')) return clear('other');
  if (all.has('app')) return clear('app');
  if (all.has('recovery')) return clear('recovery');
  if (all.has('hardware')) return clear('hardware');
  if (all.has('sent')) return clear(later.has('app') ? 'app' : 'sent');
  if (later.has('app')) return clear('app');
  if (later.has('sent') || sendsAgain(traits)) return clear('sent');
  return undefined;
}

const RESEND_ID =
  / (?:re ?sen[dt]|(?:send|get|request) ?(?:again|new|otp|code|sms|verification|verify)) /u;

function sendsAgain({ offers, offerNames }: Traits): boolean {
  return RESEND_ID.test(offerNames) || offers.split('\n').some((offer) => RESEND.test(offer));
}

function told(traits: Traits): Told | undefined {
  return TOLD.test(wordsOf(traits)) ? clear('other') : undefined;
}

function ofPlace(traits: Traits): Told | undefined {
  const kind = strongest(channelsOfNames(traits.places)) ?? strongest(channelsOf(traits.title));
  if (kind) return clear(kind);
  return APP_ID.test(traits.names) ? clear('app') : undefined;
}

/** Where the page says nothing of a channel, apps are meant, save where sent codes are the rule, or nothing says that it is a code. */
function undecided(traits: Traits): Told {
  const { hasContact, hasPassword, purpose } = traits;
  const isSentAsARule =
    purpose !== undefined || (hasContact && !hasPassword) || CONFIRMS.test(wordsOf(traits));
  const kind = isSentAsARule || !isCalledCode(traits) ? 'other' : 'app';
  return { kind, isClear: false };
}

/** The shape of boxes, or of a password, alone is that of a PIN as well. */
function isCalledCode(traits: Traits): boolean {
  const { autocomplete, boxes, classes, names, places, type } = traits;
  if (boxes === 1 && type !== 'password') return true;
  const words = wordsOf(traits);
  const isCalled = TWO_FACTOR.test(words) || CODE_WORD.test(words) || isNamedCode(words);
  const isNamed = [names, classes, places].some((each) => STRONG_ID.test(each));
  return isCalled || isNamed || autocomplete.includes('one-time-code');
}

function wordsOf({ label, hint, headings, before, title }: Traits): string {
  return [label, hint, headings, before, title].join('\n');
}

/** Confirms an address or a number, or lets somebody in who forgot his password. */
const CONFIRMS =
  /\b(?:confirm|activate|reset|forgot\w*)\b.{0,20}\b(?:e-?mail|phone|account|password)|confirmation code|activation code|passwort (?:vergessen|zurucksetzen)|aktivierungscode|mot de passe oublie|reinitialis\w+|olvid\w+|restablecer|password dimenticata|reimposta|esquec\w+|redefinir|wachtwoord (?:vergeten|herstellen)|resetowanie|sifremi unuttum|パスワード(?:を忘れ|の再設定)|忘记密码|重置密码|忘記密碼|비밀번호 (?:찾기|재설정)/u;
