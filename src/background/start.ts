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
import { FirstRun } from '../first-run/first-run.ts';
import { showFirstRun } from '../first-run/first-run-tab.ts';
import { Glance } from '../glance/glance.ts';
import { FIRST_COUNT, GLANCE_KEYS } from '../glance/stored.ts';
import { AutoLock, watchIdleness } from '../lock/auto-lock.ts';
import { announceChange, announceToOwnPages } from '../messages/announce.ts';
import { firstScreen } from '../messages/handlers/popup.ts';
import { createHandlers } from '../messages/handlers.ts';
import { createRouter } from '../messages/router.ts';
import { clearClipboardOffscreen, copyOffscreen } from '../offscreen/clipboard.ts';
import { decodePictures, decodeScreenshot } from '../offscreen/decoder.ts';
import { codeToCopy } from '../omnibox/code-to-copy.ts';
import { Omnibox } from '../omnibox/omnibox.ts';
import { browserScan } from '../scan/browser-scan.ts';
import type { Asked } from '../scan/entries.ts';
import { Scan } from '../scan/scan.ts';
import { askPage } from '../sign-in/ask-page.ts';
import type { AskedFill } from '../sign-in/entries.ts';
import { SignIn } from '../sign-in/sign-in.ts';
import { browserSites } from '../sites/browser-sites.ts';
import { SiteScripts } from '../sites/site-scripts.ts';
import { FollowedIcon } from '../toolbar/followed-icon.ts';
import { showIcon } from '../toolbar/icon.ts';
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
    import.meta.env.CHROME ? clearClipboardOffscreen : () => copyHere(''),
  );
  const autoLock = new AutoLock(() => {
    // At once: what is read of a page at this moment may hold up the rest.
    announceAll();
    void glance.forget().catch(() => undefined);
    void ownCopy.locked().catch(() => undefined);
    void enrolment.locked().catch(() => undefined);
    void intake.locked().catch(() => undefined);
    void approvals.locked().catch(() => undefined);
  });
  const session = new Session(memory, now, autoLock, GLANCE_KEYS);
  const vault = new Vault({
    history: new History(new Generations(), now),
    session,
    traces: new Traces(browser.storage.local),
    now,
  });
  const firstRun = new FirstRun({ memory, disk: browser.storage.local, vault });
  const enrolment = new Enrolment({
    storage: memory,
    vault,
    now,
    decode: decodePictures,
    announce: (tabId, held, before) => {
      announceChange();
      glance.keepLater();
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
      void icon.follow(tabId).catch(() => undefined);
      void signIn.approvalChanged(tabId).catch(() => undefined);
    },
    onRenamed: announceToOwnPages,
    onEnded: ({ tabId }, outcome) =>
      void signIn.approvalEnded(tabId, outcome).catch(() => undefined),
  });
  const icon = new FollowedIcon({
    storage: memory,
    isOpen: () => vault.isOpen(),
    isAsking: async (tabId) => (await approvals.numberFor(tabId)) !== undefined,
    show: showIcon,
  });
  const announceAll = () => {
    announceChange();
    glance.keepLater();
    void icon.follow().catch(() => undefined);
  };
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
    announceChange: () => {
      announceChange();
      glance.keepLater();
    },
    announceStatus: () => {
      announceToOwnPages();
      glance.keepLater();
    },
  });
  const unlock = async (tabId: number) => {
    await signIn.wanted(tabId);
    const { state } = await vault.status();
    await (state === 'none' || state === 'missing' ? showFirstRun() : showUnlockWindow());
  };
  const omnibox = new Omnibox({
    vault,
    fitting: async (tabId) => (await signIn.accounts(tabId)).fitting,
    fill: (tabId, id) => signIn.fill(tabId, id),
    copy: async (account, tabId) => {
      await copyHere(await codeToCopy(vault, account, now()));
      await ownCopy.made();
      void vault.accountUsed(account.id).catch(() => undefined);
      announceAll();
      await showBadge(tabId, 'copied');
    },
    unlock,
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
    firstRun,
    showUnlockWindow,
    showFirstRun,
    closeUnlockWindow,
    showFilled: (tabId) => showBadge(tabId, 'filled'),
    addressOf,
    mayReach,
    attend: (tabId) => siteScripts.attend(tabId),
    isPinned,
    hasToolbar,
    announceChange: announceAll,
    idleTimeChanged: async () => watchIdleness(await idleMinutes()),
  });
  const glance = new Glance({
    storage: memory,
    vault,
    now,
    deadline: () => session.deadline(),
    // What it says is the same for whoever asks.
    status: () => handlers['vault.status'](undefined, undefined as never),
    screen: () => firstScreen(vault, handlers, FIRST_COUNT),
    isAsking: async () => (await approvals.numberOnShow()) !== undefined,
  });
  // A worker that ended while it wrote may have left something behind of a vault that is locked.
  void vault
    .isOpen()
    .then((isOpen) => (isOpen ? undefined : glance.forget()))
    .catch(() => undefined);
  // The browser forgets it with the worker that said it.
  void idleMinutes().then(watchIdleness, () => undefined);
  void icon.follow().catch(() => undefined);
  const own = { id: browser.runtime.id, baseUrl: browser.runtime.getURL('/') };
  return {
    route: createRouter(
      {
        ...handlers,
        'popup.open': async (request, popup) => {
          glance.keepLater();
          return handlers['popup.open'](request, popup);
        },
      },
      own,
    ),
    autoLock,
    /** Not where private browsing would forget the vault. */
    wantsFirstRun: async () => !isEphemeral() && (await firstRun.state()).step === 'start',
    locking: { lock: () => vault.lock(), check: () => vault.isOpen(), idleMinutes },
    tabClosed: (tabId: number) => {
      void enrolment.closed(tabId).catch(() => undefined);
      void signIn.closed(tabId).catch(() => undefined);
      void icon.closed(tabId).catch(() => undefined);
    },
    tabLoads: (tabId: number) => void signIn.loads(tabId).catch(() => undefined),
    approvals,
    siteScripts,
    omnibox,
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
const copyHere = import.meta.env.CHROME
  ? copyOffscreen
  : (text: string) => navigator.clipboard.writeText(text);
