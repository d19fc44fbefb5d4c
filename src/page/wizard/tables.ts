import type { Variant } from '../../enrolment/wizard.ts';
import { LEGACY } from './legacy-table.ts';
import { PERSONAL } from './personal-table.ts';
import { REGISTRATION } from './registration-table.ts';
import { SECURITY_INFO } from './security-info-table.ts';
import type { WizardTable } from './table.ts';

export const TABLES: Readonly<Record<Variant, WizardTable>> = {
  'security-info': SECURITY_INFO,
  registration: REGISTRATION,
  legacy: LEGACY,
  personal: PERSONAL,
};
