import { t } from '../i18n.ts';
import { PinHint } from './pin-hint.tsx';

interface Props {
  /** Setting up has just come to its end in this page. */
  readonly isSetUp: boolean;
}

/** There is nothing to do here any more. */
export function OpenPage({ isSetUp }: Props) {
  return (
    <>
      <h1>{t(isSetUp ? 'firstRunDoneTitle' : 'openTitle')}</h1>
      <p role="status">{t(isSetUp ? 'firstRunDone' : 'openExplained')}</p>
      {isSetUp && <PinHint />}
      <p>
        <a id="to-manager" href="manager.html" target="_blank" rel="noreferrer">
          {t('toManager')}
        </a>
      </p>
    </>
  );
}
