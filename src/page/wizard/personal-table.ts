import { BACK, DIFFERENT_APP, DONE, GET_APP, NEXT, type Phrases, SCAN_QR } from './phrases.ts';
import type { WizardTable } from './table.ts';

const ADD_WAY: Phrases = {
  en: /^\+? ?add (?:a new|another) way to (?:sign in|verify)/u,
  de: /^\+? ?(?:eine )?(?:neue|weitere) (?:anmelde|möglichkeit|methode).*hinzufügen$/u,
  fr: /^\+? ?ajouter (?:un nouveau moyen|un autre moyen|une nouvelle (?:méthode|façon)) de (?:se connecter|connexion|vérif)/u,
  es: /^\+? ?(?:agregar|añadir) (?:una nueva|otra) (?:forma|manera) de (?:iniciar sesión|verificar)/u,
  ja: /^\+? ?サインイン.*(?:新しい|別の)?方法を追加/u,
};

const USE_APP: Phrases = {
  en: /^use an app\b/u,
  de: /^(?:eine )?app verwenden/u,
  fr: /^utiliser une application/u,
  es: /^usar una aplicación/u,
  ja: /^アプリを使(?:う|用)/u,
};

const WAYS: Phrases = {
  en: /(?:select|choose) (?:a|an additional|another) way to (?:verify|sign in)|what security info would you like to add/u,
  de: /(?:anmelde|überprüfungs)(?:option|methode|möglichkeit)\p{L}* (?:aus)?wählen|wählen sie eine .*(?:möglichkeit|methode)/u,
  fr: /(?:sélectionne|choisisse)z (?:un|une) .*(?:moyen|façon|méthode)/u,
  es: /(?:seleccione|elija|selecciona|elige) (?:una|otra) .*(?:forma|manera)/u,
  ja: /(?:確認|サインイン).{0,16}方法を選択/u,
};

/** With the code itself: the list of methods speaks of recovery codes, too. Nothing of it is kept or sent. */
const RECOVERY_CODE: Phrases = {
  en: /recovery code.*\b(?:[a-z\d]{5}-){4}[a-z\d]{5}\b/u,
  de: /wiederherstellungscode.*\b(?:[a-z\d]{5}-){4}[a-z\d]{5}\b/u,
  fr: /code de récupération.*\b(?:[a-z\d]{5}-){4}[a-z\d]{5}\b/u,
  es: /código de recuperación.*\b(?:[a-z\d]{5}-){4}[a-z\d]{5}\b/u,
  ja: /回復(?:用)? ?コード.*\b(?:[a-z\d]{5}-){4}[a-z\d]{5}/u,
};

const TURNED_ON: Phrases = {
  en: /two-step verification is (?:now )?(?:turned )?on\b|authenticator app (?:was |has been )?added/u,
  de: /in zwei schritten (?:ist|wurde) (?:jetzt )?aktiviert|authenti\p{L}*-?app (?:wurde )?hinzugefügt/u,
  fr: /en deux étapes est (?:maintenant )?activée|application d'authentifi\p{L}+ (?:a été )?ajoutée/u,
  es: /en dos pasos está (?:ahora )?activada|aplicación (?:de autenticación|autenticadora) (?:agregada|añadida)/u,
  ja: /2 ?段階認証がオンになりました|認証アプリが追加されました/u,
};

/** `account.live.com/proofs` (shared/MICROSOFT.md, "Personal accounts"). */
export const PERSONAL: WizardTable = {
  steps: [
    { step: 'done', titles: [TURNED_ON], alerts: [TURNED_ON], texts: [RECOVERY_CODE] },
    { step: 'qr', selectors: ['#iShowPlainLink'], titles: [SCAN_QR] },
    {
      step: 'get-app',
      selectors: ['#iSelectProofTypeAlternate'],
      titles: [GET_APP],
      controls: ['different-app'],
    },
    {
      step: 'pick-method',
      selectors: ['#Add_email'],
      titles: [WAYS],
      controls: ['authenticator-app'],
    },
    { step: 'overview', controls: ['add-method'] },
  ],
  controls: {
    next: { selectors: ['#iNext'], names: [NEXT] },
    back: { names: [BACK] },
    'add-method': { selectors: ['#AddProofLink'], names: [ADD_WAY] },
    'authenticator-app': { selectors: ['#Add_app', '#Add_App'], names: [USE_APP], isChoice: true },
    'different-app': { selectors: ['#iSelectProofTypeAlternate'], names: [DIFFERENT_APP] },
    done: { names: [DONE] },
  },
  code: [],
  otherCodes: ['#iOttText', '#idTxtBx_OTC_Password', 'input[id^="codeEntry-"]'],
  codeBesideQr: true,
  // The recovery code is for the user to keep before he goes on.
  choices: { done: [] },
};
