import { OpenRoots } from '../open-roots.ts';

/** Types of inputs that a person types into. Codes stand in the first four only. */
const CODE_TYPES: ReadonlySet<string> = new Set(['text', 'tel', 'number', 'password']);
const OTHER_TYPES: ReadonlySet<string> = new Set(['email', 'search', 'url', 'date', 'month']);

export function takesCode(input: HTMLInputElement): boolean {
  return CODE_TYPES.has(input.type);
}

export function isTyped(input: HTMLInputElement): boolean {
  return CODE_TYPES.has(input.type) || OTHER_TYPES.has(input.type);
}

/** Inputs that belong together, in order. */
export type InputScope = readonly HTMLInputElement[];

/**
 * All inputs that a person types into, of the document and of each open shadow root that has some. Those that are alone in
 * their roots stand together: each box of a code may be one.
 *
 * @param shadowRoots all open ones of the document, as far as they are known; else they are looked for
 */
export function inputScopes(
  document: Document,
  shadowRoots: Iterable<ShadowRoot> = new OpenRoots().findNew(document),
): readonly InputScope[] {
  const lone: HTMLInputElement[] = [];
  const scopes: InputScope[] = [typedInputs(document), lone];
  for (const root of shadowRoots) {
    const inputs = typedInputs(root);
    if (inputs.length === 1) lone.push(...inputs);
    else scopes.push(inputs);
  }
  // Known roots stand in the order that they were found in.
  lone.sort((one, other) => (isBefore(hostOf(one), hostOf(other)) ? -1 : 1));
  return scopes;
}

function isBefore(one: Element | undefined, other: Element | undefined): boolean {
  return (
    one !== undefined && other !== undefined && (one.compareDocumentPosition(other) & FOLLOWING) > 0
  );
}

/** The element that draws what lies in a shadow root. */
export function hostOf(node: Node): Element | undefined {
  return (node.getRootNode() as Partial<ShadowRoot>).host;
}

function typedInputs(root: Document | ShadowRoot): readonly HTMLInputElement[] {
  // The browser keeps this list of a document, and asks nothing where nothing changed.
  const inputs =
    'getElementsByTagName' in root
      ? root.getElementsByTagName('input')
      : root.querySelectorAll('input');
  const typed: HTMLInputElement[] = [];
  for (let at = 0; at < inputs.length; at += 1) {
    const input = inputs[at];
    if (input && isTyped(input)) typed.push(input);
  }
  return typed;
}

/** Of Node. */
const FOLLOWING = 4;
