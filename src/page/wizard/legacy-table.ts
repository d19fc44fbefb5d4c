import { BACK, DIFFERENT_APP, DONE, NEXT, type Phrases, VERIFY } from './phrases.ts';
import type { WizardTable } from './table.ts';

const WITHOUT_NOTIFICATIONS: Phrases = {
  en: /configure app without notifications/u,
  de: /app ohne benachrichtigung(?:en)? (?:konfigurieren|einrichten)/u,
  fr: /configurer l'application sans (?:les )?notifications?/u,
  es: /configurar (?:la )?aplicación sin notificaciones/u,
  ja: /通知.{0,8}アプリ(?:を|の)構成/u,
};

const MOBILE_APP: Phrases = {
  en: /^(?:mobile app|authenticator app)\b/u,
  de: /^(?:mobile app|mobilanwendung|authenticator-?app)/u,
  fr: /^application (?:mobile|d'authentifi)/u,
  es: /^aplicación (?:móvil|de autenticación|autenticadora)/u,
  ja: /^(?:モバイル ?アプリ|認証アプリ)/u,
};

const USE_CODE: Phrases = {
  en: /^use (?:a )?verification code/u,
  de: /^(?:einen )?(?:prüfcode|überprüfungscode|bestätigungscode) verwenden/u,
  fr: /^utiliser (?:le|un) code de vérification/u,
  es: /^usar (?:el |un )?código de verificación/u,
  ja: /^確認コードを使用する/u,
};

const SET_UP: Phrases = {
  en: /^(?:set up|set up authenticator app|configure)$/u,
  de: /^(?:einrichten|konfigurieren|authenticator-app einrichten)$/u,
  fr: /^(?:configurer|configurer l'application d'authentification)$/u,
  es: /^(?:configurar|configurar (?:la )?aplicación (?:de autenticación|autenticadora))$/u,
  ja: /^(?:セットアップ|構成|設定|authenticator アプリの設定)$/u,
};

/** The numbered areas of the page, and the window with the QR code. */
const HOW_TO_CONTACT: Phrases = {
  en: /how should we contact you|how do you want to use the mobile app/u,
  de: /(?:auf welchem weg|wie) sollen wir sie kontaktieren|wie möchten sie die mobile app verwenden/u,
  fr: /comment (?:devons-nous|pouvons-nous|devrions-nous) vous contacter|comment (?:voulez|souhaitez)-vous utiliser l'application mobile/u,
  es: /(?:de qué manera|cómo) .{0,20}(?:ponernos|pongamos) en contacto|cómo quiere usar la aplicación móvil/u,
  ja: /ご連絡|連絡方法|モバイル ?アプリをどのよう/u,
};

const CONFIGURE_APP: Phrases = {
  en: /configure mobile app/u,
  de: /mobile app konfigurieren/u,
  fr: /configurer l'application mobile/u,
  es: /configurar (?:la )?aplicación móvil/u,
  ja: /モバイル ?アプリ(?:ケーション)?の構成/u,
};

/** Stands on the page between the QR code and the field: no code was asked for yet. */
const CONFIGURED: Phrases = {
  en: /mobile app has been configured/u,
  de: /mobile app wurde .{0,80}konfiguriert/u,
  fr: /application mobile a été configurée/u,
  es: /(?:se ha configurado la aplicación móvil|aplicación móvil se ha configurado)/u,
  ja: /モバイル ?アプリ.{0,20}構成されました/u,
};

const CHECKING: Phrases = {
  en: /checking (?:for )?activation status/u,
  de: /aktivierungsstatus (?:wird )?(?:geprüft|überprüft)/u,
  fr: /vérification de l'état d'activation/u,
  es: /comprobando el estado de (?:la )?activación/u,
  ja: /アクティブ化の状態を確認/u,
};

/** What comes after the code was accepted: asks for a phone number as another way, then shows an app password. */
const ACCEPTED: Phrases = {
  en: /in case you lose access to the mobile app|keep using your existing applications|verification (?:was )?successful|updates? successful/u,
  de: /zugriff auf ihre mobile app verlieren|verwenden sie vorhandene anwendungen weiterhin|überprüfung (?:war )?erfolgreich/u,
  fr: /perd(?:ez|iez|riez) l'accès à (?:votre|l')\s?application mobile|continuez? (?:à|d')utiliser vos applications existantes|vérification réussie/u,
  es: /perdido el acceso a la aplicación móvil|pierda el acceso a la aplicación móvil|siga usando sus aplicaciones existentes|(?:comprobación|verificación) correcta/u,
  ja: /モバイル ?アプリにアクセスできなくなった場合|既存のアプリケーションを引き続き使用|(?:確認|検証)(?:に|が)成功しました/u,
};

/** Microsoft's own app approves: the notifications were chosen. */
const ON_THE_PHONE: Phrases = {
  en: /respond to the notification|notification (?:has been|was) sent/u,
  de: /antworten sie auf die benachrichtigung|benachrichtigung wurde .{0,80}gesendet/u,
  fr: /répondez à la notification|notification a été envoyée/u,
  es: /responda a la notificación|se ha enviado una notificación/u,
  ja: /通知に応答|通知を送信しました/u,
};

/** `account.activedirectory.windowsazure.com/proofup.aspx` (shared/MICROSOFT.md, "Legacy"). */
export const LEGACY: WizardTable = {
  steps: [
    { step: 'done', texts: [ACCEPTED] },
    { step: 'push-trial', texts: [ON_THE_PHONE] },
    { step: 'qr', titles: [CONFIGURE_APP], controls: ['different-app'] },
    { step: 'loading', texts: [CHECKING] },
    { step: 'set-up-account', texts: [CONFIGURED] },
    {
      step: 'pick-method',
      texts: [HOW_TO_CONTACT],
      controls: ['authenticator-app', 'verification-code', 'set-up'],
    },
  ],
  controls: {
    next: { names: [NEXT, VERIFY] },
    back: { names: [BACK] },
    'authenticator-app': { names: [MOBILE_APP], isChoice: true },
    'verification-code': { names: [USE_CODE], isChoice: true },
    'set-up': { names: [SET_UP] },
    'different-app': { names: [WITHOUT_NOTIFICATIONS, DIFFERENT_APP] },
    done: { names: [DONE] },
  },
  code: [],
  otherCodes: [],
};
