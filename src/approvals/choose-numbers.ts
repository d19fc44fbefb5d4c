import { randomBelow } from '../random-below.ts';

/** Two digits, none of them a leading zero. */
const LEAST = 10;
const MOST = 99;

export interface ChosenNumbers {
  /** The one that the toolbar button shows. */
  readonly number: number;
  /** The three of the window, in the order in which they stand there. */
  readonly numbers: [number, number, number];
}

/** A number to be recognised among three different ones. Neither its value nor its place can be guessed. */
export function chooseNumbers(below: (bound: number) => number = randomBelow): ChosenNumbers {
  const left = Array.from({ length: MOST - LEAST + 1 }, (_, index) => LEAST + index);
  const draw = () => left.splice(below(left.length), 1)[0] ?? LEAST;
  const numbers: [number, number, number] = [draw(), draw(), draw()];
  return { number: numbers[below(numbers.length)] ?? numbers[0], numbers };
}
