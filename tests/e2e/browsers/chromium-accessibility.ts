import type { CDPSession, Protocol } from 'puppeteer-core';
import type { AccessibleNode } from './browser.ts';

type AXNode = Protocol.Accessibility.AXNode;

/** What only groups, and where a line of text breaks. */
const SILENT = ['none', 'generic', 'InlineTextBox'];

/** States that say something here; not the focus, which a popup may get later than its content. */
const TOLD = ['disabled', 'pressed', 'checked', 'expanded', 'hasPopup', 'modal', 'level'];

/** The tree as Chromium hands it to assistive technology, without what it leaves out there. */
export async function chromiumAccessibilityTree(
  session: CDPSession,
): Promise<readonly AccessibleNode[]> {
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const told: AccessibleNode[] = [];
  const visit = (node: AXNode, depth: number, above: string): void => {
    const role = String(node.role?.value ?? '');
    const name = String(node.name?.value ?? '').trim();
    // Of its own text, the node above has told already.
    const isRepeated = role === 'StaticText' && above.includes(name);
    const isTold = !node.ignored && !SILENT.includes(role) && !isRepeated;
    if (isTold) told.push({ depth, role, name, states: statesOf(node) });
    for (const id of node.childIds ?? []) {
      const child = byId.get(id);
      if (child) visit(child, isTold ? depth + 1 : depth, isTold ? name : above);
    }
  };
  const root = nodes.find(({ parentId }) => parentId === undefined);
  if (root) visit(root, 0, '');
  return told;
}

function statesOf({ properties = [], description }: AXNode): string[] {
  const told = properties
    .filter(({ name, value }) => TOLD.includes(name) && value.value !== false)
    .map(({ name, value }) => (value.value === true ? name : `${name}=${value.value}`));
  return description?.value ? [...told, `described “${description.value}”`] : told;
}
