import { describe, expect, it, vi } from 'vitest';
import { Fault } from '../../../../src/fault.ts';
import { EMPTY_FORM, type TypedField } from '../../../../src/ui/manager/add/typed-request.ts';
import { getMessage } from '../../messages.ts';

vi.mock('wxt/browser', () => ({ browser: { i18n: { getMessage } } }));

const { faultAt, typedFault } = await import('../../../../src/ui/manager/add/typed-fault.ts');

describe('what is wrong with what was typed', () => {
  it.each(Object.keys(EMPTY_FORM) as TypedField[])('has a sentence at the field %s', (field) => {
    expect(faultAt(field).sentence).toMatch(/\.$/u);
    expect(typedFault(new Fault('invalid', 'test', field))).toEqual(faultAt(field));
  });

  it('tells a key that is missing from one that is wrong', () => {
    const missing = typedFault(new Fault('missing', 'test', 'secret'));
    expect(missing?.sentence).toMatch(/^Type the set-up key/u);
    expect(faultAt('secret').sentence).not.toBe(missing?.sentence);
  });

  it.each([
    ['another fault', new Fault('locked', 'test')],
    ['another fault of a field', new Fault('unsupported', 'test', 'secret')],
    ['a fault of another field', new Fault('invalid', 'test', 'label')],
    ['a fault of no field', new Fault('invalid', 'test')],
    ['a field of every object', new Fault('invalid', 'test', 'toString')],
    ['an error', new Error('test')],
  ])('is not %s', (_, error) => {
    expect(typedFault(error)).toBeUndefined();
  });
});
