import { afterEach, describe, expect, it, vi } from 'vitest';
import { boundedSize, readImage } from '../../src/qr/image.ts';

afterEach(() => vi.unstubAllGlobals());

describe('a picture', () => {
  it.each([
    [{ width: 1, height: 1 }],
    [{ width: 3840, height: 2160 }],
    [{ width: 1400, height: 15_000 }],
  ])('of %j is read as large as it is', (size) => {
    expect(boundedSize(size)).toEqual(size);
  });

  it.each([
    [{ width: 20_000, height: 20_000 }],
    [{ width: 60_000, height: 100 }],
    [{ width: 65_535, height: 1 }],
  ])('of %j is scaled down, as a whole', (size) => {
    const { width, height } = boundedSize(size);
    expect(width * height).toBeLessThanOrEqual(24_000_000);
    expect(Math.max(width, height)).toBeLessThanOrEqual(32_000);
    expect(height).toBeGreaterThanOrEqual(1);
    // To a pixel.
    expect(Math.abs(width / size.width - height / size.height) * size.height).toBeLessThanOrEqual(
      1,
    );
  });

  it('that is a drawing is refused without a look at it', async () => {
    const createImageBitmap = vi.fn();
    vi.stubGlobal('createImageBitmap', createImageBitmap);
    await expect(readImage(new Blob([''], { type: 'image/svg+xml' }))).rejects.toMatchObject({
      code: 'not-an-image',
    });
    expect(createImageBitmap).not.toHaveBeenCalled();
  });

  it('that the browser cannot read is refused', async () => {
    vi.stubGlobal('createImageBitmap', async () => {
      throw new DOMException('no', 'InvalidStateError');
    });
    await expect(readImage(new Blob(['text']))).rejects.toMatchObject({
      name: 'Fault',
      code: 'not-an-image',
    });
  });
});
