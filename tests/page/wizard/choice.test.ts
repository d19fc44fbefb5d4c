import { beforeEach, describe, expect, it, vi } from 'vitest';
import { choiceFinder } from '../../../src/page/wizard/choice.ts';
import { TABLES } from '../../../src/page/wizard/tables.ts';

type Mark = 'add-icon' | 'test-id' | 'hidden' | 'disabled';

/** As much of a button as is asked for. */
class Button {
  readonly innerText: string;
  readonly marks: readonly Mark[];

  constructor(innerText: string, marks: readonly Mark[] = []) {
    this.innerText = innerText;
    this.marks = marks;
  }

  getAttribute = () => null;
  closest = () => null;
  matches = (selector: string) => selector === ':disabled' && this.marks.includes('disabled');
  checkVisibility = () => !this.marks.includes('hidden');
  getBoundingClientRect = () => ({ width: 80, height: 30 });
}

/** A part of a page that holds these buttons. */
function partOf(buttons: readonly Button[]): ParentNode {
  const querySelectorAll = (selector: string) => {
    if (selector.includes('add-method-button')) return marked(buttons, 'test-id');
    return selector.includes('data-icon-name') ? marked(buttons, 'add-icon') : buttons;
  };
  return { querySelectorAll } as unknown as ParentNode;
}

function marked(buttons: readonly Button[], mark: Mark): Button[] {
  return buttons.filter(({ marks }) => marks.includes(mark));
}

const BY_ID = new Button('Informazioni', ['test-id']);
const BY_NAME = new Button('Add sign-in method');
const BY_LOOKS = new Button('Aggiungi', ['add-icon']);
const OTHER = new Button('Aggiungi dispositivo', ['add-icon']);
const UNSEEN = new Button('Aggiungi', ['add-icon', 'hidden']);
const CLOSED = new Button('Aggiungi', ['add-icon', 'disabled']);

beforeEach(() => {
  vi.stubGlobal('HTMLElement', Button);
  for (const name of ['HTMLInputElement', 'HTMLSelectElement', 'HTMLOptionElement']) {
    vi.stubGlobal(name, class {});
  }
  vi.stubGlobal('HTMLAnchorElement', class {});
  return () => vi.unstubAllGlobals();
});

describe('the button that adds a method is', () => {
  it.each<[string, Button | undefined, Button[]]>([
    ['the marked one', BY_ID, [BY_LOOKS, BY_NAME, BY_ID]],
    ['else the one of that name', BY_NAME, [BY_LOOKS, BY_NAME]],
    ['else the only one that looks like it', BY_LOOKS, [new Button('Help'), BY_LOOKS, UNSEEN]],
    ['none of several that look like it', undefined, [BY_LOOKS, OTHER]],
    ['not one that stays when the other cannot be chosen', undefined, [OTHER, CLOSED]],
    ['none that cannot be chosen', undefined, [CLOSED]],
  ])('%s', (_, expected, buttons) => {
    expect(choiceFinder(partOf(buttons), TABLES['security-info'])('add-method')).toBe(expected);
  });
});
