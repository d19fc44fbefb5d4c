import { ADDED, type Phrases } from './phrases.ts';
import {
  ADDING_CODE,
  ADDING_CONTROLS,
  ADDING_OTHER_CODES,
  ADDING_STEPS,
} from './security-info-table.ts';
import type { WizardTable } from './table.ts';

/** The title of the last page, once there is a method. */
const DEFAULT_METHOD: Phrases = {
  en: /default sign-?in method/u,
  de: /standard(?:mäßige)?-?\p{L}* ?anmeldemethode/u,
  fr: /méthode de connexion par défaut/u,
  es: /método de inicio de sesión predeterminado/u,
  ja: /既定のサインイン方法/u,
};

/** `mysignins.microsoft.com/register`: the same wizard, forced by the sign-in, on a page without a list. */
export const REGISTRATION: WizardTable = {
  steps: [{ step: 'done', titles: [ADDED, DEFAULT_METHOD], alerts: [ADDED] }, ...ADDING_STEPS],
  controls: ADDING_CONTROLS,
  code: ADDING_CODE,
  otherCodes: ADDING_OTHER_CODES,
};
