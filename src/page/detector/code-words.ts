import { anyOf } from './any-of.ts';

/** What one-time codes are called, in folded text (fold.ts) and in identifiers (identifiers.ts); by families of languages. */

/** Two steps to sign in: what is asked for beside it is a one-time code. */
export const TWO_FACTOR = anyOf(
  /(?:2fa|mfa|totp|otp|2sv)\b|(?:two|2|multi|second)[- ]?(?:factor|step)|authenticator|one-?time[- ](?:pass|code|pin)/,
  /zwei-?(?:faktor|schritt|stuf)|zweistuf|in zwei schritten|einmal-?(?:code|pass|kenn|pin)|(?:twee|2)-?(?:staps|factor|traps)|eenmalig/,
  /(?:deux|double|dos|doble|due|doppia|dois|duas|multi-?) ?(?:facteur|factor|fattor|fator|etapa|etape|paso|passa|passos|autent|authen)|usage unique|un solo uso|uso unico|monouso/,
  /dwu(?:sklad|etap|stop)|jednorazow|iki (?:faktor|adim|asama)|tek (?:kullanim|seferlik)/,
  /(?:二|2)(?:段階|要素)|多要素|ワンタイム|[两兩双雙二多][步重因]|一次性|(?:2|이) ?(?:단계|중) ?인증|일회용/,
);

/** A one-time code by its full name. */
export const CODE_NAME = anyOf(
  /(?:verif(?:ication|y)|auth(?:entication|enticator|ori[sz]ation)?|confirmation|(?<!social )security|log-?in|sign-?in|access|mfa|2fa|otp|sms|activation) ?(?:code|token|(?<!(?:y|in|ss) ?)pin|passcode|number)\b|(?:\d|six|eight)[- ]?(?:digit|character)|pass-?code\b|otp\b|one-?time[- ]p/,
  /(?:bestatig|verifi|pruf|authent|sicherheit|freischalt|anmelde|zugang|bevestig|beveilig|toegang|controle|inlog)\w*[- ]?(?:code|nummer)|\d-?(?:stellig|cijfer|cyfr)/,
  /cod(?:e|igo|ice) (?:d[eio] |d'|a )?(?:verif|aut[eh]+n|segur|securi|sicur|conf[ei]rm|valid|acces|conex|connex|tempor|\d)|clave de (?:verif|segur)/,
  /kod\w* (?:weryf|uwierz|potwier|bezp|autor|dostepu|z aplik)|(?:dogrulama|onay|guvenlik|giris) (?:kod|sifre)|\d haneli/,
  /(?:認証|確認|検証|セキュリティ)用? ?(?:コード|番号|キー)|パスコード|\d ?桁|(?:[验驗认認确確校動动][证證认認验驗态態]|安全)(?:代?[码碼]|口令|密)|\d ?位|(?:인증|확인|보안) ?(?:번호|코드)|\d ?자리/,
);

/** Without how many digits it has, or the name of one that may be lasting: a PIN says these as well. */
export function isNamedCode(text: string): boolean {
  return CODE_NAME.test(text.replace(/\d|six|eight|\bpass-?code|パスコード/gu, ''));
}

/** No more than a code of some kind: it takes more than this word to tell. */
export const CODE_WORD =
  /\b(?:codes?|token|passcode|kod[eu]?|kodunu|codigo|codice)\b|\wcode\b|コード|代[码碼]|[验驗][证證]|코드/u;

/** Identifiers of a one-time code. */
export const STRONG_ID =
  / (?:\w*otps?|totps?|hotp|otc|two ?(?:fa|factor|step)\w*|[mt]fas?|second ?factor|one ?time(?: ?(?:code|pass(?:word|code)?|pin|token))?|(?:sms|totp|otp|mfa|auth|authenticator|authentication|verification|verify|verif|confirm|confirmation|security|login|activation|validation|email|phone|recovery|backup|scratch) ?(?:code|codes|passcode|token|(?<!(?:y|in|m) ?)pin)|yzm|vcode|authenticator|securid|access ?pass) /u;

/** Identifiers that many other fields have as well. */
export const WEAK_ID =
  / (?:\w*code|codes|\w*passcode|token|challenge|answer|digits?|kod|codigo|codice|verification|verify|factor) /u;
