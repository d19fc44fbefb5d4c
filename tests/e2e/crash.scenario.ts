import { describe, expect, test } from 'vitest';
import { seededRandom, torture } from './torture.ts';
import { useWorld } from './world.ts';

const WRITES = 5;
const KILLS = 5;

describe('a browser that is killed while it writes', () => {
  const world = useWorld();

  test('has lost nothing that it acknowledged', async () => {
    const seed = Math.floor(Math.random() * 2 ** 32);
    const told = [`seed ${seed}`];
    const result = await torture(world().browser, {
      writes: WRITES,
      kills: KILLS,
      random: seededRandom(seed),
      tell: (line) => told.push(line),
    });
    expect(result.lost, told.join('\n')).toBe(0);
    expect(result.kills).toBeGreaterThanOrEqual(KILLS);
    expect(result.acknowledged).toBeGreaterThanOrEqual(WRITES);
  });
});
