/** Hosts on which an account is enrolled (shared/MICROSOFT.md, "Security info wizard"). */
export const ENROLMENT_HOSTS = ['mysignins.microsoft.com'] as const;

/** Hosts on which Entra asks for a code (shared/MICROSOFT.md, "Entra sign-in"). */
export const SIGN_IN_HOSTS = ['login.microsoftonline.com'] as const;
