/**
 * What other codes are called: however much else speaks for them, they are none for signing in. Only what has the word for a
 * code in it, or stands near two-factor settings, needs to be here.
 */

/** In identifiers (identifiers.ts). */
export const DECOY_ID =
  / (?:\w*captcha|hip|promo\w*|coupons?|vouchers?|discount|gift\w*|rabatt\w*|gutschein\w*|zip\w*|postal|post ?code|plz|cvv\w*|cvc\w*|csc|sec ?code|security ?number|card|cc|expiry|country|area|dial|currency|language|client|device|user ?code|invite|invitation|referr?al|affiliate|search|query|iban|bic|swift|sort|bank|branch|amount|quantity|qty|product|item|sku|tracking|order|booking|tax|vat|licen[sc]e|serial|access ?token|api|csrf\w*|secret|lifetimes?|ttl|expir\w+|intervals?|period|window|validity|skew|lengths?|timeouts?|max|attempts|issuer|redirect|color|source|class|course|room|game|meeting|barcode) /u;

/** Of what stands for somebody; beside an identifier of codes it says where the code is sent. */
export const PERSON_ID =
  / (?:phone\w*|mobile\w*|tel|telephone|msisdn|e?mail\w*|user|user ?name|login|first|last|full|birth\w*|address|street|city|company|account) /u;

/** In labels and the text before a field: codes that stay the same, as an app's code may be called as well. */
export const LASTING_CODE = /\bpin(?:-?code)?\b|\bpass-?code\b|パスコード|暗証|支付密|\bbirth/u;

/** The same of what stands for somebody, which a label of codes may name as well ("the code sent to your phone number"). */
export const PERSON_LABEL =
  /(?<!time[- ]|otp |sms )\bpassword|(?:your|e-?mail) address$|^(?:your )?e-?mail\b|(?:phone|mobile)(?: phone)?(?: number|$)|kennwort|passwort|mot de passe(?! )|contrasena$|(?<!ワンタイム ?)パスワード|登[录入]密/u;

/** Of a device that is paired, whose code another screen shows: in the text around, folded. */
export const PAIRING =
  /(?:connect|link|pair|activate|add|authori[sz]e)(?:ing)? (?:a|your|the|this)?(?: new)? ?(?:device|tv|television|console|printer)\b|(?:displayed|shown) (?:on|by|in) (?:your|the)(?: [\w-]+){0,2} (?:tv|television|console|terminal|screen)|device (?:activation|code)|gerat (?:verbinden|koppeln|aktivieren)|(?:associer|connecter) (?:un|votre) appareil|(?:vincular|conectar|activar) (?:un|su|tu) disp|デバイスを(?:接続|リンク)|设备(?:激活|配对)/u;

/** A sign-up, in the identifiers of a form. */
export const SIGN_UP_ID =
  / (?:sign ?up|register|registration|create ?account|join|registrieren|inscription|registro) /u;

/** A payment, in identifiers of a form and its fields. */
export const PAYMENT_ID =
  / (?:card ?(?:number|num|no|holder)|cc ?(?:number|num|no|name|exp\w*|csc|cvc|cvv)|cvv\w*|cvc\w*|credit ?card|exp(?:iry|iration)? ?(?:month|year|date)|checkout|payment|billing) /u;
