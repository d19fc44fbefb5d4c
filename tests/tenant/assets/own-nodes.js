/** Nodes that the page itself made, so that `watch.js` can tell them from those of others. */
const ownNodes = /** @type {WeakSet<Node>} */ (new WeakSet());

/**
 * Marks a node and all that it holds at present. In time before the task ends, it may be in the page already.
 *
 * @template {Node} T
 * @param {T} node
 * @returns {T}
 */
export function own(node) {
  ownNodes.add(node);
  for (const child of node.childNodes) own(child);
  return node;
}

/** @param {Node} node */
export function isOwn(node) {
  return ownNodes.has(node);
}
