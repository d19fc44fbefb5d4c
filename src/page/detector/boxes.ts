import { hostOf, takesCode } from './typed-inputs.ts';

/** Sizes of codes that are spread over boxes. */
const FEWEST = 4;
const MOST = 10;

/** A box holds one character: wider ones, in CSS pixels, are fields of their own. */
const WIDEST_BOX = 90;

export type Group = readonly [HTMLInputElement, ...HTMLInputElement[]];

/**
 * Puts the boxes of one code together; every other input that may hold a code stays alone. Boxes follow each other, are alike
 * and lie in one part of the page, perhaps in two halves with something drawn in between.
 */
export function groupBoxes(inputs: readonly HTMLInputElement[]): readonly Group[] {
  const groups: Group[] = [];
  for (const run of joinHalves(runsOf(inputs))) {
    const [first, ...others] = run;
    if (!first) continue;
    if (areBoxes(run)) groups.push([first, ...others]);
    else groups.push(...run.map((input): Group => [input]));
  }
  return groups;
}

type Run = readonly HTMLInputElement[];

function runsOf(inputs: readonly HTMLInputElement[]): Run[] {
  const runs: HTMLInputElement[][] = [];
  let part: Node | undefined;
  let previous: HTMLInputElement | undefined;
  for (const input of inputs) {
    // Most are far apart, which is found out soonest.
    const near = previous && partOf(previous, input);
    const together = previous && near && areAlike(previous, input) ? near : undefined;
    const run = runs.at(-1);
    if (together && run && (run.length === 1 || together === part)) run.push(input);
    else runs.push([input]);
    part = together;
    previous = input;
  }
  return runs.filter(([first]) => first && takesCode(first));
}

/** Levels above a box in which the next one lies. */
const NEAREST = 4;

/** A document, or a shadow root, may be that part itself. What lies in shadow roots of its own is where its host is. */
function partOf(one: Element, other: Element): Node | undefined {
  if (one.getRootNode() !== other.getRootNode()) {
    const [host, next] = [hostOf(one), hostOf(other)];
    return host && next && partOf(host, next);
  }
  let part = one.parentNode;
  for (let level = 0; part && level < NEAREST; level += 1) {
    if (part.contains(other)) return part;
    part = part.parentNode;
  }
  return undefined;
}

function joinHalves(runs: readonly Run[]): readonly Run[] {
  const joined: Run[] = [];
  for (const run of runs) {
    const before = joined.at(-1);
    if (before && areHalves(before, run)) joined.splice(-1, 1, [...before, ...run]);
    else joined.push(run);
  }
  return joined;
}

function areHalves(one: Run, other: Run): boolean {
  const [last, first] = [one.at(-1), other[0]];
  if (!last || !first || one.length !== other.length || one.length < 2 || one.length > MOST / 2) {
    return false;
  }
  return areAlike(last, first) && partOf(last, first) !== undefined && isOneCharacter(first);
}

function areAlike(one: HTMLInputElement, other: HTMLInputElement): boolean {
  if (one.type !== other.type) return false;
  return (
    (one.className !== '' && one.className === other.className) ||
    (one.maxLength === 1 && other.maxLength === 1) ||
    one.getRootNode() !== other.getRootNode() ||
    isNextName(one, other)
  );
}

/** `code1`, `code2`; `otp[0]`, `otp[1]`; the same name. */
function isNextName(one: HTMLInputElement, other: HTMLInputElement): boolean {
  const pairs = [
    [one.id, other.id],
    [one.name, other.name],
    [one.ariaLabel ?? '', other.ariaLabel ?? ''],
  ] as const;
  return pairs.some(([a, b]) => a !== '' && a.replace(/\d+/gu, '') === b.replace(/\d+/gu, ''));
}

function isOneCharacter({ maxLength, size, pattern }: HTMLInputElement): boolean {
  return maxLength === 1 || size === 1 || /^\^?(?:\\d|\[\S+\])(?:\{1\})?\$?$/u.test(pattern);
}

function areBoxes(run: Run): boolean {
  if (run.length < FEWEST || run.length > MOST) return false;
  // The first often takes more, so that all can be pasted there.
  const single = run.filter(isOneCharacter).length;
  if (single >= run.length - 1) return true;
  if (run.some(({ maxLength }, at) => at > 0 && maxLength > 1)) return false;
  const widths = run.map((input) => input.getBoundingClientRect().width);
  const widest = Math.max(...widths);
  return widest > 0 && widest <= WIDEST_BOX && widest - Math.min(...widths) < 4;
}
