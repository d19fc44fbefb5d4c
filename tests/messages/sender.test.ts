import { describe, expect, it } from 'vitest';
import { type BrowserSender, classifySender, type OwnIdentity } from '../../src/messages/sender.ts';
import {
  contentScript,
  ENROLMENT_URL,
  OWN,
  ownPage,
  SIGN_IN_URL,
  SITE_URL,
  SITES,
  STRANGERS,
} from './senders.ts';

const FIREFOX: OwnIdentity = {
  id: 'countersign@countersign.invalid',
  baseUrl: 'moz-extension://0f9a1c1e-6f6e-4e0c-9d0a-2b3c4d5e6f70/',
};

describe('our own pages are known by their file', () => {
  it.each<[string, BrowserSender, OwnIdentity, object]>([
    ['the popup', ownPage('popup.html'), OWN, { class: 'popup' }],
    ['the same beside the page', ownPage('sidepanel.html'), OWN, { class: 'popup' }],
    ['the unlock window', ownPage('unlock.html'), OWN, { class: 'unlock' }],
    ['the manager', ownPage('manager.html'), OWN, { class: 'manager' }],
    ['the approval window', ownPage('approve.html'), OWN, { class: 'approve' }],
    [
      'the approval window, which its browser gives a tab',
      { ...ownPage('approve.html'), frameId: 0, tab: { id: 3, title: 'Approve' } },
      OWN,
      { class: 'approve' },
    ],
    [
      'the manager in a tab, at one of its places',
      { ...ownPage('manager.html?from=popup.html#security'), frameId: 0, tab: { id: 3 } },
      OWN,
      { class: 'manager' },
    ],
    [
      'the popup with the name of another',
      ownPage('popup.html#manager.html'),
      OWN,
      { class: 'popup' },
    ],
    ['with a query', ownPage('popup.html?tab=unlock.html'), OWN, { class: 'popup' }],
    ['with a fragment', ownPage('unlock.html#/popup.html'), OWN, { class: 'unlock' }],
    [
      'in a tab',
      { ...ownPage('unlock.html'), frameId: 0, tab: { id: 3 } },
      OWN,
      { class: 'unlock' },
    ],
    [
      'in Firefox',
      {
        id: FIREFOX.id,
        url: `${FIREFOX.baseUrl}popup.html`,
        origin: 'moz-extension://0f9a1c1e-6f6e-4e0c-9d0a-2b3c4d5e6f70',
      },
      FIREFOX,
      { class: 'popup' },
    ],
  ])('%s', (_, sender, own, expected) => {
    expect(classifySender(sender, own)).toEqual(expected);
  });
});

describe('content scripts are known by their site', () => {
  it.each([
    ['enrolment-page', ENROLMENT_URL],
    ['enrolment-page', 'https://mysignins.microsoft.com/register?tenantId=x#y'],
    ['enrolment-page', 'https://mysignins.microsoft.com:443/'],
    ['sign-in-page', SIGN_IN_URL],
    ['sign-in-page', 'https://LOGIN.microsoftonline.com/common'],
    ['sign-in-page', 'https://login.live.com/ppsecure/post.srf?id=1'],
    ['enrolment-page', 'https://account.live.com/proofs/Manage'],
    ['site-page', SITE_URL],
    ['site-page', 'https://bank.example:8443/'],
    ['site-page', 'https://evil.example/?https://login.microsoftonline.com/'],
  ])('%s: %s', (senderClass, url) => {
    expect(classifySender(contentScript(url), OWN)).toEqual({
      class: senderClass,
      origin: new URL(url).origin,
      tabId: 7,
      url,
      title: 'Sign in',
    });
  });

  it.each(SITES)('%s is any site', (url) => {
    expect(classifySender(contentScript(url), OWN)).toEqual({
      class: 'site-page',
      origin: new URL(url).origin,
      tabId: 7,
      url,
      title: 'Sign in',
    });
  });

  it('also where the browser does not tell the title of the tab', () => {
    expect(classifySender(contentScript(SITE_URL, { tab: { id: 7 } }), OWN)).toMatchObject({
      class: 'site-page',
      title: '',
    });
  });

  it('in tab 0 too', () => {
    expect(classifySender(contentScript(SIGN_IN_URL, { tab: { id: 0 } }), OWN)).toMatchObject({
      tabId: 0,
    });
  });
});

describe('everybody else is nobody', () => {
  it.each(STRANGERS)('%s', (_, sender) => {
    expect(classifySender(sender, OWN)).toBeUndefined();
  });
});
