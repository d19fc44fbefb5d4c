import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { t } from '../i18n.ts';
import type { EndedAsked } from './asked.ts';
import { outcomeSentence, outcomeTitle } from './sentences.ts';

interface Props {
  readonly asked: EndedAsked;
  readonly waiting: number;
  /** To the next one; the window closes where none waits. */
  readonly onRead: () => void;
}

/** What was approved needs no more than a look: the page that got the code is behind the window. */
const CLOSES_AFTER_MS = 4000;

/** How the request ended. A refusal stays until the user has read it. */
export function Ending({ asked, waiting, onRead }: Props) {
  const { outcome, isQuiet, host } = asked;
  const button = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => button.current?.focus(), []);

  const isFilled = outcome === 'filled';
  const closes = isFilled && waiting === 0;
  useEffect(() => {
    if (!closes) return;
    const timer = setTimeout(onRead, CLOSES_AFTER_MS);
    return () => clearTimeout(timer);
  }, [closes, onRead]);

  return (
    <>
      <div id="ending" class="stack" role="status" data-outcome={outcome}>
        <h1 class={isFilled ? 'done' : undefined}>{outcomeTitle(outcome)}</h1>
        <p class="quiet-text small">
          <bdi dir="ltr">{host}</bdi>
        </p>
        <p class={isFilled ? 'notice' : 'notice warning'}>{outcomeSentence(outcome)}</p>
        {isQuiet && <p>{t('approveQuiet', host)}</p>}
        {closes && <p class="quiet-text small">{t('approveCloses')}</p>}
      </div>
      <div class="actions">
        <button
          ref={button}
          type="button"
          id="ending-read"
          class="primary"
          aria-describedby="ending"
          onClick={onRead}
        >
          {t(waiting > 0 ? 'approveNext' : 'approveClose')}
        </button>
      </div>
    </>
  );
}
