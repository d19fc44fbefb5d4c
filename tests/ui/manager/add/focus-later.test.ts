import { afterEach, expect, it, vi } from 'vitest';
import { focusLater } from '../../../../src/ui/manager/add/focus-later.ts';

const BODY = {};
const BUTTON = {};
const FIELD = {};

function focusIs(activeElement: object): void {
  vi.stubGlobal('document', { activeElement, body: BODY });
}

afterEach(() => vi.unstubAllGlobals());

it.each([
  ['stays where it was', BUTTON, true],
  ['is lost with what had it', BODY, true],
  ['was moved by the user', FIELD, false],
])('a focus that %s', (_, now, isMoved) => {
  focusIs(BUTTON);
  const focus = focusLater();
  focusIs(now);
  const element = { focus: vi.fn<() => void>() };
  focus(element as unknown as HTMLElement);
  expect(element.focus).toHaveBeenCalledTimes(isMoved ? 1 : 0);
});
