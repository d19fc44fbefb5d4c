import type { AccessibleNode } from './browser.ts';
import type { BrowserElement } from './firefox-privileged.ts';
import type { Privileges } from './firefox-privileges.ts';
import { poll } from './poll.ts';

/** nsIAccessible, of which the parent process keeps those of all pages. */
interface Accessible {
  readonly name: string | null;
  readonly role: number;
  readonly description: string | null;
  readonly firstChild: Accessible | null;
  readonly nextSibling: Accessible | null;
  getState(state: object, extraState: object): void;
}

interface AccessibilityService {
  getAccessibleFor(node: Element): Accessible | null;
  getStringRole(role: number): string;
  getStringStates(state: number, extraState: number): Iterable<string> & { length: number };
}

declare const Cc: {
  readonly '@mozilla.org/accessibilityService;1': {
    getService(type: unknown): AccessibilityService;
  };
};
declare const Ci: { readonly nsIAccessibilityService: unknown };

/** The tree as Firefox hands it to assistive technology. It begins to make it when it is asked the first time. */
export function firefoxAccessibilityTree(
  privileges: Privileges,
  browserId: number,
): Promise<readonly AccessibleNode[]> {
  return poll('the accessibility tree', async () => {
    const tree = await privileges.on(browserId, readTree);
    return tree.length > 1 ? tree : undefined;
  });
}

/** Runs in Firefox itself. */
function readTree(browser: BrowserElement): AccessibleNode[] {
  const service = Cc['@mozilla.org/accessibilityService;1'].getService(Ci.nsIAccessibilityService);
  const told = ['unavailable', 'pressed', 'checked', 'expanded', 'collapsed', 'haspopup'];
  const statesOf = (node: Accessible): string[] => {
    const [state, extra] = [{ value: 0 }, { value: 0 }];
    node.getState(state, extra);
    const all = service.getStringStates(state.value, extra.value);
    const names = Array.from({ length: all.length }, (_, at) =>
      (all as unknown as { item(at: number): string }).item(at),
    );
    return names.filter((name) => told.includes(name));
  };
  const tree: AccessibleNode[] = [];
  const visit = (node: Accessible, depth: number, above: string): void => {
    const role = service.getStringRole(node.role);
    const name = (node.name ?? '').trim();
    const isText = ['text leaf', 'statictext', 'whitespace'].includes(role);
    // What only groups; and of its own text, the node above has told already.
    const isTold = role !== 'text container' && !(isText && (!name || above.includes(name)));
    const description = node.description ? [`described “${node.description}”`] : [];
    if (isTold) tree.push({ depth, role, name, states: [...statesOf(node), ...description] });
    for (let child = node.firstChild; child; child = child.nextSibling) {
      visit(child, isTold ? depth + 1 : depth, isTold ? name : above);
    }
  };
  const page = service.getAccessibleFor(browser)?.firstChild;
  if (page) visit(page, 0, '');
  return tree;
}
