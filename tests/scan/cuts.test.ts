import { describe, expect, it } from 'vitest';
import { cutsOf, sizeOfPng } from '../../src/scan/cuts.ts';
import { PNG } from './screenshot.ts';

const VIEWPORT = { width: 1000, height: 500 };

describe('a cut', () => {
  it.each([
    [1, { x: 84, y: 184, width: 232, height: 132 }],
    [2, { x: 168, y: 368, width: 464, height: 264 }],
    [1.5, { x: 126, y: 276, width: 348, height: 198 }],
  ])('is in pixels of the picture, %s to a CSS pixel, with a margin', (scale, expected) => {
    const rect = { x: 100, y: 200, width: 200, height: 100 };
    expect(cutsOf([rect], VIEWPORT, { width: 1000 * scale, height: 500 * scale })).toEqual([
      expected,
    ]);
  });

  it('is whole pixels and holds all of the element', () => {
    const rect = { x: 100.3, y: 80.7, width: 200.2, height: 199.9 };
    const [cut] = cutsOf([rect], VIEWPORT, { width: 1250, height: 625 });
    expect(cut).toEqual({ x: 105, y: 80, width: 291, height: 291 });
  });

  it('ends where the picture ends, and there is none outside', () => {
    const rects = [
      { x: -50, y: -50, width: 5000, height: 5000 },
      { x: 0, y: 517, width: 10, height: 10 },
      { x: -100, y: 0, width: 10, height: 10 },
    ];
    expect(cutsOf(rects, VIEWPORT, VIEWPORT)).toEqual([{ x: 0, y: 0, width: 1000, height: 500 }]);
  });
});

describe('the size of a PNG', () => {
  it('is read from its head', () => {
    expect(sizeOfPng(PNG)).toEqual({ width: 1500, height: 750 });
  });

  it.each([
    '',
    'data:image/jpeg;base64,AAAA',
    'data:image/png;base64,',
    'data:image/png;base64,iVBO',
  ])('is not known of %j', (dataUrl) => {
    expect(sizeOfPng(dataUrl)).toBeUndefined();
  });
});
