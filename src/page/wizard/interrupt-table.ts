import { NEXT, type Phrases } from './phrases.ts';
import type { WizardTable } from './table.ts';

const MORE_INFORMATION: Phrases = {
  en: /more information required|let's keep your account secure|help us protect your account/u,
  de: /weitere informationen erforderlich|(?:schützen|sichern) (?:wir|sie) ihr konto|konto schützen/u,
  fr: /plus d'informations requises|informations supplémentaires (?:requises|nécessaires)|(?:sécurisons|protégeons) votre compte/u,
  es: /se (?:necesita|requiere) más información|más información necesaria|mant(?:ener|engamos|enga) (?:su|tu|la) cuenta (?:segura|protegida)|protejamos su cuenta/u,
  ja: /詳細情報が必要|アカウントをセキュリティ保護|アカウントのセキュリティ(?:を)?保護/u,
};

/** The page between password and forced registration, on `login.microsoftonline.com`. */
export const INTERRUPT: WizardTable = {
  steps: [
    {
      step: 'interrupt',
      selectors: ['#idSubmit_ProofUp_Redirect'],
      hidden: ['meta[name="PageID"][content="ConvergedProofUpRedirect"]'],
      titles: [MORE_INFORMATION],
    },
  ],
  controls: { next: { selectors: ['#idSubmit_ProofUp_Redirect'], names: [NEXT] } },
  code: [],
  otherCodes: [],
};
