/** The languages in which the pages are known without their selectors. */
type Language = 'en' | 'de' | 'fr' | 'es' | 'ja';

/** How a thing is called: a pattern a language, over text as `plain` gives it. */
export type Phrases = Readonly<Record<Language, RegExp>>;

/** Whether a text, as `plain` gives it, says one of these. */
export function says(text: string, phrases: readonly Phrases[] | undefined): boolean {
  return (
    phrases?.some((each) => Object.values(each).some((pattern) => pattern.test(text))) ?? false
  );
}

/** Buttons. They are matched whole: a page has many words that begin like these. */
export const NEXT: Phrases = {
  en: /^(?:next|continue)$/u,
  de: /^(?:weiter|nächster schritt)$/u,
  fr: /^(?:suivant|continuer)$/u,
  es: /^(?:siguiente|continuar)$/u,
  ja: /^(?:次へ|続行|続ける)$/u,
};

export const VERIFY: Phrases = {
  en: /^(?:verify|verify now)$/u,
  de: /^(?:überprüfen|prüfen|bestätigen)$/u,
  fr: /^(?:vérifier|vérification)$/u,
  es: /^(?:verificar|comprobar)$/u,
  ja: /^(?:確認|検証|確認する)$/u,
};

export const BACK: Phrases = {
  en: /^(?:back|previous)$/u,
  de: /^zurück$/u,
  fr: /^(?:retour|précédent|précédente)$/u,
  es: /^(?:atrás|volver|anterior)$/u,
  ja: /^(?:戻る|前へ)$/u,
};

export const DONE: Phrases = {
  en: /^(?:done|finish|finished)$/u,
  de: /^(?:fertig|fertig ?stellen|beenden|abschließen)$/u,
  fr: /^(?:terminé|terminer|fini)$/u,
  es: /^(?:listo|finalizar|terminado|terminar|hecho)$/u,
  ja: /^(?:完了|終了|完了しました)$/u,
};

/** Closes the choice of a method where it is a list: "Add", or "Confirm" in the forced wizard. */
export const ADD: Phrases = {
  en: /^(?:add|confirm)$/u,
  de: /^(?:hinzufügen|bestätigen)$/u,
  fr: /^(?:ajouter|confirmer)$/u,
  es: /^(?:agregar|añadir|confirmar)$/u,
  ja: /^(?:追加|確認|追加する)$/u,
};

/** The way past Microsoft's own app, as the work and the personal pages call it. */
export const DIFFERENT_APP: Phrases = {
  en: /different authenticat(?:or|ion) app|another authenticat(?:or|ion) app/u,
  de: /andere\p{L}* (?:authentifikator|authentifizierer|authenticator|authentifizierungs)[- ]?app|andere\p{L}* app (?:für|zur) (?:die )?authentifizierung/u,
  fr: /autre application (?:d'authentifi\p{L}+|authenticator)|application (?:d'authentifi\p{L}+|authenticator) différente/u,
  es: /otra aplicación (?:de autenticación|autenticadora|authenticator)|aplicación (?:de autenticación|autenticadora|authenticator) (?:diferente|distinta)/u,
  ja: /(?:別|他)の ?(?:認証|authenticator) ?アプリ/u,
};

/** Titles. They are matched in part: "Set up your account" is also "Set up your account in app". */
export const GET_APP: Phrases = {
  en: /start by getting the app|install microsoft authenticator|get the (?:microsoft authenticator )?app/u,
  de: /app abrufen|rufen sie (?:zuerst )?die app ab|app herunterladen|microsoft authenticator installieren|installieren (?:von|sie) microsoft authenticator/u,
  fr: /obtenir l'application|install\p{L}+ (?:de )?microsoft authenticator/u,
  es: /obten\p{L}+ la aplicación|instal\p{L}+ (?:de )?microsoft authenticator/u,
  ja: /最初にアプリを取得|アプリの入手から|アプリを(?:取得|入手)|microsoft authenticator ?(?:の|を)インストール/u,
};

export const SET_UP_ACCOUNT: Phrases = {
  en: /(?:set up|configure) your account/u,
  de: /konto (?:in der app )?einrichten|richten sie ihr konto/u,
  fr: /configur\p{L}+ votre compte/u,
  es: /configur\p{L}+ (?:de )?(?:la|su|tu) cuenta/u,
  ja: /アカウント(?:の|を)(?:セットアップ|設定)/u,
};

export const SCAN_QR: Phrases = {
  en: /scan (?:the |this )?(?:qr|bar) ?code/u,
  de: /(?:qr|bar|strich)-?code (?:zu )?scannen|scannen (?:sie )?(?:den|des) (?:qr|bar|strich)-?code/u,
  fr: /(?:scann|analys|numéris|digitalis)\p{L}+ (?:le |du )?code(?:s)?(?:-| )?(?:qr|barres?)/u,
  es: /(?:escan|digitaliz|examin|le)\p{L}* (?:el |del )?código (?:qr|de barras)/u,
  ja: /(?:qr|バー) ?コードをスキャン|(?:qr|バー) ?コードのスキャン/u,
};

/** The test with a notification, and its success: the way of the push code. */
export const PUSH_TRIAL: Phrases = {
  en: /let's try it out|notification (?:approved|was approved|denied)|approve the notification/u,
  de: /probieren (?:wir|sie) es aus|(?:testen|versuchen) wir (?:es|das)|benachrichtigung (?:genehmigt|bestätigt|genehmigen)/u,
  fr: /essayons|faisons un essai|testons|notification approuvée|approuve[rz] la notification/u,
  es: /(?:vamos a probar|probémoslo|pruébelo)|notificación aprobada|apr(?:uebe|obar) la notificación/u,
  ja: /試してみましょう|お試しください|通知(?:が|は)承認されました|通知を承認/u,
};

export const SECURITY_INFO_TITLE: Phrases = {
  en: /^security info(?:rmation)?$/u,
  de: /^sicherheits(?:informationen|infos)$/u,
  fr: /^informations? de sécurité$/u,
  es: /^información de seguridad$/u,
  ja: /^セキュリティ情報$/u,
};

export const PICK_METHOD: Phrases = {
  en: /add a (?:sign-?in )?method|which method would you like|choose a (?:different )?method/u,
  de: /methode hinzufügen|welche methode möchten sie|andere methode auswählen|wählen sie eine (?:andere )?methode/u,
  fr: /ajouter une méthode|quelle méthode|chois\p{L}+ une (?:autre )?méthode/u,
  es: /(?:agreg|añad)\p{L}+ un método|qué método|eleg\p{L}+ (?:un|otro) método|elija (?:un|otro) método/u,
  ja: /方法を追加|方法の追加|別の方法を選択|どの方法を/u,
};

/** Says that the app is registered now: title or toast. "Default sign-in method" alone stands elsewhere too. */
export const ADDED: Phrases = {
  en: /authenticat(?:or|ion)(?: app)? (?:was |has been )?(?:successfully )?(?:added|registered)|^success!?$|successfully set up your security info/u,
  de: /(?:authenticator|authentifikator|authentifizierungs)(?:-?app)? (?:wurde |ist )?(?:erfolgreich )?(?:hinzugefügt|registriert)|^(?:erfolg|erfolgreich)!?$|sicherheitsinformationen (?:wurden )?erfolgreich/u,
  fr: /(?:authenticator|application d'authentifi\p{L}+) (?:a été )?(?:correctement |bien )?(?:ajoutée?|inscrite?|enregistrée?)|^(?:opération réussie|réussite|réussi|succès) ?!?$/u,
  es: /(?:authenticator|aplicación (?:de autenticación|autenticadora)) (?:se ha |se )?(?:agregad[oa]|añadid[oa]|registrad[oa]|registró|agregó|añadió)|^(?:operación correcta|correcto|¡?éxito)!?$/u,
  ja: /(?:認証アプリ|authenticator(?: アプリ)?) ?(?:が|は) ?(?:正常に)? ?(?:追加|登録)され(?:ました|ています)|^(?:成功|成功しました|操作が成功しました)!?$/u,
};
