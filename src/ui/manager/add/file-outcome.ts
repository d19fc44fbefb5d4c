import { Fault, type FaultCode } from '../../../fault.ts';
import { faultSentence } from '../../fault-sentence.ts';
import { t, tn } from '../../i18n.ts';

/** What came of one file: how many codes it held, or why it was not read. */
export type FileOutcome =
  | { readonly name: string; readonly codes: number }
  | { readonly name: string; readonly fault: FaultCode };

export function failedFile(name: string, error: unknown): FileOutcome {
  return { name, fault: error instanceof Fault ? error.code : 'internal' };
}

/** Whether the user has to do something else with the file. */
export function isUnread(outcome: FileOutcome): boolean {
  return 'fault' in outcome || outcome.codes === 0;
}

export function fileSentence(outcome: FileOutcome): string {
  const { name } = outcome;
  if ('fault' in outcome) {
    return outcome.fault === 'not-an-image'
      ? t('fileNotImage', name)
      : t('fileFailed', name, faultSentence(outcome.fault));
  }
  if (outcome.codes === 0) return t('fileNoCode', name);
  return tn('fileCodes', outcome.codes, name);
}
