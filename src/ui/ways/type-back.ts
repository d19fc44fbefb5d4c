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

/** Whether a group was typed as it stands, as forgivingly as the code itself is read (`crypto/recovery-code.ts`). */
export function isGroup(typed: string, group: string | undefined): boolean {
  return group !== undefined && asRead(typed) === asRead(group);
}

function asRead(typed: string): string {
  return typed.toUpperCase().replace(/[\s-]/gu, '').replaceAll('O', '0').replace(/[IL]/gu, '1');
}
