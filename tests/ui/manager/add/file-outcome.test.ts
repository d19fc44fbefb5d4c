import { describe, expect, it, vi } from 'vitest';
import { Fault } from '../../../../src/fault.ts';
import { getMessage } from '../../messages.ts';

vi.mock('wxt/browser', () => ({ browser: { i18n: { getMessage } } }));

const { failedFile, fileSentence, isUnread } = await import(
  '../../../../src/ui/manager/add/file-outcome.ts'
);

const NAME = 'photo.png';

describe('what came of a file', () => {
  it.each([
    [{ name: NAME, codes: 0 }, /^No QR code could be read in photo\.png\./u, true],
    [{ name: NAME, codes: 1 }, /^1 QR code read in photo\.png\.$/u, false],
    [{ name: NAME, codes: 3 }, /^3 QR codes read in photo\.png\.$/u, false],
    [failedFile(NAME, new Fault('not-an-image', 'test')), /^photo\.png is not a picture/u, true],
    [failedFile(NAME, new Error('test')), /^photo\.png could not be read\. Something/u, true],
  ])('%j is said', (outcome, sentence, unread) => {
    expect(fileSentence(outcome)).toMatch(sentence);
    expect(isUnread(outcome)).toBe(unread);
  });
});
