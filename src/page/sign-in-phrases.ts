import type { Phrases } from './wizard/phrases.ts';

/** The way from the push page to the list of others. Matched whole: a page has many words like these. */
export const ANOTHER_WAY: Phrases = {
  en: /^(?:sign in another way|other ways to sign in|(?:use|try) (?:a different|another) (?:verification )?(?:method|option|way)(?: to sign in)?)$/u,
  de: /^(?:auf andere weise anmelden|andere (?:anmeldeoptionen|anmeldemöglichkeiten|methode verwenden)|(?:eine )?andere (?:überprüfungs)?(?:methode|option) (?:verwenden|ausprobieren))$/u,
  fr: /^(?:se connecter d'une autre (?:manière|façon)|autres (?:méthodes|façons|moyens) de (?:se )?connex?\p{L}*|utiliser une autre (?:méthode|option)(?: de vérification)?)$/u,
  es: /^(?:iniciar sesión de otra (?:manera|forma)|otras formas de iniciar sesión|(?:usar|utilizar|probar) otr[oa] (?:método|opción|forma)(?: de verificación)?)$/u,
  ja: /^(?:別の方法でサインイン(?:する)?|その他のサインイン方法|(?:別|他)の方法を(?:使用(?:する)?|試す))$/u,
};

/** In that list: the code of an app; not one that is sent, nor the push approval. */
export const APP_CODE: Phrases = {
  en: /^(?:use a verification code|(?:use|enter) (?:a|the) (?:verification )?code from (?:my|your|the|an) (?:\p{L}+ )?(?:authenticat(?:or|ion)|mobile) app)\b/u,
  de: /^(?:(?:einen )?(?:prüf|überprüfungs|verifizierungs)code verwenden|(?:einen )?code aus (?:meiner|ihrer|der|einer) .{0,30}app (?:verwenden|eingeben))/u,
  fr: /^(?:utiliser un code de vérification|(?:utiliser|entrer|saisir) (?:un|le) code (?:de|provenant de|à partir de) (?:mon|votre|l'|ma) ?application)/u,
  es: /^(?:(?:usar|utilizar|use) un código de verificación|(?:usar|utilizar|escribir|introducir) (?:un|el) código de (?:mi|la|su|una) aplicación)/u,
  ja: /^(?:確認コードを使用(?:する)?|(?:認証|authenticator) ?アプリの(?:確認)?コードを(?:使用|入力)(?:する|します)?)/u,
};
