/** How far signing in is on a tab's page, as far as Countersign has a part in it. */
export const SIGN_IN_STATES = [
  /** Nothing is wanted, or nobody here has it. */
  'idle',
  /** The vault is locked: it goes on by itself if that is over soon. */
  'locked',
  /** An account fits, and the user is to say so. */
  'ready',
  /** Several fit. */
  'several',
  /** A code that lives long enough comes within seconds. */
  'waiting',
  /** The user is asked, with a number to be picked. */
  'asked',
  'filled',
  /** The page says that the code was wrong, or asks again and again. */
  'stopped',
  /** Microsoft's page is on its way from the push approval to the code. */
  'switching',
] as const;
export type SignInState = (typeof SIGN_IN_STATES)[number];
