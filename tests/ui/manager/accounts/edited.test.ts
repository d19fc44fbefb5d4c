import { describe, expect, it } from 'vitest';
import { editedOf, editOf } from '../../../../src/ui/manager/accounts/edited.ts';
import { accountRow } from './account-row.ts';

const row = accountRow({ elsewhere: 'Phone' });
const names = { issuer: 'Microsoft', organisation: 'Contoso', account: row.account };

const edit = (differs: Partial<ReturnType<typeof editedOf>>) =>
  editOf(row, { ...editedOf(row), ...differs });

describe('editOf', () => {
  it('is none where nothing was changed', () => {
    expect(edit({})).toBeUndefined();
    expect(edit({ issuer: ' Microsoft ', elsewhere: 'Phone ' })).toBeUndefined();
    const plain = accountRow();
    expect(editOf(plain, editedOf(plain))).toBeUndefined();
  });

  it.each(['issuer', 'organisation', 'account'] as const)('names all with another %s', (field) => {
    expect(edit({ [field]: ' another ' })).toEqual({
      id: 'one',
      names: { ...names, [field]: 'another' },
    });
  });

  it('describes with another kind', () => {
    expect(edit({ kind: 'guest' })).toEqual({
      id: 'one',
      description: { kind: 'guest', elsewhere: 'Phone' },
    });
  });

  it.each(['Tablet', ''])('describes with %j for where else it lives', (elsewhere) => {
    expect(edit({ elsewhere })).toEqual({ id: 'one', description: { kind: 'work', elsewhere } });
  });

  it.each(['0190a1b2-0000-7000-8000-000000000001', null])('puts it into the group %j', (group) => {
    const grouped = accountRow({ group: 'another' });
    expect(editOf(grouped, { ...editedOf(grouped), group })).toEqual({
      id: 'one',
      group,
    });
  });

  it.each(['iVBO', null])('gives it the picture %j', (image) => {
    const pictured = accountRow({ image: 'another' });
    expect(editOf(pictured, { ...editedOf(pictured), image })).toEqual({
      id: 'one',
      image,
    });
  });

  it('is one request where several were changed', () => {
    expect(edit({ issuer: '', kind: 'other' })).toEqual({
      id: 'one',
      names: { ...names, issuer: '' },
      description: { kind: 'other', elsewhere: 'Phone' },
    });
  });
});
