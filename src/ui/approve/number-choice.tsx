import type { NumberPlace } from './asked.ts';
import { numberQuestion, numberSentence } from './sentences.ts';

interface Props {
  readonly numbers: readonly number[];
  readonly numberAt: NumberPlace;
  readonly onPick: (number: number) => void;
}

/** Three numbers, of which the toolbar button or the popup shows one: who has not looked there cannot tell. */
export function NumberChoice({ numbers, numberAt, onPick }: Props) {
  return (
    <fieldset class="numbers" aria-describedby="where-number">
      <legend>{numberQuestion(numberAt)}</legend>
      <p id="where-number" class="quiet-text small">
        {numberSentence(numberAt)}
      </p>
      <div>
        {numbers.map((number) => (
          <button key={number} type="button" data-number={number} onClick={() => onPick(number)}>
            {number}
          </button>
        ))}
      </div>
    </fieldset>
  );
}
