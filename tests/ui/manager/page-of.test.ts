import { describe, expect, it } from 'vitest';
import { askedStretch, PAGE_SIZE, pageFrom } from '../../../src/ui/manager/accounts/page-of.ts';

describe('pageFrom', () => {
  it.each([
    [0, 0, 0],
    [0, 200, 0],
    [50, 200, 50],
    [75, 200, 50],
    // The last account of the last page was deleted.
    [50, 50, 0],
    [200, 200, 150],
    [200, 201, 200],
    [-50, 200, 0],
  ])('%i of %i is on the page from %i', (from, total, expected) => {
    expect(pageFrom(from, total)).toBe(expected);
  });
});

describe('askedStretch', () => {
  it('has the neighbours that a move needs', () => {
    expect(askedStretch(0)).toEqual({ from: 0, count: PAGE_SIZE + 2 });
    expect(askedStretch(50)).toEqual({ from: 49, count: PAGE_SIZE + 3 });
  });
});
