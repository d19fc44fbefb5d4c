import { fileURLToPath } from 'node:url';
import { defineConfig } from 'wxt';
import { packedWords } from './src/crypto/words/packed-words-plugin.ts';
import { packagedIcons } from './src/issuers/packaged-icons.ts';
import { ENROLMENT_HOSTS, SIGN_IN_HOSTS } from './src/origins/microsoft.ts';
import { RELYING_PARTY_ID } from './src/passkey/relying-party.ts';
import { adoptedStyles } from './src/ui/adopted-styles-plugin.ts';
import { packagedLanguages, packagedMessages } from './src/ui/packaged-messages.ts';
import { pagesChunk } from './src/ui/pages-chunk-plugin.ts';

/** The public half of the key that fixes Chrome's extension id; its private half was never kept. */
const CHROME_KEY =
  'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEApIWNTZ2CE0J83aWxNSYJxMbg+c7IHEEfEIKg7xrT2b8AW2DQmzZTID6SWbhjG+o+/+7IjxKixcis9PWDBIjUG+OyoqoD4V63Da4W3nZMNAgd/EQAgPQJEsAeG04sso4Ni6TDc3kt+OPN4MAYTtAiiOLO3cyOercBNd6mJzP51Q+JMEQnVdg3cPshs+wE5b3duOdbusG3J8LiiqmjqVhjeO5E3sfCKF9iBS0o8riRZR1DOhZS+exghNNKBIoswqz1c5fD7UxJohgqX7DCgg8R46Gh1VUsa0/M2C41t0QpTfu+r6EtppihoknHsS2duTTyt8IIoZpuH6hZ6D5EGa3dyQIDAQAB';

const SILENT_CONTEXT = fileURLToPath(new URL('src/page/silent-context.ts', import.meta.url));
const OWN_BROWSER = fileURLToPath(new URL('src/own-browser.ts', import.meta.url));
const LUCIDE_ICON = fileURLToPath(new URL('src/ui/kit/lucide-icon.ts', import.meta.url));

/** DESIGN "Content security": no network, no injected styles, no script but our own files. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  // Argon2id (src/crypto/passphrase.ts) and the QR decoder (src/qr/zxing.ts) are WebAssembly.
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'none'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  // One policy, which lets one script of ours start: the decoder's worker (src/qr/trusted-worker.ts).
  'trusted-types countersign',
].join('; ');

const POLYFILLS = ['wxt/browser', '@wxt-dev/webextension-polyfill/browser'];

/** Our own pages have the browser's own API in place of the polyfill (src/own-browser.ts). */
function ownBrowserInPages() {
  return {
    name: 'countersign:own-browser',
    enforce: 'pre' as const,
    resolveId: (source: string, importer: string | undefined) =>
      POLYFILLS.includes(source) && importer?.includes('/src/ui/') ? OWN_BROWSER : undefined,
  };
}

export default defineConfig({
  srcDir: '.',
  imports: false,
  modules: ['@wxt-dev/webextension-polyfill'],
  manifestVersion: 3,
  hooks: {
    'build:publicAssets': (_, files) => {
      files.splice(0, files.length, ...files.map(packagedMessages), ...packagedIcons());
    },
  },
  vite: () => ({
    plugins: [
      ownBrowserInPages(),
      pagesChunk(),
      adoptedStyles(['popup', 'sidepanel']),
      packedWords(),
      packagedLanguages(),
    ],
    // The polyfill for <link rel="modulepreload"> fetches; every browser we support has it built in.
    build: {
      modulePreload: { polyfill: false },
      // WXT's own, of which a release keeps nothing but the words.
      rolldownOptions: { treeshake: { manualPureFunctions: ['logger.error'] } },
    },
    resolve: {
      alias: [
        { find: 'wxt/utils/content-script-context', replacement: SILENT_CONTEXT },
        // What lucide's icons import of lucide: ours is a tenth of it.
        { find: /^\.\.\/createLucideIcon\.mjs$/, replacement: LUCIDE_ICON },
      ],
    },
  }),
  manifest: ({ browser }) => ({
    name: '__MSG_extensionName__',
    description: '__MSG_extensionDescription__',
    default_locale: 'en',
    permissions: [
      'storage',
      'unlimitedStorage',
      // The vault locks at its deadline, when the screen is locked, and when nobody is there.
      'alarms',
      'idle',
      // Locking takes a copied code off the clipboard; there is no permission to read it.
      'clipboardWrite',
      // A scan for QR codes reads the tab on which the user asked for it, and no other.
      'activeTab',
      'scripting',
      'contextMenus',
      ...(browser === 'chrome' ? ['offscreen'] : []),
    ],
    omnibox: { keyword: 'otp' },
    options_ui: { page: 'manager.html#settings', open_in_tab: true },
    commands: {
      _execute_action: { suggested_key: { default: 'Alt+Shift+O' } },
      'lock-vault': {
        suggested_key: { default: 'Alt+Shift+L' },
        description: '__MSG_commandLock__',
      },
      'scan-page': {
        suggested_key: { default: 'Alt+Shift+Q' },
        description: '__MSG_commandScan__',
      },
      'fill-code': {
        suggested_key: { default: 'Alt+Shift+F' },
        description: '__MSG_commandFill__',
      },
    },
    host_permissions: [...ENROLMENT_HOSTS, ...SIGN_IN_HOSTS, RELYING_PARTY_ID].map(
      (host) => `https://${host}/*`,
    ),
    // A site of an account, asked for when that account is added.
    optional_host_permissions: ['https://*/*'],
    content_security_policy: { extension_pages: CONTENT_SECURITY_POLICY },
    ...(browser === 'chrome'
      ? // WebCrypto's X25519 came with Chrome 133.
        { key: CHROME_KEY, minimum_chrome_version: '133' }
      : {
          browser_specific_settings: {
            gecko: {
              id: 'countersign@countersign.invalid',
              strict_min_version: '150.0',
              data_collection_permissions: { required: ['none'] },
            },
          },
        }),
  }),
});
