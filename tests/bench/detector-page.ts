/** How many nodes the page has that the detector is measured on. */
export const NODES = 10_000;

/** Fields among them, of which two are for codes. */
export const INPUTS = 30;

/**
 * Runs in a page: makes it one of 10,000 nodes, as a busy site's, with 30 fields in forms all over it. Half of its elements are
 * plain, the others hold text; some are components with shadow roots.
 */
export function makeDetectorPage(nodes: number = NODES, inputs: number = INPUTS): number {
  const doc = document;
  doc.body.replaceChildren();
  const WORDS =
    'account settings order shipping code please enter your number and continue to the next page'.split(
      ' ',
    );
  let made = 0;
  let fields = 0;
  const make = (tag: string, parent: Element | ShadowRoot, text = ''): HTMLElement => {
    const element = doc.createElement(tag);
    element.className = `c${made % 50} box`;
    made += 1;
    if (text !== '') {
      element.append(text);
      made += 1;
    }
    parent.append(element);
    return element;
  };
  const sentence = (at: number) =>
    Array.from({ length: 8 }, (_, word) => WORDS[(at * 7 + word * 3) % WORDS.length]).join(' ');
  const LABELS = [
    'First name',
    'Last name',
    'E-mail',
    'City',
    'ZIP code',
    'Promo code',
    'Phone',
    'Comment',
    'Order number',
    'Search',
  ];
  const every = Math.floor(nodes / inputs);
  while (made < nodes) {
    const section = make('section', doc.body);
    make('h2', section, sentence(made));
    for (let row = 0; row < 20 && made < nodes; row += 1) {
      const outer = make('div', section);
      const inner = make('div', outer);
      make('p', inner, sentence(made + row));
      make('a', inner, 'Read more');
      if (made % 1000 < 10)
        make('p', make('x-card', inner).attachShadow({ mode: 'open' }), 'A card');
      if (made < fields * every || fields >= inputs) continue;
      const label = make(
        'label',
        inner,
        fields % 15 === 14 ? 'Authentication code' : LABELS[fields % LABELS.length],
      ) as HTMLLabelElement;
      const input = make('input', inner) as HTMLInputElement;
      input.id = `field-${fields}`;
      input.name = `field_${fields}`;
      label.htmlFor = input.id;
      fields += 1;
    }
  }
  return made;
}
