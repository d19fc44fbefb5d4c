import { describe, expect, it } from 'vitest';
import { editedOf, editsOf } from '../../../../src/ui/manager/accounts/edited.ts';
import { accountRow } from './account-row.ts';

const row = accountRow({ elsewhere: 'Phone' });
const names = { id: 'one', issuer: 'Microsoft', organisation: 'Contoso', account: row.account };

const edits = (differs: Partial<ReturnType<typeof editedOf>>) =>
  editsOf(row, { ...editedOf(row), ...differs });

describe('editsOf', () => {
  it('is nothing where nothing was changed', () => {
    expect(edits({})).toEqual({});
    expect(edits({ issuer: ' Microsoft ', elsewhere: 'Phone ' })).toEqual({});
    const plain = accountRow();
    expect(editsOf(plain, editedOf(plain))).toEqual({});
  });

  it.each(['issuer', 'organisation', 'account'] as const)('names all with another %s', (field) => {
    expect(edits({ [field]: ' another ' })).toEqual({ rename: { ...names, [field]: 'another' } });
  });

  it('describes with another kind', () => {
    expect(edits({ kind: 'guest' })).toEqual({
      describe: { id: 'one', kind: 'guest', elsewhere: 'Phone' },
    });
  });

  it.each(['Tablet', ''])('describes with %j for where else it lives', (elsewhere) => {
    expect(edits({ elsewhere })).toEqual({ describe: { id: 'one', kind: 'work', elsewhere } });
  });

  it.each(['0190a1b2-0000-7000-8000-000000000001', null])('puts it into the group %j', (group) => {
    const grouped = accountRow({ group: 'another' });
    expect(editsOf(grouped, { ...editedOf(grouped), group })).toEqual({
      setGroup: { ids: ['one'], group },
    });
  });

  it.each(['iVBO', null])('gives it the picture %j', (image) => {
    const pictured = accountRow({ image: 'another' });
    expect(editsOf(pictured, { ...editedOf(pictured), image })).toEqual({
      setImage: { id: 'one', image },
    });
  });

  it('does both where both were changed', () => {
    expect(edits({ issuer: '', kind: 'other' })).toEqual({
      rename: { ...names, issuer: '' },
      describe: { id: 'one', kind: 'other', elsewhere: 'Phone' },
    });
  });
});
