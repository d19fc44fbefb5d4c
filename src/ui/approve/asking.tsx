import { send } from '../../messages/client.ts';
import { Heading } from '../heading.tsx';
import { t } from '../i18n.ts';
import type { Ceremonies } from '../ways/ceremonies.ts';
import type { Asked } from './asked.ts';
import { AskedFacts } from './asked-facts.tsx';
import { Confirmation } from './confirmation.tsx';
import { NumberChoice } from './number-choice.tsx';
import { TimeLeft } from './time-left.tsx';

interface Props {
  readonly asked: Exclude<Asked, { readonly step: 'ended' }>;
  readonly ceremonies: Ceremonies;
  readonly refresh: () => Promise<void>;
  /** Does something about the request, and looks again. */
  readonly onAct: (act: () => Promise<void>) => void;
}

/** A request that is still open: which number, and then who is there. */
export function Asking({ asked, ceremonies, refresh, onAct }: Props) {
  const { id, step, host, until } = asked;
  if (step === 'approved') {
    return (
      <>
        <Heading>{t('approveFilling')}</Heading>
        <p role="status">{t('approveFillingExplained', host)}</p>
        <TimeLeft until={until} onOver={refresh} />
      </>
    );
  }
  return (
    <>
      <Heading>{t(step === 'shown' ? 'approveTitle' : 'approvePicked')}</Heading>
      <p>{step === 'shown' ? t('approveExplained') : t('approvePickedExplained', host)}</p>
      <AskedFacts asked={asked} />
      <TimeLeft until={until} onOver={refresh} />
      {step === 'shown' ? (
        <NumberChoice
          numbers={asked.numbers}
          numberAt={asked.numberAt}
          onPick={(number) => onAct(() => send('approvals.pick', { id, number }))}
        />
      ) : (
        <Confirmation id={id} ceremonies={ceremonies} onConfirmed={refresh} />
      )}
      <div class="actions">
        <button
          type="button"
          id="not-me"
          class="danger"
          onClick={() => onAct(() => send('approvals.refuse', { id }))}
        >
          {t('approveNotMe')}
        </button>
      </div>
    </>
  );
}
