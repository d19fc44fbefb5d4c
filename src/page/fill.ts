import { isOnShow } from './on-show.ts';

/** One input, or the boxes of one code in order. */
export type Inputs = readonly [HTMLInputElement, ...HTMLInputElement[]];

/** The page's own world, as Firefox lets content scripts see it. */
type PageWorld = Window & typeof globalThis & { readonly wrappedJSObject?: PageWorld };

/** Frames do not come everywhere: after this, the page has had its turn. */
const LONGEST_TURN_MS = 200;

/** Whether a code may be put into the input: it is on show, open for input, and empty. */
export function isFillable(input: HTMLInputElement): boolean {
  return (
    input.isConnected &&
    !input.matches(':disabled') &&
    !input.readOnly &&
    input.value === '' &&
    isOnShow(input)
  );
}

/**
 * Puts a code into an input, or into boxes, as typing would, and reads it back. What does not take it so gets it as if it
 * were pasted, once.
 *
 * @param inPage the same field as the page has it then: a framework may draw it anew as soon as something is typed
 */
export async function fill(
  inputs: Inputs,
  code: string,
  inPage: () => Inputs | undefined = () => inputs,
): Promise<boolean> {
  if (!hasRoomFor(inputs, code) || !inputs.every(isFillable)) return false;
  const now = () => (inputs.every((input) => input.isConnected) ? inputs : inPage());
  // A field that is gone was most likely sent already.
  const isTaken = () => holds(now() ?? inputs, code);
  const hadAll =
    inputs.length === 1 ? type(inputs[0], code, isTaken) : await typeIntoBoxes(code, now, isTaken);
  await pageTurn();
  if (isTaken()) return true;
  // It has what it wanted: the same code once more would be refused.
  if (hadAll && inputs.every(({ value }) => value === '')) return true;
  const field = now();
  if (!field) return false;
  takeBack(field, code);
  if (!field.every(isFillable)) return false;
  paste(field[0], code);
  await pageTurn();
  return isTaken();
}

/** Whether the code stands there, also where the page groups its digits. */
export function holds(inputs: Inputs | undefined, code: string): boolean {
  const held = inputs?.map(({ value }) => value).join('') ?? '';
  return held.replace(/[\s-]/gu, '') === code;
}

function hasRoomFor(inputs: Inputs, code: string): boolean {
  const [{ maxLength }, ...others] = inputs;
  if (others.length > 0) return inputs.length === code.length;
  return maxLength < 0 || maxLength >= code.length;
}

/** The page may answer each digit: move the focus, or draw its boxes anew. */
async function typeIntoBoxes(
  code: string,
  now: () => Inputs | undefined,
  isTaken: () => boolean,
): Promise<boolean> {
  let hadAll = false;
  for (const [index, digit] of [...code].entries()) {
    const box = now()?.[index];
    if (!box || !isFillable(box)) return false;
    hadAll = type(box, digit, isTaken);
    await new Promise((resolve) => setTimeout(resolve));
  }
  return hadAll;
}

/**
 * The prototype's own setter is used, past anything that stands on the element itself, as React's override of
 * `value` does: a change through that would count as one that React knows already.
 *
 * @returns what `isTaken` says before the page hears of it
 */
function type(input: HTMLInputElement, text: string, isTaken: () => boolean): boolean {
  const world = worldOf(input);
  setValue(input, text);
  const wasTaken = isTaken();
  input.dispatchEvent(
    new world.InputEvent('input', {
      bubbles: true,
      composed: true,
      data: text,
      inputType: text === '' ? 'deleteContentBackward' : 'insertText',
    }),
  );
  input.dispatchEvent(new world.Event('change', { bubbles: true }));
  return wasTaken;
}

function setValue(input: HTMLInputElement, text: string): void {
  const { prototype } = worldOf(input).HTMLInputElement;
  Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(input, text);
}

/** What is left of the first try; anything else is not ours to clear. */
function takeBack(inputs: Inputs, code: string): void {
  for (const [index, input] of inputs.entries()) {
    const ours = inputs.length === 1 ? code : code[index];
    if (input.value !== '' && input.value === ours) type(input, '', () => false);
  }
}

/**
 * Chromium takes `clipboardData`, Firefox `data` and `dataType` instead. In Firefox, what a content script puts into an event
 * is kept from the page, so the page's own world makes it there.
 */
function paste(input: HTMLInputElement, code: string): void {
  const world = worldOf(input);
  const { DataTransfer, ClipboardEvent, Object: PageObject } = world.wrappedJSObject ?? world;
  const clipboardData = new DataTransfer();
  clipboardData.setData('text/plain', code);
  const options = Object.assign(new PageObject(), {
    bubbles: true,
    cancelable: true,
    composed: true,
    clipboardData,
    data: code,
    dataType: 'text/plain',
  });
  input.dispatchEvent(new ClipboardEvent('paste', options));
}

/** Of the input's own document: that of a frame, too. */
function worldOf({ ownerDocument }: HTMLInputElement): PageWorld {
  return ownerDocument.defaultView ?? window;
}

/** Until the page has had time to answer what happened to it. */
function pageTurn(): Promise<void> {
  return new Promise((resolve) => {
    const end = () => setTimeout(resolve);
    requestAnimationFrame(end);
    setTimeout(resolve, LONGEST_TURN_MS);
  });
}
