import { describe, expect, it } from 'vitest';
import { InOrder } from '../../src/ui/in-order.ts';

describe('InOrder', () => {
  it('lets answers through in the order of their questions', () => {
    const order = new InOrder();
    const [first, second] = [order.ask(), order.ask()];
    expect([first(), second()]).toEqual([true, true]);
  });

  it('drops one that comes after the answer to a later question', () => {
    const order = new InOrder();
    const [first, second, third] = [order.ask(), order.ask(), order.ask()];
    expect([second(), first(), third()]).toEqual([true, false, true]);
  });

  it('counts no answer twice', () => {
    const answer = new InOrder().ask();
    expect([answer(), answer()]).toEqual([true, false]);
  });
});
