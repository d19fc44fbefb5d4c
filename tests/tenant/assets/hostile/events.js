import '../watch.js';
import './catch.js';
import { done } from './done.js';
import { EVENT_NAMES, MESSAGES } from './forgeries.js';

/**
 * Pretends to be a user, the browser and the extension, all at once. `?id=` is the extension's id, if
 * the page has found it out.
 */
const ROUNDS = 10;
const PAUSE_MILLISECONDS = 100;
/** Milliseconds in which somebody who means to fill would have done so. */
const PATIENCE = 1500;

const id = new URLSearchParams(location.search).get('id') ?? 'a'.repeat(32);

const INIT = { bubbles: true, cancelable: true, composed: true };

/** Made anew each time: an event that was dispatched once is spent. */
const gestures = () => [
  ...['click', 'dblclick', 'mousedown', 'mouseup', 'auxclick', 'contextmenu'].map(
    (type) => new MouseEvent(type, { ...INIT, button: 2 }),
  ),
  ...['pointerdown', 'pointerup'].map((type) => new PointerEvent(type, INIT)),
  ...['keydown', 'keypress', 'keyup'].map(
    (type) => new KeyboardEvent(type, { ...INIT, key: 'L', altKey: true, shiftKey: true }),
  ),
  ...['focus', 'focusin', 'blur'].map((type) => new FocusEvent(type, INIT)),
  ...['input', 'beforeinput'].map((type) => new InputEvent(type, INIT)),
  ...['paste', 'copy'].map(
    (type) => new ClipboardEvent(type, { ...INIT, clipboardData: new DataTransfer() }),
  ),
];

const PAGE_EVENTS = ['visibilitychange', 'DOMContentLoaded', 'readystatechange', 'selectionchange'];
const WINDOW_EVENTS = ['load', 'pageshow', 'pagehide', 'focus', 'online', 'popstate', 'hashchange'];

function pretendToBeUser() {
  const field = document.getElementById('code');
  for (const target of [field, document.getElementById('verify'), document.body]) {
    for (const gesture of gestures()) {
      // The form is not to be sent: the page would be gone.
      if (target?.id !== 'verify' || gesture.type !== 'click') target?.dispatchEvent(gesture);
    }
  }
  field?.focus();
  /** @type {HTMLElement | null} */ (field)?.click();
}

function pretendToBeBrowser() {
  for (const type of PAGE_EVENTS) document.dispatchEvent(new Event(type));
  for (const type of WINDOW_EVENTS) window.dispatchEvent(new Event(type));
}

function pretendToBeExtension() {
  for (const name of EVENT_NAMES) {
    for (const target of [window, document, document.documentElement, document.body]) {
      target.dispatchEvent(new CustomEvent(name, { bubbles: true, detail: { fill: true, name } }));
    }
  }
  for (const message of MESSAGES) {
    window.postMessage(message, '*');
    window.dispatchEvent(
      new MessageEvent('message', { data: message, origin: `chrome-extension://${id}` }),
    );
  }
  const channel = new BroadcastChannel('countersign');
  for (const message of MESSAGES) channel.postMessage(message);
  channel.close();
  window.name = JSON.stringify(MESSAGES);
  document.documentElement.dataset['countersign'] = 'fill';
  sessionStorage.setItem('countersign', 'fill');
  askRuntime();
}

/** Only an extension that says so lets a page speak to it. */
function askRuntime() {
  const { chrome, browser } =
    /** @type {Record<'chrome' | 'browser', { runtime?: Record<'sendMessage' | 'connect', (...args: unknown[]) => unknown> } | undefined>} */ (
      /** @type {unknown} */ (window)
    );
  for (const runtime of [chrome?.runtime, browser?.runtime]) {
    for (const message of MESSAGES) {
      for (const args of [[id, message], [message]]) {
        try {
          const answer = runtime?.sendMessage(...args);
          if (answer instanceof Promise) answer.then(keep, () => undefined);
        } catch {
          // As it should be: the page goes on to the next.
        }
      }
    }
    try {
      runtime?.connect(id);
    } catch {
      // Likewise.
    }
  }
}

/** An answer of the extension is a catch like any other. @param {unknown} answer */
function keep(answer) {
  if (answer === undefined) return;
  const body = new URLSearchParams({
    page: location.pathname,
    place: 'answer of the extension',
    value: JSON.stringify(answer),
  });
  void fetch('/caught', { method: 'POST', body });
}

let round = 0;

function play() {
  round += 1;
  pretendToBeUser();
  pretendToBeBrowser();
  pretendToBeExtension();
  if (round < ROUNDS) setTimeout(play, PAUSE_MILLISECONDS);
  else setTimeout(done, PATIENCE);
}

play();
