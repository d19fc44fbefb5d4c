import { type Credential, STEAM } from '../otp/credential.ts';
import { visibleText } from '../qr/visible-text.ts';

/** The parameters that are looked at, as `otpauth://` names them (the label's second half is the account). */
export const PARAMETERS = ['issuer', 'account', 'secret', 'algorithm', 'digits', 'period'] as const;
export type Parameter = (typeof PARAMETERS)[number];

/** What sites use unless they have a reason, and the Key Uri Format's defaults. */
const USUAL = { algorithm: 'SHA1', digits: 6, period: 30 } as const;

/**
 * 80 bits in base32. Google's and Microsoft's secrets are as long; RFC 4226, section 4, requirement R6 wants 128.
 * A shorter one is easily guessed, and may be a page's try at an account of its own making.
 */
const SHORTEST_SECRET = 16;

/** It names the organisation before the label's colon and itself as the issuer (`shared/MICROSOFT.md`). */
const NAMES_ORGANISATION = 'Microsoft';

/**
 * The parameters of an account that are out of the ordinary, so that the user looks at them before adding it. Names
 * are so, too, that hold what cannot be seen or turns the direction.
 */
export function unusualOf(credential: Credential): Parameter[] {
  const { issuer, account, prefix, secret } = credential;
  const usual = credential.type === 'steam' ? STEAM : USUAL;
  const isOdd: Record<Parameter, boolean> = {
    issuer: issuer === '' || isDeceptive(`${issuer}${prefix}`) || isContradicted(credential),
    account: account === '' || isDeceptive(account),
    secret: secret.length < SHORTEST_SECRET,
    algorithm: credential.algorithm !== usual.algorithm,
    digits: credential.digits !== usual.digits,
    period: credential.type !== 'hotp' && credential.period !== usual.period,
  };
  return PARAMETERS.filter((parameter) => isOdd[parameter]);
}

/** The label names somebody else than the issuer. */
function isContradicted({ issuer, prefix }: Credential): boolean {
  if (prefix === '' || issuer === NAMES_ORGANISATION) return false;
  return prefix.toLowerCase() !== issuer.toLowerCase();
}

function isDeceptive(name: string): boolean {
  return visibleText(name, name.length) !== name;
}
