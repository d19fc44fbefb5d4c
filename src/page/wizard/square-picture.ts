import { isVisible } from '../visible.ts';

/** CSS pixels; as in `pictures.ts`, which reads them. */
const LEAST_SIDE = 80;
const GREATEST_RATIO = 1.25;

const DRAWN = 'img, canvas, svg';
const PAINTED = 'div, span, i, td, figure';

/** Whether something square is on show that may be a QR code. */
export function showsSquarePicture(part: ParentNode): boolean {
  return (
    [...part.querySelectorAll(DRAWN)].some(isSquare) ||
    [...part.querySelectorAll(PAINTED)].some((element) => isSquare(element) && isPainted(element))
  );
}

function isSquare(element: Element): boolean {
  const { width, height } = element.getBoundingClientRect();
  const [shorter, longer] = width < height ? [width, height] : [height, width];
  return shorter >= LEAST_SIDE && longer / shorter <= GREATEST_RATIO && isVisible(element);
}

function isPainted(element: Element): boolean {
  return getComputedStyle(element).backgroundImage.startsWith('url(');
}
