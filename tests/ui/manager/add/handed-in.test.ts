import { describe, expect, it } from 'vitest';
import { bringsFiles, pastedOf } from '../../../../src/ui/manager/add/handed-in.ts';

const FILE = new File(['x'], 'code.png', { type: 'image/png' });

function clipboard(text: string, files: readonly File[] = []) {
  const types = [...(text ? ['text/plain'] : []), ...(files.length > 0 ? ['Files'] : [])];
  return { files, types, getData: (type: string) => (type === 'text/plain' ? text : '') };
}

describe('what was pasted', () => {
  it.each([
    ['text on the page', clipboard('otpauth://x'), false, { kind: 'text', text: 'otpauth://x' }],
    ['text in a field, which takes it', clipboard('otpauth://x'), true, undefined],
    ['a picture', clipboard('', [FILE]), false, { kind: 'files', files: [FILE] }],
    [
      'a picture in a field, which takes none',
      clipboard('', [FILE]),
      true,
      { kind: 'files', files: [FILE] },
    ],
    [
      'a picture that is text, too',
      clipboard('x', [FILE]),
      false,
      { kind: 'files', files: [FILE] },
    ],
    ['nothing to read', clipboard(' \n'), false, undefined],
  ])('is told of %s', (_, handed, isIntoField, pasted) => {
    expect(pastedOf(handed, isIntoField)).toEqual(pasted);
  });
});

it('files that are dragged are told from text', () => {
  expect(bringsFiles(clipboard('', [FILE]))).toBe(true);
  expect(bringsFiles(clipboard('x'))).toBe(false);
});
