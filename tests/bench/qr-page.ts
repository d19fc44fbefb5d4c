import { Canvas, type Colour, type Random, type Rectangle } from './qr-canvas.ts';

export interface PageLook {
  readonly width: number;
  readonly height: number;
  readonly background: Colour;
  readonly ink: Colour;
}

export const LIGHT_PAGE = { background: [250, 250, 252], ink: [40, 44, 52] } as const;
export const DARK_PAGE = { background: [12, 13, 16], ink: [205, 208, 214] } as const;

/** A page as it may be around a code: a bar, boxes, paragraphs of strokes like letters, icons, a picture. */
export function paintPage({ width, height, background, ink }: PageLook, random: Random): Canvas {
  const canvas = new Canvas(width, height, background);
  const accent: Colour = [random() * 200, random() * 200, 100 + random() * 155];
  canvas.rectangle({ x: 0, y: 0, width, height: 48 }, accent);
  for (let icon = 0; icon < 8; icon += 1) canvas.disc(40 + icon * 44, 24, 12, background);
  const columns = 2 + Math.floor(random() * 2);
  for (let column = 0; column < columns; column += 1) {
    const x = 40 + (column * (width - 60)) / columns;
    for (let y = 80; y < height - 40; ) {
      y += paintBlock(canvas, { x, y, width: (width - 60) / columns - 40, height: 0 }, ink, random);
    }
  }
  return canvas;
}

/** Paints something at a place; gives how far down it reaches. */
function paintBlock(canvas: Canvas, place: Rectangle, ink: Colour, random: Random): number {
  const kind = random();
  if (kind < 0.7) return paintParagraph(canvas, place, ink, random);
  if (kind < 0.8) {
    const height = 40 + random() * 60;
    canvas.rectangle({ ...place, height }, ink);
    canvas.rectangle(
      { x: place.x + 2, y: place.y + 2, width: place.width - 4, height: height - 4 },
      [random() * 255, random() * 255, random() * 255],
    );
    return height + 20;
  }
  if (kind < 0.9) return paintPicture(canvas, place, random);
  canvas.disc(place.x + 20, place.y + 20, 16, [random() * 255, random() * 255, random() * 255]);
  canvas.rectangle({ x: place.x + 50, y: place.y + 14, width: 120, height: 12 }, ink);
  return 56;
}

/** Strokes and rings in the rhythm of letters. */
function paintParagraph(canvas: Canvas, place: Rectangle, ink: Colour, random: Random): number {
  const letter = 8 + Math.floor(random() * 10);
  const lines = 1 + Math.floor(random() * 6);
  const pen = Math.max(1, Math.round(letter / 8));
  for (let line = 0; line < lines; line += 1) {
    const y = place.y + line * letter * 1.7;
    for (let x = place.x; x < place.x + place.width * (0.6 + random() * 0.4); x += letter * 0.7) {
      if (random() < 0.15) continue;
      const width = letter * 0.5;
      const upright = { y, width: pen, height: letter };
      if (random() < 0.8) canvas.rectangle({ ...upright, x }, ink);
      if (random() < 0.5) canvas.rectangle({ ...upright, x: x + width - pen }, ink);
      for (const share of [0, 0.5, 1]) {
        if (random() > 0.5) continue;
        canvas.rectangle({ x, y: y + (letter - pen) * share, width, height: pen }, ink);
      }
    }
  }
  return lines * letter * 1.7 + 24;
}

/** Shades that run into one another, with grain: a photograph on the page. */
function paintPicture(canvas: Canvas, place: Rectangle, random: Random): number {
  const height = 80 + Math.floor(random() * 120);
  const width = Math.min(place.width, height * 1.6);
  const [a, b] = [0.01 + random() * 0.05, 0.01 + random() * 0.05];
  for (let y = 0; y < height; y += 2) {
    for (let x = 0; x < width; x += 2) {
      const shade =
        128 + 60 * Math.sin(x * a + y * b) + 50 * Math.cos(y * a - x * b) + random() * 40;
      canvas.rectangle({ x: place.x + x, y: place.y + y, width: 2, height: 2 }, [
        shade,
        shade * 0.8,
        255 - shade,
      ]);
    }
  }
  return height + 24;
}
