/**
 * Reports to the server whatever gets into a field of the page, or into an event that it hears, and was
 * not put there by the page itself. A field that was ever seen is looked at for good.
 */

/** What each field held when it was last looked at. @type {Map<HTMLInputElement | HTMLTextAreaElement, string>} */
const known = new Map();

/** Fields that a code belongs into, for as long as the function says so. @type {Map<Element, () => boolean>} */
const allowed = new Map();

/** @param {Element} field @param {() => boolean} now */
export function allow(field, now) {
  allowed.set(field, now);
}

/** @param {string} place @param {string} value */
function report(place, value) {
  const body = new URLSearchParams({ page: location.pathname, place, value });
  // It goes on when the page is left.
  void fetch('/caught', { method: 'POST', body, keepalive: true });
}

/** @param {Document | ShadowRoot} root */
function collect(root) {
  for (const field of root.querySelectorAll('input, textarea')) {
    const each = /** @type {HTMLInputElement} */ (field);
    if (!known.has(each)) known.set(each, each.type === 'hidden' ? each.value : each.defaultValue);
  }
  for (const { shadowRoot } of root.querySelectorAll('*')) if (shadowRoot) collect(shadowRoot);
  for (const frame of root.querySelectorAll('iframe')) {
    // Null where the frame is of another origin.
    if (frame.contentDocument) collect(frame.contentDocument);
  }
}

function look() {
  collect(document);
  for (const [field, before] of known) {
    const { value } = field;
    if (value === before) continue;
    known.set(field, value);
    if (value && !allowed.get(field)?.()) {
      report(`${field.localName}${field.id && `#${field.id}`}`, value);
    }
  }
}

/** @param {Event} event */
function hear(event) {
  look();
  const transfer =
    /** @type {ClipboardEvent} */ (event).clipboardData ??
    /** @type {DragEvent} */ (event).dataTransfer;
  const { data } = /** @type {InputEvent} */ (event);
  const texts = [transfer?.getData('text'), data];
  const { target } = event;
  if (target instanceof Element && allowed.get(target)?.()) return;
  for (const text of texts) {
    if (typeof text === 'string' && /\d{4}/.test(text)) report(`event ${event.type}`, text);
  }
}

for (const type of ['beforeinput', 'input', 'change', 'paste', 'drop', 'keydown', 'focusin']) {
  addEventListener(type, hear, true);
}

// A page is told nothing that holds a code, by whichever way.
addEventListener('message', ({ data }) => {
  const text = JSON.stringify(data) ?? '';
  if (/(^|\D)\d{6}(\D|$)/.test(text)) report('message', text);
});

function lookOn() {
  look();
  requestAnimationFrame(lookOn);
}

lookOn();
// No frames are drawn in a tab behind others.
setInterval(look, 100);
