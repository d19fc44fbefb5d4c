import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { Releases } from '../src/approvals/releases.ts';
import { Enrolment } from '../src/enrolment/enrolment.ts';
import { announceChange } from '../src/messages/announce.ts';
import { createHandlers } from '../src/messages/handlers.ts';
import { createRouter } from '../src/messages/router.ts';
import { decodeOffscreen } from '../src/offscreen/decoder.ts';
import { decodeHere } from '../src/qr/decode-here.ts';
import { announceOffer, showBadge } from '../src/toolbar/toolbar.ts';
import { closeUnlockWindow, showUnlockWindow } from '../src/unlock/unlock-window.ts';
import { Generations } from '../src/vault/generations.ts';
import { isEphemeral, isPersistent } from '../src/vault/persistence.ts';
import { Session } from '../src/vault/session.ts';
import { Vault } from '../src/vault/vault.ts';

export default defineBackground({
  type: 'module',
  main() {
    const now = () => Date.now();
    const storage = browser.storage.session;
    const vault = new Vault(new Generations(), new Session(storage, now), now);
    const releases = new Releases(storage, now);
    const enrolment = new Enrolment({
      storage,
      vault,
      decode: import.meta.env.CHROME ? decodeOffscreen : decodeHere,
      announce: (tabId, offer) => {
        announceChange();
        void announceOffer(tabId, offer);
      },
    });
    const handlers = createHandlers({
      vault,
      enrolment,
      releases,
      now,
      isPersistent,
      isEphemeral,
      showUnlockWindow,
      closeUnlockWindow,
      showFilled: (tabId) => showBadge(tabId, 'filled'),
      announceChange,
    });
    const own = { id: browser.runtime.id, baseUrl: browser.runtime.getURL('/') };
    const route = createRouter(handlers, own);
    browser.runtime.onMessage.addListener((message, sender) => route(message, sender));
    browser.tabs.onRemoved.addListener((tabId) => void enrolment.left(tabId));
  },
});
