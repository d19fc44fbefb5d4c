import { Fault } from '../../../fault.ts';
import { type MessageKey, t } from '../../i18n.ts';
import { EMPTY_FORM, type TypedField } from './typed-request.ts';

/** What is wrong with what was typed: at which field, in words. */
export interface TypedFault {
  readonly field: TypedField;
  readonly sentence: string;
}

const SENTENCES: Readonly<Record<TypedField, MessageKey>> = {
  type: 'typedWrongType',
  issuer: 'typedWrongName',
  account: 'typedWrongName',
  secret: 'typedWrongKey',
  algorithm: 'typedWrongType',
  digits: 'typedWrongDigits',
  period: 'typedWrongPeriod',
  counter: 'typedWrongCounter',
};

export function faultAt(field: TypedField, isMissing = false): TypedFault {
  const isKeyMissing = field === 'secret' && isMissing;
  return { field, sentence: isKeyMissing ? t('typedNoKey') : t(SENTENCES[field]) };
}

/** What the background refused of the form; undefined where the fault lies elsewhere. */
export function typedFault(error: unknown): TypedFault | undefined {
  if (!(error instanceof Fault) || (error.code !== 'missing' && error.code !== 'invalid')) {
    return undefined;
  }
  const { field, code } = error;
  return isField(field) ? faultAt(field, code === 'missing') : undefined;
}

function isField(field: string | undefined): field is TypedField {
  return field !== undefined && Object.hasOwn(EMPTY_FORM, field);
}
