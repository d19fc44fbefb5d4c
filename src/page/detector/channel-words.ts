import { anyOf } from './any-of.ts';

/**
 * How pages say where a code comes from, in folded text (fold.ts): a pattern a channel, a line a language or a family of
 * them. Stems rather than words, since these also go into every page: what one language says already is not repeated.
 */

export const APP = anyOf(
  // The word itself, names of apps, English.
  /authenticator|totp\b|google auth|(?:authy|freeotp|andotp|1password|duo mobile|bitwarden|keepass\w*)\b|code[- ]generat|(?:authenticat(?:ion|ing)|factor|2fa|mfa|otp|security|verification|mobile|phone|password|token)(?: manager)? app\b|(?:from|in|on|by|of|with|using|open|use) (?:your|the|an?)(?: [\w-]+){0,4} app(?:lication)?\b|(?:displayed|shown|generated) (?:in|by|on) (?:[\w-]+ ){0,4}(?:app|application|desktop)\b|one-time password app/,
  // German, Dutch.
  /authenti\w+-?(?: ?app\b|anwendung)|authentifikator|(?:in|aus|von|mit|auf|uit|van|via) (?:der|ihrer|deiner|einer|die|ihre|deine|de|je|uw|een)(?: [\w-]+)?[ -]?\w*-?app\b|app (?:generiert|erzeugt|angezeigt)|mfa-app/,
  // French, Spanish, Italian, Portuguese.
  /appli(?:cation)? (?:mobile )?d'authen|(?:votre|tu|su|sua|tua|seu|dall'|nell'|dell'|d[ao]|n[ao]) ?(?:appli|app|aplicacion|aplicacao|applicazione)\b|(?:app|aplicacion|aplicacao|applicazione)(?: movil| mobile)?(?: d[ei])? autent|autenti?cador|autenticatore|aplicativo/,
  // Polish, Turkish.
  /aplikacj\w+ (?:\w+ )?(?:uwierz|mobil|autor)|(?:z|w) (?:\w+ )?aplikacji|dogrulayici|dogrulama uygulama|uygulama\w*(?:daki|dan|da)\b/,
  // Japanese, Chinese, Korean.
  /認証(?:システム|用)? ?アプリ|アプリ(?:に|で|から|が)|身[份分]?[验驗認认][证證](?:器|[应應]用|程)|[验驗][证證]器|[动動][态態](?:口令|密)|(?:[应應]用(?:程[序式])?|app) ?(?:中|上|里|裡|生成|產生|显示|顯示)|(?:인증 ?|otp ?)(?:앱|어플)|앱[에의이]|인증기/,
);

/** A code that went to a phone or an inbox. */
export const SENT = anyOf(
  /(?:sent|texted|e-?mailed)\b(?!.{0,30}(?:notification|push|request))|sms|text message|voice call|phone call|whats ?app|(?:we|will) (?:just )?(?:call|text|e-?mail|send)(?:ed)? (?:to )?you|(?:from|in|via|to|by|check) (?:your )?(?:e-?mail|inbox|text|messages)|check your phone|on its way|e-?mail(?:ed)? (?:\w+ )?(?:code|otp)\b|code .{0,30}by (?:phone|text)|you (?:will |should |have )?receive|verify your (?:e-?mail|phone|mobile)|(?:e-?mail|phone|mobile|number) verification/,
  /(?:zu)?gesendet|zugesandt|(?:zu)?geschickt|gemailt|mtan\b|per (?:e-?mail|anruf)|erhalten haben|posteingang|unterwegs|verzonden|(?:toe)?gestuurd/,
  /envoye|par (?:e-?mail|courriel|texto|appel)|avez recu|recevrez|envia(?:do|mos|ra)|mandado|por (?:correo|mensaje|llamada|e-?mail|mensagem)|(?:en|a) (?:su|tu) correo|recibi[dr]|inviat|ricevut|riceverai|tramite e-?mail|receb(?:eu|ido|era)/,
  /wysla(?:li|ny|n[oae])|e-?mailem|otrzyman|gonder(?:dik|ild|ilen|dig)|e-?posta|kisa mesaj/,
  /送信(?:し|され)|お送り|届い|メール[にでを宛]|[发發]送[到至给給]|已[经經]?(?:[发發]|向|寄|傳)|傳送到|短信|[简簡][讯訊]|手[机機](?:[验驗]|[号號])|[邮郵][箱件]|收到的|[语語]音|보[냈낸]|발송|전송[했된되]|문자|메일로|받은/,
);

/** Asks for a sent code, once more or at all: as a link or a button too it says that codes of this page are sent. */
export const RESEND = anyOf(
  /re-?send\b|send (?:it |(?:the |a )?(?:new )?code )?again|send (?:a )?new code|(?:\w+n't|not) (?:get|receive)d? (?:the|a|your|it|an)|^(?:send|get|request|receive)(?: me)?(?: the| an?)? ?(?:\w+ )?(?:code|otp|pin)$/,
  /(?:erneut|nochmals?|neu) (?:zu)?(?:send|anford|schick)|code (?:senden|anfordern|versturen)$|kein\w* code (?:erh|bek)|opnieuw (?:ver|stu)|(?:geen|niet) (?:\w+ )?ontvangen/,
  /renvoyer|pas recu|(?:envoyer|recevoir) (?:le |un )?code$|reenvi|volver a enviar|no (?:has |ha |he )?recibi|reinvia|invia (?:di nuovo|nuov|un nuovo|(?:il )?codice$)|non hai ricev|(?:enviar|obtener) (?:[eo]l? )?codigo$|nao receb/,
  /(?:wys|przes)lij (?:kod )?ponow|ponownie (?:wys|prz)|wyslij kod$|nie otrzym|(?:yeniden|tekrar) gonder|kodu? gonder$/,
  /再送|届かない|重新?[发發傳][送]?|重新[获獲]取|(?:[获獲]取|取得|[发發]送)\S{0,4}[验驗][证證][码碼]|[没沒]有?收到|재(?:전송|발송)|다시 [보받전]|받지 못|(?:번호|코드) ?(?:받기|전송|요청)/,
);

/** A phone number or an address that the page shows in part. */
export const MASKED =
  /[*•●∗x·]{2,}[\s-]?\d{2,4}(?!\d)|\d[*•●x]{3,}|[\w.][*•●·]{2,}[\w.]*@|@\w?[*•●]{2,}|\b(?:ending|endend|endet|terminant|terminad[oa]|termina) (?:in|with|auf|mit|par|en|con|em) \W{0,3}\d{2,4}/u;

export const HARDWARE = anyOf(
  /securid|(?:hardware|hard|physical|security|otp|rsa)[- ]?tokens?\b(?! app)|fobs?\b|token ?codes?\b|yubi-?(?:key|otp)|digipass|token (?:device|generator)|(?:from|on|by|of) (?:your|the) token\b/,
  /sicherheitstoken|(?:ihrem|auf dem|vom) token|jeton|(?:token|llave) (?:fisic|de seg|de hard|di sic)|sprzetow\w+ token|token\w* sprzet|donanim/,
  /トークン[にの]|(?:硬件|硬體|[实實][体體]|安全)(?:令牌|權杖)|(?:하드웨어|보안) ?토큰|otp ?(?:생성|단말)/,
);

/** By a letter, by a person, or as a voice: ways that no code of an app takes. */
export const TOLD = anyOf(
  /(?:the|our|your) letter\b|posted\b|by post\b|(?:from|by|our|an) (?:\w+ ){0,3}agent\b|call[- ]cent|hear\b|per (?:post|brief)|\w*(?:em|de|een) brief\b|hor(?:en|st)\b/,
  /par courrier(?! e)|(?:la|une) lettre|entend|(?:la|una|uma) carta\b|escuch|lettera\b|ouvi[ru]|listem|uslysz|mektup/,
  /郵送|音声|信件|[邮郵]寄|[听聽]到|客服|우편(?!번)|상담|들리/,
);

/** Says that the usual way is not open, or offers another one: what such a sentence names is not what is asked for here. */
export const OTHERWISE = anyOf(
  /(?:lost|lose|cannot|can't|unable|don't have|do not have|no longer|without|trouble|problems?|instead|alternatively|another|different|switch to|can (?:also )?(?:send|text|call))\b/,
  /(?:verloren|kein\w* zugriff|stattdessen|ander\w*|alternativ|probleme[nm]?|kwijt|geen toegang|in plaats)\b/,
  /(?:perdu|pas acces|plutot|autres?|perd(?:ido|iste|io|eu)|no (?:puede|tiene|tengo)s?|otr[oa]s?|en (?:su lugar|vez)|pers[oa]|non (?:hai|puoi)|altr[oaie]|invece|nao (?:tem|consegue)|outr[oa]s?)\b/,
  /(?:utraci|zgubi|nie masz|inn(?:a|y|ego)\b|zamiast|kayb|baska|yerine|farkli)/,
  /紛失|なくし|使えない|別の|他の|代わり|[丢遺]失|[无無]法|其[他它]|另一|改用|분실|잃|없|다른|대신/,
);
