import { useRef } from 'preact/hooks';
import { codeSentence } from './code-sentence.ts';
import type { CurrentCode, TimedAccount } from './codes.ts';

interface Props {
  readonly account: TimedAccount;
  readonly current: CurrentCode | undefined;
  readonly isNextWanted: boolean;
  /** Codes are hidden, and the user has asked for this one. */
  readonly isShown: boolean;
}

/**
 * Reads out what becomes of the code in the row that has the focus. What was so when the focus came, the row itself has
 * told.
 */
export function SpokenCode({ account, current, isNextWanted, isShown }: Props) {
  const region = useRef<HTMLSpanElement>(null);
  const sentence = codeSentence(account, current, isNextWanted, isShown);
  const atFirst = useRef(sentence);
  // The focus may have left, and the search is not to be talked over.
  const isHeard = region.current?.closest('.code-row')?.matches(':focus-within') ?? false;
  return (
    <span ref={region} class="visually-hidden" role="status">
      {isHeard && sentence !== atFirst.current ? sentence : ''}
    </span>
  );
}
