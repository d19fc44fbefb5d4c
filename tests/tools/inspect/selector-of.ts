/**
 * A selector of just this element, as short as a person would write it. What lies in shadow roots is named from outside in,
 * `host >>> input`: each part within its root.
 */
export function selectorOf(element: Element): string {
  const root = element.getRootNode() as Document | ShadowRoot;
  const own = within(root, element);
  return 'host' in root ? `${selectorOf(root.host)} >>> ${own}` : own;
}

function within(root: ParentNode, element: Element): string {
  const tag = element.localName;
  const name = element.getAttribute('name');
  const candidates = [
    ...(/^[a-z_][\w-]*$/iu.test(element.id) ? [`#${element.id}`] : []),
    ...(name ? [`${tag}[name=${JSON.stringify(name)}]`] : []),
    ...(element.id === '' ? [] : [`#${CSS.escape(element.id)}`]),
    tag,
  ];
  return candidates.find((selector) => isOnly(root, selector, element)) ?? path(root, element);
}

function isOnly(root: ParentNode, selector: string, element: Element): boolean {
  try {
    const found = root.querySelectorAll(selector);
    return found.length === 1 && found[0] === element;
  } catch {
    // A name with a line end in it, say.
    return false;
  }
}

/** From the closest ancestor with an id of its own, or from the top. */
function path(root: ParentNode, element: Element): string {
  const steps: string[] = [];
  for (let each: Element | null = element; each; each = each.parentElement) {
    const id = `#${CSS.escape(each.id)}`;
    if (each !== element && each.id !== '' && isOnly(root, id, each)) {
      return [id, ...steps].join(' > ');
    }
    steps.unshift(
      each.parentElement || each.nextElementSibling || each.previousElementSibling
        ? step(each)
        : each.localName,
    );
  }
  return steps.join(' > ');
}

function step(element: Element): string {
  const siblings = [...(element.parentNode?.children ?? [])].filter(
    ({ localName }) => localName === element.localName,
  );
  if (siblings.length < 2) return element.localName;
  return `${element.localName}:nth-of-type(${siblings.indexOf(element) + 1})`;
}
