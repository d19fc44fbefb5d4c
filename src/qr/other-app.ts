/**
 * Schemes of codes that only the app of their maker can use: they hold a ticket for its server, or data that is
 * sealed or its own. As public readers of such codes and the apps' own manifests have them.
 */
const APPS: ReadonlyMap<string, string> = new Map([
  ['com.rsa.securid', 'RSA SecurID'],
  ['com.rsa.securid.iphone', 'RSA SecurID'],
  ['duo', 'Duo Mobile'],
  // Cross-device sign-in with a passkey (CTAP 2.2, hybrid transports): the phone's camera takes it.
  ['fido', 'FIDO'],
  ['igmobileotp', 'Entrust Identity'],
  ['lpaauth-migration', 'LastPass Authenticator'],
  ['microsoft-authenticator', 'Microsoft Authenticator'],
  ['msauth', 'Microsoft Authenticator'],
  ['oktaverify', 'Okta Verify'],
  ['sgnl', 'Signal'],
  // `steam://SECRET` is another matter (`isSteamSecret`).
  ['steam', 'Steam'],
  ['steammobile', 'Steam'],
  ['tg', 'Telegram'],
]);

/** The app that a text's scheme belongs to, where it is of use to that app alone. */
export function appOf(text: string): string | undefined {
  const scheme = /^(?<scheme>[a-z][a-z\d+.-]*):\//iu.exec(text.trim())?.groups?.['scheme'];
  return scheme === undefined ? undefined : APPS.get(scheme.toLowerCase());
}
