import { describe, expect, it, vi } from 'vitest';
import { getMessage } from '../../messages.ts';

vi.mock('wxt/browser', () => ({ browser: { i18n: { getMessage } } }));

const { cameraSentence } = await import('../../../../src/ui/manager/add/camera-sentence.ts');

describe('why the camera gives no picture', () => {
  it.each([
    ['NotFoundError', /^There is no camera/u],
    ['OverconstrainedError', /^There is no camera/u],
    ['NotAllowedError', /does not let Countersign use the camera/u],
    ['SecurityError', /does not let Countersign use the camera/u],
    ['NotReadableError', /another program/u],
    ['AbortError', /another program/u],
    ['DataError', /^The camera did not start/u],
    ['toString', /^The camera did not start/u],
  ])('is said for %s', (name, sentence) => {
    expect(cameraSentence(new DOMException('test', name))).toMatch(sentence);
  });

  it('is said for what the browser gives no name', () => {
    expect(cameraSentence(new TypeError('test'))).toMatch(/^The camera did not start/u);
  });
});
