import * as v from 'valibot';
import { Fault } from '../fault.ts';

/** Checked by hand: a schema for each of ten thousand entries would take longer than all the rest. */
export const textsColumn = v.custom<string[]>((value) =>
  isColumn(value, (each) => typeof each === 'string'),
);
export const numbersColumn = v.custom<number[]>((value) => isColumn(value, Number.isSafeInteger));

/** Values that few accounts have: the account's place, and its value. */
export const sparseNumbers = v.array(v.tuple([v.number(), v.number()]));
export const sparseTexts = v.array(v.tuple([v.number(), v.string()]));

/** The texts of a column of texts that hold no space. */
export function entriesOf(joined: string): string[] {
  return joined === '' ? [] : joined.split(' ');
}

/** @throws Fault `damaged` where there is no row at that place */
export function entry<Value>(rows: readonly Value[], at: number | undefined, field: string): Value {
  const row = rows[at ?? -1];
  if (row === undefined) throw new Fault('damaged', 'a column names no entry', field);
  return row;
}

/** @throws Fault `damaged` where the columns do not belong together */
export function requireEven(
  count: number,
  columns: Readonly<Record<string, readonly unknown[]>>,
): void {
  const uneven = Object.entries(columns).find(([, { length }]) => length !== count);
  if (uneven) throw new Fault('damaged', 'the columns differ in length', uneven[0]);
}

function isColumn(value: unknown, fits: (each: unknown) => boolean): boolean {
  return Array.isArray(value) && value.every(fits);
}
