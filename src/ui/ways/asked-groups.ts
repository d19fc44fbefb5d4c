import { randomBelow } from '../../random-below.ts';

/** The groups of a recovery code that are typed back, by their places from 0, in order. */
export type AskedGroups = readonly [number, number];

export function groupsOf(recoveryCode: string): readonly string[] {
  return recoveryCode.split('-');
}

/**
 * Two different groups, every pair as likely as any other: who wrote down only some of the code shall not
 * know which are asked for.
 */
export function chooseGroups(count: number): AskedGroups {
  const first = randomBelow(count);
  const other = randomBelow(count - 1);
  const second = other < first ? other : other + 1;
  return first < second ? [first, second] : [second, first];
}

/** Whether as much was typed as is asked for. */
export function isWhole(typed: string, groups: readonly string[], asked: AskedGroups): boolean {
  return asRead(typed).length >= asked.reduce((sum, at) => sum + (groups[at] ?? '').length, 0);
}

/**
 * Which of the two groups is not typed as it stands, by its place from 0; undefined: both are. It is as forgiving as the
 * code itself is read (`crypto/recovery-code.ts`).
 */
export function wrongGroup(
  typed: string,
  groups: readonly string[],
  [first, second]: AskedGroups,
): number | undefined {
  const read = asRead(typed);
  const one = groups[first];
  if (one === undefined || !read.startsWith(asRead(one))) return first;
  const other = groups[second];
  const isRight = other !== undefined && read.slice(one.length) === asRead(other);
  return isRight ? undefined : second;
}

function asRead(typed: string): string {
  return typed.toUpperCase().replace(/[\s-]/gu, '').replaceAll('O', '0').replace(/[IL]/gu, '1');
}
