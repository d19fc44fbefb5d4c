import { ENTRA_ORIGIN, LIVE_ORIGIN } from '../origins/microsoft.ts';
import type { Variant } from './wizard.ts';

/**
 * The origins that may have the codes of an account, from where it was enrolled: Microsoft's sign-in host for an account
 * of Microsoft, for any other one the exact origin of the page.
 */
export function enrolledOrigins(
  variant: Variant | undefined,
  origin: string | undefined,
): readonly string[] {
  if (variant === 'personal') return [LIVE_ORIGIN];
  if (variant !== undefined) return [ENTRA_ORIGIN];
  return origin === undefined ? [] : [origin];
}
