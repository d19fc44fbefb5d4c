/**
 * Answers overtake each other: one that comes after the answer to a later question is out of date. One that
 * comes before it is good, so that a list that is asked for at every key press is never empty for long.
 */
export class InOrder {
  #asked = 0;
  #answered = 0;

  /** To be called when a question is asked; what it returns, when the answer is there: whether it counts. */
  ask(): () => boolean {
    this.#asked += 1;
    const turn = this.#asked;
    return () => {
      if (turn <= this.#answered) return false;
      this.#answered = turn;
      return true;
    };
  }
}
