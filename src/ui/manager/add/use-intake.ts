import { type Signal, useSignal } from '@preact/signals';
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { send } from '../../../messages/client.ts';
import type { Response } from '../../../messages/protocol.ts';
import { Queue } from '../../../queue.ts';
import { type Confirmed, isAccount, type ShownFinding } from '../../enrolment/finding.ts';
import { t, tn } from '../../i18n.ts';
import { useAsked } from '../../use-asked.ts';
import { useAttempt } from '../../use-attempt.ts';
import { inPortions } from '../in-portions.ts';
import { useWorking, type Working } from '../use-working.ts';
import { type Added, addedSummary } from './added-summary.ts';
import { foundSentence, newlyFound } from './newly-found.ts';
import { textPortions } from './texts.ts';
import type { TypedAccount } from './typed-request.ts';

type Found = Response<'intake.get'>;

const NOTHING: Found = { findings: [] };

/** Accounts that are added in one change: as many as are sealed in a moment, and more than most people have. */
const ADDED_AT_ONCE = 500;

export interface Intake {
  readonly shown: Signal<Found | undefined>;
  /** What was read or added last, in a sentence. */
  readonly said: Signal<string>;
  /** What became of each account that was added last. */
  readonly added: Signal<readonly Added[]>;
  readonly problem: Signal<string>;
  /** What takes its time: reading, or adding. */
  readonly working: Signal<Working | undefined>;
  /**
   * Has texts read, and gives what they come to that was not there before; undefined where it failed, which is said.
   *
   * @param keep whether what is shown stays where nothing of it waits to be added
   */
  read(texts: readonly string[], keep: boolean): Promise<readonly ShownFinding[] | undefined>;
  /** @throws Fault `missing`, `invalid` with the field */
  type(typed: TypedAccount): Promise<void>;
  /** Many are added portion by portion, and may be stopped in between. Resolves to whether any was. */
  add(confirmed: readonly Confirmed[]): Promise<boolean>;
  clear(): Promise<void>;
}

/**
 * What the user handed in on this page, and what became of it. The background holds it, since it holds secrets, under an id
 * that the page makes; it is told to forget it when the page is left.
 */
export function useIntake(): Intake {
  const { problem, attempt } = useAttempt();
  const [page] = useState(() => crypto.randomUUID());
  const askIntake = useCallback(() => send('intake.get', { page }), [page]);
  const { shown, refresh } = useAsked(askIntake, problem);
  const said = useSignal('');
  const added = useSignal<readonly Added[]>([]);
  const { working, run } = useWorking();
  // One after the other: what is new is told from what was there before.
  const queue = useRef(new Queue()).current;
  const isLeft = useForgottenOnLeaving(page);

  const begin = () => {
    said.value = '';
    added.value = [];
  };

  return {
    shown,
    said,
    added,
    problem,
    working,
    read: (texts, keep) =>
      queue.run(async () => {
        let found: readonly ShownFinding[] | undefined;
        begin();
        await attempt(async () => {
          const before = shown.peek() ?? NOTHING;
          if (isDone(before)) await send('intake.clear', { page });
          let keeps = keep || waits(before);
          // The last first: each comes in front of what was read before it.
          const portions = textPortions(texts).reverse();
          await run(t('readingTexts'), async (onProgress) => {
            for (const [index, portion] of portions.entries()) {
              // What is read after the page was left would wait for nobody.
              if (isLeft()) return;
              if (portions.length > 1) onProgress(index, portions.length);
              shown.value = await send('intake.read', { page, texts: portion, keep: keeps });
              keeps = true;
            }
          });
          found = newlyFound(before.findings, shown.peek()?.findings ?? []);
          said.value = foundSentence(found);
        });
        return found;
      }),
    type: (typed) =>
      queue.run(async () => {
        begin();
        problem.value = '';
        const before = shown.peek() ?? NOTHING;
        shown.value = await send('intake.type', { page, ...typed });
        said.value = foundSentence(newlyFound(before.findings, shown.value.findings));
      }),
    add: (confirmed) =>
      queue.run(async () => {
        const outcome: Added[] = [];
        const stopping = new AbortController();
        const { signal } = stopping;
        const act = async (accounts: Confirmed[]) => {
          outcome.push(...(await send('intake.add', { page, accounts })));
        };
        begin();
        await attempt(() =>
          run(
            tn('adding', confirmed.length),
            (onProgress) => inPortions(confirmed, { act, onProgress, size: ADDED_AT_ONCE, signal }),
            confirmed.length > ADDED_AT_ONCE ? () => stopping.abort() : undefined,
          ),
        );
        const isAdded = outcome.length > 0;
        if (isAdded) {
          added.value = outcome;
          said.value = addedSummary(outcome, confirmed.length - outcome.length);
        }
        await refresh();
        if (isAdded && isSpent(shown.peek() ?? NOTHING)) {
          await attempt(() => send('intake.clear', { page }));
          shown.value = NOTHING;
        }
        return isAdded;
      }),
    clear: () =>
      queue.run(async () => {
        begin();
        await attempt(async () => {
          await send('intake.clear', { page });
          shown.value = NOTHING;
          said.value = t('addCleared');
        });
      }),
  };
}

/** There is something in it that the user may still add, or that is not whole yet. */
function waits({ findings, transfer }: Found): boolean {
  return findings.some(isAccount) || (transfer !== undefined && transfer.read < transfer.of);
}

/** A transfer that was read to its end, and of which nothing is left to add. */
function isDone(found: Found): boolean {
  return found.transfer !== undefined && !waits(found);
}

/** Nothing of it is worth another look: it is in the vault, and there was nothing else. */
function isSpent({ findings, transfer }: Found): boolean {
  return (
    findings.every((each) => isAccount(each) && each.state === 'known') &&
    (!transfer || (transfer.read === transfer.of && transfer.problems.length === 0))
  );
}

/** Has the background forget what was found when the page is left. @returns whether it was left */
function useForgottenOnLeaving(page: string): () => boolean {
  const isLeft = useRef(false);
  useEffect(() => {
    const leave = () => {
      isLeft.current = true;
      // Where nobody hears it any more, locking forgets it.
      send('intake.clear', { page }).catch(() => undefined);
    };
    addEventListener('pagehide', leave);
    return () => {
      removeEventListener('pagehide', leave);
      leave();
    };
  }, [page]);
  return () => isLeft.current;
}
