import { expect, it } from 'vitest';
import { screenshotOf } from '../../src/qr/screenshot.ts';

it.each(['png', 'jpeg'])('a %s screenshot is taken out of its address', async (kind) => {
  const file = screenshotOf(`data:image/${kind};base64,AAEC/w==`);
  expect(file.type).toBe(`image/${kind}`);
  expect([...new Uint8Array(await file.arrayBuffer())]).toEqual([0, 1, 2, 255]);
});

it.each([
  '',
  'data:image/svg+xml;base64,AAEC',
  'data:image/png,AAEC',
  'data:image/png;base64,*',
  'https://contoso.example/a.png',
  'x data:image/png;base64,AAEC',
])('%j is no screenshot', (address) => {
  expect(() => screenshotOf(address)).toThrow(
    expect.objectContaining({ name: 'Fault', code: 'malformed' }),
  );
});
