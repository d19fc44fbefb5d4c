import fc from 'fast-check';
import { expect, it } from 'vitest';
import { argon2Cost } from '../../src/crypto/passphrase-cost.ts';

it.each([
  // Three passes take longer than half a second: a slow computer gets the floor.
  [60_000, 3],
  [501, 3],
  [500, 3],
  // The nearest whole number to 1500 / time.
  [429, 3],
  [428, 4],
  [375, 4],
  [300, 5],
  [250, 6],
  [150, 10],
  [100, 15],
  [96.8, 15],
  [96.7, 16],
  // The ceiling, beyond which no slot is opened.
  [93, 16],
  [50, 16],
  [1, 16],
  [0.1, 16],
  // A clock that is held coarse, or was set back.
  [0, 16],
  [-5, 16],
])('where the floor takes %d ms, a new slot takes %i passes', (floorMs, passes) => {
  expect(argon2Cost(floorMs)).toEqual({ memoryKiB: 65_536, passes, parallelism: 1 });
});

it('is a whole number of passes that a header may hold, after any time', () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true }), (floorMs) => {
      const { passes } = argon2Cost(floorMs);
      expect(Number.isInteger(passes)).toBe(true);
      expect(passes).toBeGreaterThanOrEqual(3);
      expect(passes).toBeLessThanOrEqual(16);
    }),
  );
});

it('asks for no less on a faster computer', () => {
  const time = fc.double({ min: 0, max: 10_000, noNaN: true });
  fc.assert(
    fc.property(time, time, (one, other) => {
      const [faster, slower] = [Math.min(one, other), Math.max(one, other)];
      expect(argon2Cost(faster).passes).toBeGreaterThanOrEqual(argon2Cost(slower).passes);
    }),
  );
});
