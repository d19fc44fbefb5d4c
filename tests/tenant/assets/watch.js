import { isOwn } from './own-nodes.js';

/**
 * Counts the nodes that somebody else than the page added to it since its first script:
 * `window.nodesAdded`, and for who cannot look there, `document.documentElement.dataset.added`.
 */
const page = /** @type {{ nodesAdded: number }} */ (/** @type {unknown} */ (window));

/** @param {Node} node */
function count(node) {
  if (!isOwn(node)) page.nodesAdded += 1;
  for (const child of node.childNodes) count(child);
}

const observer = new MutationObserver((records) => {
  for (const { addedNodes } of records) for (const node of addedNodes) count(node);
  document.documentElement.dataset['added'] = String(page.nodesAdded);
});

/** @param {Node} root a document, or a shadow root that the page made */
export function watch(root) {
  observer.observe(root, { childList: true, subtree: true });
}

page.nodesAdded = 0;
document.documentElement.dataset['added'] = '0';
watch(document);
