import { vi } from 'vitest';
import type { ReleaseAnswer } from '../../src/messages/protocol.ts';
import type { CodeField } from '../../src/page/detector/field.ts';
import type { Found } from '../../src/page/found.ts';

/** A document for those who attend it: what it shows is set by the test, and what is done to it is counted. */
export class FakePage {
  found: Found = {};
  byHand: CodeField | undefined;
  anew: CodeField | undefined;
  readonly submit = vi.fn<(field: CodeField) => void>();
  readonly toList = vi.fn<() => HTMLElement | undefined>();
  readonly toCode = vi.fn<() => HTMLElement | undefined>();
  readonly find = () => this.found;
  readonly shown = () => ({ shown: ['alex@example.com'] });
  readonly findByHand = () => this.byHand;
  readonly findAnew = () => this.anew;
}

/** As much of an input as is asked for: what is done to a real one is `fill`'s. */
export function newField(kind: CodeField['kind'] = 'app'): CodeField {
  const input = { isConnected: true, value: '' } as HTMLInputElement;
  return { kind, score: 10, inputs: [input] };
}

/** The page takes it away. */
export function take({ inputs }: CodeField): void {
  for (const input of inputs) Object.assign(input, { isConnected: false });
}

export const CODE: ReleaseAnswer = { kind: 'code', code: '123456', submit: false };
export const NONE: ReleaseAnswer = { kind: 'none' };
