import { browser } from 'wxt/browser';
import { setApprovalAlarm } from '../approvals/approval-events.ts';
import { closeApprovalWindow, showApprovalWindow } from '../approvals/approval-window.ts';
import { Approvals } from '../approvals/approvals.ts';
import { ClockDoubt } from '../approvals/clock-doubt.ts';
import { Releases } from '../approvals/releases.ts';
import { OwnCopy } from '../clipboard/own-copy.ts';
import { Enrolment } from '../enrolment/enrolment.ts';
import { Intake } from '../enrolment/intake.ts';
import { Fault } from '../fault.ts';
import { AutoLock, watchIdleness } from '../lock/auto-lock.ts';
import { announceChange, announceToOwnPages } from '../messages/announce.ts';
import { createHandlers } from '../messages/handlers.ts';
import { createRouter } from '../messages/router.ts';
import { clearClipboardOffscreen } from '../offscreen/clipboard.ts';
import { decodePictures, decodeScreenshot } from '../offscreen/decoder.ts';
import { browserScan } from '../scan/browser-scan.ts';
import type { Asked } from '../scan/entries.ts';
import { Scan } from '../scan/scan.ts';
import { askPage } from '../sign-in/ask-page.ts';
import type { AskedFill } from '../sign-in/entries.ts';
import { SignIn } from '../sign-in/sign-in.ts';
import { browserSites } from '../sites/browser-sites.ts';
import { SiteScripts } from '../sites/site-scripts.ts';
import { addressOf, loadedAt, openTab, showTab } from '../toolbar/tabs.ts';
import { announceHeld, hasToolbar, isPinned, showBadge, showSignIn } from '../toolbar/toolbar.ts';
import { closeUnlockWindow, showUnlockWindow } from '../unlock/unlock-window.ts';
import { Generations } from '../vault/generations.ts';
import { History } from '../vault/history.ts';
import { isEphemeral, isPersistent } from '../vault/persistence.ts';
import { Session } from '../vault/session.ts';
import { Traces } from '../vault/traces.ts';
import { Vault } from '../vault/vault.ts';

/** Builds the background's services out of what the browser has. */
export function startBackground() {
  const now = () => Date.now();
  const memory = browser.storage.session;
  const ownCopy = new OwnCopy(
    memory,
    now,
    import.meta.env.CHROME ? clearClipboardOffscreen : clearClipboard,
  );
  const autoLock = new AutoLock(() => {
    // At once: what is read of a page at this moment may hold up the rest.
    announceChange();
    void ownCopy.locked().catch(() => undefined);
    void enrolment.locked().catch(() => undefined);
    void intake.locked().catch(() => undefined);
    void approvals.locked().catch(() => undefined);
  });
  const vault = new Vault({
    history: new History(new Generations(), now),
    session: new Session(memory, now, autoLock),
    traces: new Traces(browser.storage.local),
    now,
  });
  const enrolment = new Enrolment({
    storage: memory,
    vault,
    now,
    decode: decodePictures,
    announce: (tabId, held, before) => {
      announceChange();
      void announceHeld(tabId, held, before);
    },
    openTab,
    showTab,
    addressOf,
    loadedAt,
  });
  const intake = new Intake(memory, vault);
  const siteScripts = new SiteScripts(browserSites);
  const mayReach = (origin: string) => siteScripts.mayReach(origin);
  const releases = new Releases(memory, now);
  const approvals = new Approvals({
    storage: memory,
    now,
    vault,
    showWindow: showApprovalWindow,
    closeWindow: closeApprovalWindow,
    setAlarm: setApprovalAlarm,
    onChanged: (tabId) => {
      announceChange();
      void signIn.approvalChanged(tabId).catch(() => undefined);
    },
    onRenamed: announceToOwnPages,
    onEnded: ({ tabId }, outcome) =>
      void signIn.approvalEnded(tabId, outcome).catch(() => undefined),
  });
  const signIn = new SignIn({
    storage: memory,
    vault,
    releases,
    approvals,
    now,
    mayReach,
    addressOf,
    askPage,
    show: showSignIn,
    announceChange,
    announceStatus: announceToOwnPages,
  });
  const scans = new Scan(browserScan, { decodePictures, decodeScreenshot });
  const scanTab = async (tabId: number, image?: string) => {
    const { texts, url = '' } = await scans.scanTab(tabId, image);
    await enrolment.scanned(texts, { tabId, url });
    return texts.length;
  };
  const idleMinutes = async () =>
    (await vault.isOpen()) ? (await vault.document()).settings.lockWhenIdleMinutes : null;
  const handlers = createHandlers({
    vault,
    enrolment,
    intake,
    scanTab,
    signIn,
    approvals,
    releases,
    clockDoubt: new ClockDoubt(memory),
    ownCopy,
    now,
    isPersistent,
    isEphemeral,
    showUnlockWindow,
    closeUnlockWindow,
    showFilled: (tabId) => showBadge(tabId, 'filled'),
    addressOf,
    mayReach,
    attend: (tabId) => siteScripts.attend(tabId),
    isPinned,
    hasToolbar,
    announceChange,
    idleTimeChanged: async () => watchIdleness(await idleMinutes()),
  });
  // The browser forgets it with the worker that said it.
  void idleMinutes().then(watchIdleness, () => undefined);
  const own = { id: browser.runtime.id, baseUrl: browser.runtime.getURL('/') };
  return {
    route: createRouter(handlers, own),
    autoLock,
    locking: { lock: () => vault.lock(), check: () => vault.isOpen(), idleMinutes },
    tabClosed: (tabId: number) => {
      void enrolment.closed(tabId).catch(() => undefined);
      void signIn.closed(tabId).catch(() => undefined);
    },
    tabLoads: (tabId: number) => void signIn.loads(tabId).catch(() => undefined),
    approvals,
    siteScripts,
    fill: ({ tabId }: AskedFill, openPopup: () => void) =>
      void signIn
        .act(tabId)
        .catch(() => false)
        .then((isUnderWay) => isUnderWay || openPopup()),
    scan: ({ tabId, image }: Asked) =>
      void scanTab(tabId, image)
        .catch((error: unknown) =>
          enrolment.unreadable(tabId, error instanceof Fault ? error.code : 'internal'),
        )
        .catch(() => undefined),
  };
}

/** Firefox's event page has a clipboard. */
function clearClipboard(): Promise<void> {
  return navigator.clipboard.writeText('');
}
