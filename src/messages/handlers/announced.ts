import { Fault, type FaultCode } from '../../fault.ts';

const UNSAVED: readonly FaultCode[] = [
  'not-saved',
  'storage-full',
  'storage-blocked',
  'storage-unavailable',
];

/** Has all pages ask again when a change was saved, and when it could not be; not when it was refused. */
export async function announced<Result>(
  change: Promise<Result>,
  announceChange: () => void,
): Promise<Result> {
  try {
    const result = await change;
    announceChange();
    return result;
  } catch (error) {
    if (error instanceof Fault && UNSAVED.includes(error.code)) announceChange();
    throw error;
  }
}
