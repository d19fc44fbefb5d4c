import type { BrowserSender, OwnIdentity, SenderClass } from '../../src/messages/sender.ts';

export const OWN: OwnIdentity = {
  id: 'countersignextensionid',
  baseUrl: 'chrome-extension://countersignextensionid/',
};
const OWN_ORIGIN = 'chrome-extension://countersignextensionid';

/** A page of the extension, as the browser describes it. */
export function ownPage(file: string): BrowserSender {
  return { id: OWN.id, url: OWN.baseUrl + file, origin: OWN_ORIGIN };
}

/** A content script in the top frame of a tab. */
export function contentScript(url: string, changes: BrowserSender = {}): BrowserSender {
  const { origin } = new URL(url);
  return { id: OWN.id, url, origin, frameId: 0, tab: { id: 7, title: 'Sign in' }, ...changes };
}

export const ENROLMENT_URL = 'https://mysignins.microsoft.com/security-info';
export const SIGN_IN_URL = 'https://login.microsoftonline.com/common/oauth2/v2.0/authorize';
export const SITE_URL = 'https://bank.example/login';

/** What the manager calls itself where accounts are handed in. */
export const ADD_PAGE = '5f0c7d1e-2a94-4b1d-8c3e-6f7a8b9c0d1e';

/** A sender of each class; another class without one does not compile. */
export const SENDERS: Record<SenderClass, BrowserSender> = {
  popup: ownPage('popup.html'),
  unlock: ownPage('unlock.html'),
  manager: ownPage('manager.html'),
  approve: ownPage('approve.html'),
  'enrolment-page': contentScript(ENROLMENT_URL),
  'sign-in-page': contentScript(SIGN_IN_URL),
  'site-page': contentScript(SITE_URL),
};

export const SENDER_CLASSES = Object.keys(SENDERS) as SenderClass[];

/** Senders of no class: whoever else may reach the background, or claims to. */
export const STRANGERS: [who: string, sender: BrowserSender][] = [
  ['nobody', {}],
  ['another extension', { ...ownPage('popup.html'), id: 'another' }],
  [
    'a page of another extension',
    {
      id: 'another',
      url: 'chrome-extension://another/popup.html',
      origin: 'chrome-extension://another',
    },
  ],
  ['a popup without an id', { ...ownPage('popup.html'), id: undefined }],
  ['a popup without an address', { ...ownPage('popup.html'), url: undefined }],
  ['a popup without an origin', { ...ownPage('popup.html'), origin: undefined }],
  ['a popup of an opaque origin', { ...ownPage('popup.html'), origin: 'null' }],
  [
    'a popup with the origin of a site',
    { ...ownPage('popup.html'), origin: new URL(SIGN_IN_URL).origin },
  ],
  ['a popup in a frame', { ...ownPage('popup.html'), frameId: 3 }],
  ['a manager of another extension', { ...ownPage('manager.html'), id: 'another' }],
  ['a manager in a frame', { ...ownPage('manager.html'), frameId: 1, tab: { id: 7 } }],
  ['a manager without an origin', { ...ownPage('manager.html'), origin: undefined }],
  ['a manager of an opaque origin', { ...ownPage('manager.html'), origin: 'null' }],
  [
    'a manager with the origin of a site',
    { ...ownPage('manager.html'), origin: new URL(SIGN_IN_URL).origin },
  ],
  ['a manager that is a blob', { ...ownPage('manager.html'), url: `blob:${OWN_ORIGIN}/manager` }],
  ['a manager of another case', ownPage('Manager.html')],
  ['a manager without its suffix', ownPage('manager')],
  ['a manager with more of a suffix', ownPage('manager.html.html')],
  ['a manager with an escaped name', ownPage('manager%2Ehtml')],
  ['a manager in a folder', ownPage('pages/manager.html')],
  ['a manager below a page', ownPage('popup.html/manager.html')],
  ['a manager behind a second slash', ownPage('/manager.html')],
  ['a manager in the query of no page', ownPage('other.html?manager.html')],
  ['a manager in the fragment of no page', ownPage('other.html#/manager.html')],
  ['an approval window of another extension', { ...ownPage('approve.html'), id: 'another' }],
  ['an approval window in a frame', { ...ownPage('approve.html'), frameId: 1, tab: { id: 7 } }],
  ['an approval window of another case', ownPage('Approve.html')],
  [
    'an approval window with the origin of a site',
    { ...ownPage('approve.html'), origin: new URL(SITE_URL).origin },
  ],
  [
    'an extension whose id begins with ours',
    {
      id: OWN.id,
      url: `${OWN_ORIGIN}x/manager.html`,
      origin: `${OWN_ORIGIN}x`,
    },
  ],
  ['our page that sends nothing', ownPage('offscreen.html')],
  ['our page of another case', ownPage('POPUP.html')],
  ['our page below another', ownPage('popup.html/unlock.html')],
  ['our folder', ownPage('')],
  ['our background', { id: OWN.id, url: `${OWN.baseUrl}background.js`, origin: OWN_ORIGIN }],
  ['a content script without an address', contentScript(SIGN_IN_URL, { url: undefined })],
  ['a content script without an origin', contentScript(SIGN_IN_URL, { origin: undefined })],
  ['a content script of another extension', contentScript(SIGN_IN_URL, { id: 'another' })],
  ['a content script without a tab', contentScript(SIGN_IN_URL, { tab: undefined })],
  ['a content script in a tab without id', contentScript(SIGN_IN_URL, { tab: {} })],
  ['a frame of any site', contentScript(SITE_URL, { frameId: 1 })],
  ['a sandboxed page of any site', contentScript(SITE_URL, { origin: 'null' })],
  ['any site in a tab without id', contentScript(SITE_URL, { tab: {} })],
  ['an iframe of the sign-in site', contentScript(SIGN_IN_URL, { frameId: 1 })],
  ['a frame of no number', contentScript(SIGN_IN_URL, { frameId: undefined })],
  ['an empty frame of the sign-in site', contentScript(SIGN_IN_URL, { url: 'about:blank' })],
  ['a blob of the sign-in site', contentScript(SIGN_IN_URL, { url: `blob:${SIGN_IN_URL}` })],
  ['a sandboxed sign-in page', contentScript(SIGN_IN_URL, { origin: 'null' })],
  [
    'an origin that is not that of the address',
    contentScript('https://evil.example/', { origin: new URL(SIGN_IN_URL).origin }),
  ],
  [
    'an address that is not that of the origin',
    contentScript(SIGN_IN_URL, { origin: 'https://evil.example' }),
  ],
  ['an address that is none', contentScript(SIGN_IN_URL, { url: 'login.microsoftonline.com' })],
  ...[
    'http://login.microsoftonline.com/',
    'http://mysignins.microsoft.com/security-info',
    'http://bank.example/login',
    'ftp://login.microsoftonline.com/',
    'file:///login.microsoftonline.com/index.html',
  ].map((url): [string, BrowserSender] => [url, contentScript(url)]),
];

/** Pages of no host that we know: each is a site like any other, whatever it calls itself. */
export const SITES: readonly string[] = [
  'https://evil.example/manager.html',
  'https://evil.example/popup.html',
  'https://evil.example/approve.html',
  'https://evil.example/countersignextensionid/manager.html',
  'https://login.live.com.evil.example/',
  'https://login.live.com./',
  'https://login.live.com:8443/',
  'https://live.com/',
  'https://account.microsoft.com.evil.example/',
  'https://login.microsoftonline.com.evil.example/',
  'https://evil.example/login.microsoftonline.com/',
  'https://evil.example/?https://login.microsoftonline.com/',
  'https://login.microsoftonline.com@evil.example/',
  'https://login.microsoftonline.com:8443/',
  'https://login.microsoftonline.com./',
  'https://mysignins.microsoft.com.:443/security-info',
  'https://xlogin.microsoftonline.com/',
  'https://www.login.microsoftonline.com/',
  'https://login-microsoftonline.com/',
  'https://microsoftonline.com/',
  'https://microsoft.com/security-info',
  'https://account.microsoft.com/security-info',
  'https://login.microsоftonline.com/',
  'https://ⅿysignins.evil.example/',
  'https://20.190.128.1/',
  'https://[::1]/',
  'https://localhost/',
];
