import { useSignal } from '@preact/signals';
import { useCallback } from 'preact/hooks';
import { send } from '../../messages/client.ts';
import { Brand } from '../brand.tsx';
import { errorSentence } from '../fault-sentence.ts';
import { Heading } from '../heading.tsx';
import { t } from '../i18n.ts';
import { Warning } from '../notice.tsx';
import { Unanswered } from '../unanswered.tsx';
import { useAsked } from '../use-asked.ts';
import type { Ceremonies } from '../ways/ceremonies.ts';
import { Asking } from './asking.tsx';
import { Ending } from './ending.tsx';
import { waitingSentence } from './sentences.ts';

/** The window in which the user approves what a page asks for, one request after the other. */
export function Approve({ ceremonies }: { ceremonies: Ceremonies }) {
  const problem = useSignal('');
  const { shown, refresh } = useAsked(ask, problem);

  const act = useCallback(
    async (work: () => Promise<void>) => {
      problem.value = '';
      // Where it fails, too: it may have ended meanwhile, and that is to be told.
      const failure = await work().then(() => '', errorSentence);
      await refresh();
      if (failure) problem.value = failure;
    },
    [problem, refresh],
  );
  const id = shown.value?.request?.id;
  const read = useCallback(() => {
    if (id !== undefined) void act(() => send('approvals.next', { id }));
  }, [act, id]);

  if (!shown.value) return problem.value ? <Unanswered page="approve" problem={problem} /> : null;
  const { request, waiting } = shown.value;
  const step = request?.step ?? 'nothing';
  return (
    <main class="approve stack" data-state={step} data-request={id}>
      <Brand />
      {problem.value && <Warning>{problem.value}</Warning>}
      {/* With each step anew: nothing of the one before stays, and the heading takes the focus. */}
      <section key={`${id} ${step}`} class="stack">
        {!request && <Nothing />}
        {request?.step === 'ended' && <Ending asked={request} waiting={waiting} onRead={read} />}
        {request && request.step !== 'ended' && (
          <Asking asked={request} ceremonies={ceremonies} refresh={refresh} onAct={act} />
        )}
      </section>
      {waiting > 0 && (
        <p id="waiting" class="quiet-text small" role="status">
          {waitingSentence(waiting)}
        </p>
      )}
    </main>
  );
}

function Nothing() {
  return (
    <>
      <Heading>{t('approveNothing')}</Heading>
      <p>{t('approveNothingExplained')}</p>
    </>
  );
}

function ask() {
  return send('approvals.get');
}
