import type { Phrases } from './phrases.ts';

/** What all pages of Microsoft's have in common. Its order counts nowhere. */

/** Dialogs, callouts among them; `MODAL` are those that hold up the page below. */
export const DIALOG =
  '[role="dialog"], [role="alertdialog"], dialog[open], [aria-modal="true"], .ms-Dialog-main';
export const MODAL = '[aria-modal="true"], dialog:modal, [role="alertdialog"], .ms-Dialog-main';

export const TITLE =
  'h1, h2, h3, h4, legend, [role="heading"], .ms-Dialog-title, [data-testid="reskin-step-title"]';

/** Toasts, message bars, live regions. */
export const ALERT =
  '[role="alert"], [role="status"], [aria-live="assertive"], .ms-MessageBar, [data-testid*="message-bar" i], [class*="toast" i]';

/** Message bars that are errors by their kind, whatever they say. */
export const ERROR_BAR =
  '[data-testid="message-bar-error"], .ms-MessageBar--error, .ms-MessageBar--severeWarning';

/** What stands at a field that is wrong. */
export const FIELD_ERROR =
  '.ms-TextField-errorMessage, [data-automation-id="error-message"], .alert-error, .field-validation-error';

export const BUSY =
  '[aria-busy="true"], [role="progressbar"], .ms-Spinner, .ms-Shimmer-container, [class*="spinner" i], [class*="loading" i]';

export const CAPTCHA = [
  'iframe[src*="captcha" i]',
  'iframe[src*="arkoselabs" i]',
  'iframe[src*="funcaptcha" i]',
  'iframe[id*="enforcement" i]',
  'img[src*="captcha" i]',
  'img[src*="/hip/" i]',
  '[id*="captcha" i]',
  '[data-testid*="captcha" i]',
  '[class*="captcha" i]',
  '[id*="HipSolution" i]',
  '[id*="HipChallenge" i]',
];

export const CAPTCHA_TEXT: Phrases = {
  en: /(?:enter|type) the (?:characters|letters|words)|characters you (?:see|hear)|prove you're (?:not a robot|human)|solve the puzzle/u,
  de: /geben sie die (?:\p{L}+ )?(?:zeichen|buchstaben|wörter)|zeichen (?:ein, die|, die) sie (?:sehen|hören)|kein roboter/u,
  fr: /(?:entrez|tapez|saisissez) les (?:caractères|lettres|mots)|caractères que vous (?:voyez|entendez)|pas un robot/u,
  es: /(?:escrib|introdu|ingres)\p{L}+ los caracteres|caracteres que (?:ve|ves|oye|aparecen)|no (?:es|eres) un robot/u,
  ja: /文字を入力(?:して|します)|表示されている文字|画像に表示|ロボットではありません/u,
};

/** A failure, as alerts tell it. */
export const FAILURE: Phrases = {
  en: /sorry|went wrong|\berrors?\b|failed|couldn't|could not|unable to|problem|try again|too many|timed out|not allowed/u,
  de: /leider|fehler|schiefgegangen|fehlgeschlagen|konnte\p{L}* nicht|nicht möglich|problem|erneut|zu viele|abgelaufen|nicht zulässig/u,
  fr: /désolé|erreur|échoué|échec|impossible|problème|réessay|trop de|expiré|n'est pas autorisé/u,
  es: /lo sentimos|\berror|no se (?:pudo|ha podido)|problema|vuelva a intentar|inténtelo de nuevo|intentarlo de nuevo|demasiad|agotado|no se permite/u,
  ja: /申し訳|エラー|問題が|失敗|できません|できませんでした|もう一度|やり直して|回数が多|タイムアウト|許可されていません/u,
};

/** A code that the page does not take. */
export const WRONG_CODE: Phrases = {
  en: /didn't enter the expected (?:verification )?code|(?:wrong|incorrect|invalid|expired|bad) (?:\p{L}+ )?code|code(?: \p{L}+){0,6} (?:is |was )?(?:wrong|incorrect|invalid|expired|not correct|not valid|didn't work|did not work|doesn't match|isn't right|not accepted)/u,
  de: /nicht den erwarteten \p{L}*code|(?:falsch|ungültig|abgelaufen)\p{L}* (?:\p{L}*code)|code(?: \p{L}+){0,6} (?:ist |war )?(?:falsch|ungültig|abgelaufen|nicht (?:korrekt|richtig|gültig)|funktioniert nicht|hat nicht funktioniert|stimmt nicht)/u,
  fr: /pas entré le code(?: de vérification)? attendu|code(?: [\p{L}']+){0,6} (?:est |était )?(?:incorrect|erroné|invalide|expiré|non valide|n'est pas (?:correct|valide)|n'a pas fonctionné|ne fonctionne pas)|mauvais code/u,
  es: /código(?: de verificación)? esperado|código(?: \p{L}+){0,6} (?:es |era )?(?:incorrecto|erróneo|inválido|no válido|no es (?:correcto|válido)|no funcionó|no ha funcionado|ha expirado|caducado|expirado)|código equivocado/u,
  ja: /(?:予期|想定)された(?:確認|検証)?コード|コード(?:が|は|に)?.{0,12}(?:正しくありません|間違|無効|誤り|誤っ|違い|一致しません|機能しません|有効期限|有効ではありません)|(?:間違った|無効な|誤った|正しくない) ?(?:確認|認証)?コード/u,
};

/** What a field for a code is called. */
export const CODE_NAME: Phrases = {
  en: /\b(?:code|one-?time (?:code|password)|otp|otc|passcode)\b/u,
  de: /code\b/u,
  fr: /\bcode\b/u,
  es: /código/u,
  ja: /コード/u,
};

/** What other fields are called, some of which ask for a code of another kind. */
export const OTHER_FIELD: Phrases = {
  en: /phone|e-?mail|country|area|postal|zip|recovery|search|captcha|characters|password|user ?name/u,
  de: /telefon|handy|e-?mail|vorwahl|postleitzahl|wiederherstellung|such|zeichen|kennwort|benutzername/u,
  fr: /téléphone|e-?mail|courriel|pays|postal|indicatif|récupération|recherch|caractères|mot de passe/u,
  es: /teléfono|número de móvil|correo|país|postal|prefijo|recuperación|buscar|caracteres|contraseña/u,
  ja: /電話|メール|国|郵便|回復|検索|文字|パスワード/u,
};

/** A code that was sent, and so does not come from an app. */
export const SENT: Phrases = {
  en: /\b(?:sent|texted|emailed|resend)\b|text message|\bsms\b/u,
  de: /gesendet|geschickt|erneut senden|\bsms\b/u,
  fr: /envoyé|renvoyer|\bsms\b|texto/u,
  es: /enviado|hemos enviado|reenviar|\bsms\b|mensaje de texto/u,
  ja: /送信しました|送信された|再送信|\bsms\b|テキスト メッセージ/u,
};

export const FROM_APP: Phrases = {
  en: /authenticat(?:or|ion) app|authenticator|mobile app|in the app|your app/u,
  de: /authenti\p{L}*-?app|authenticator|mobile\p{L}* app|in der app|ihrer app/u,
  fr: /authenticator|application/u,
  es: /authenticator|aplicación/u,
  ja: /authenticator|アプリ/u,
};
