import { PROXY_HOST, proxyPort } from './proxy.ts';

type Preferences = Readonly<Record<string, string | number | boolean>>;

/**
 * Marionette itself sets what silences telemetry, updates and first-run pages
 * (`remote.prefs.recommended`); here is what it leaves, and what the extension needs.
 */
function preferences(proxy: number | undefined, uuids: Record<string, string>): Preferences {
  const port = proxyPort(proxy);
  return {
    // Any free port; Firefox writes which into the profile.
    'marionette.port': 0,
    'network.proxy.type': 1,
    'network.proxy.http': PROXY_HOST,
    'network.proxy.http_port': port,
    'network.proxy.ssl': PROXY_HOST,
    'network.proxy.ssl_port': port,
    'network.proxy.failover_direct': false,
    'network.http.http3.enable': false,
    'network.trr.mode': 5,
    // Lets an unsigned package be installed for good; release editions of Firefox ignore it.
    'xpinstall.signatures.required': false,
    'extensions.webextensions.uuids': JSON.stringify(uuids),
    // A camera that shows a pattern, for whoever asks.
    'media.navigator.streams.fake': true,
    'media.navigator.permission.disabled': true,
    'security.webauth.webauthn_enable_softtoken': true,
    'security.webauth.webauthn_enable_usbtoken': false,
    // With the environment variable of firefox-process.ts, or it has no effect.
    'services.settings.server': 'data:,#remote-settings-dummy/v1',
    'browser.aboutwelcome.enabled': false,
    'browser.startup.page': 0,
    // After a kill: no pages of the run before, and no question about a safe mode.
    'browser.sessionstore.resume_from_crash': false,
    'toolkit.startup.max_resumed_crashes': -1,
    'browser.newtabpage.enabled': false,
    'app.normandy.enabled': false,
    'media.gmp-manager.updateEnabled': false,
    'dom.push.serverURL': '',
    'browser.urlbar.quicksuggest.enabled': false,
    'toolkit.telemetry.reportingpolicy.firstRun': false,
  };
}

/** The text of the profile's user.js. */
export function userPreferences(proxy: number | undefined, uuids: Record<string, string>): string {
  return Object.entries(preferences(proxy, uuids))
    .map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`)
    .join('');
}
