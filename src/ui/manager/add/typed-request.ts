import type { Request } from '../../../messages/protocol.ts';
import { bareKey } from './grouped-key.ts';

/** The page that it is typed on is told when it is sent. */
export type TypedAccount = Omit<Request<'intake.type'>, 'page'>;

/** The form as it is filled in: numbers, too, are texts as long as they are typed. */
export interface TypedForm {
  readonly type: TypedAccount['type'];
  readonly issuer: string;
  readonly account: string;
  readonly secret: string;
  readonly algorithm: TypedAccount['algorithm'];
  readonly digits: string;
  readonly period: string;
  readonly counter: string;
}
export type TypedField = keyof TypedForm;

/** What nearly every site uses. */
export const EMPTY_FORM: TypedForm = {
  type: 'totp',
  issuer: '',
  account: '',
  secret: '',
  algorithm: 'SHA1',
  digits: '6',
  period: '30',
  counter: '0',
};

/** The fields that a kind of code has; Steam's parameters are fixed. */
export const FIELDS_OF: Readonly<Record<TypedForm['type'], readonly TypedField[]>> = {
  totp: ['algorithm', 'digits', 'period'],
  hotp: ['algorithm', 'digits', 'counter'],
  steam: [],
};

/** The request that the form makes, or the field that holds no number where its kind of code wants one. */
export function typedRequest(
  form: TypedForm,
): { readonly request: TypedAccount } | { readonly wrong: 'period' | 'counter' } {
  const fields = FIELDS_OF[form.type];
  for (const field of ['period', 'counter'] as const) {
    if (fields.includes(field) && !/^\d{1,15}$/u.test(form[field].trim())) return { wrong: field };
  }
  // What its kind of code does not have, the background leaves aside.
  const number = (field: 'digits' | 'period' | 'counter') =>
    Number(fields.includes(field) ? form[field] : EMPTY_FORM[field]);
  return {
    request: {
      ...form,
      secret: bareKey(form.secret),
      digits: number('digits'),
      period: number('period'),
      counter: number('counter'),
    },
  };
}
