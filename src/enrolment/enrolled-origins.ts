import { SIGN_IN_ORIGINS } from '../origins/microsoft.ts';
import type { Variant } from './wizard.ts';

/**
 * The origins that may have the codes of an account, from where it was enrolled: Microsoft's sign-in hosts for an account
 * of Microsoft, for any other one the exact origin of the page.
 */
export function enrolledOrigins(
  variant: Variant | undefined,
  origin: string | undefined,
): readonly string[] {
  if (variant === 'personal') return PERSONAL_ORIGINS;
  if (variant !== undefined) return SIGN_IN_ORIGINS;
  return origin === undefined ? [] : [origin];
}

/** Where personal Microsoft accounts sign in (shared/MICROSOFT.md, "Personal accounts"). */
const PERSONAL_ORIGINS: readonly string[] = ['https://login.live.com'];
