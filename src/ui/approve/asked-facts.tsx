import { accountName } from '../account-name.ts';
import { whoseAccount } from '../enrolment/whose-account.ts';
import { t } from '../i18n.ts';
import { moment } from '../moment.ts';
import type { Asked } from './asked.ts';
import { whySentence } from './sentences.ts';
import '../facts.css';

/** The most telling ones; a page that shows many shall not push the numbers away. */
const MOST_SHOWN = 3;

/** Who asks for whose code, when and why: what the user has to read before he approves it. */
export function AskedFacts({ asked }: { asked: Asked }) {
  const { account, host, unicode, title, shown, askedAt, why } = asked;
  return (
    <dl class="parameters">
      <div>
        <dt>{t('approveSite')}</dt>
        <dd id="asked-host">
          <bdi class="host" dir="ltr">
            {host}
          </bdi>
          {unicode !== undefined && (
            <span class="reads-as">
              <span class="caution-mark">{t('approveOtherLetters')}</span> {t('hostReads')}{' '}
              <bdi dir="auto">{unicode}</bdi>
            </span>
          )}
        </dd>
      </div>
      {account && (
        <div>
          <dt>{t('approveAccount')}</dt>
          <dd id="asked-account" class="facts">
            <bdi dir="auto">{accountName(account)}</bdi>
            {account.kind !== 'other' && (
              <span class="quiet-text">{whoseAccount(account.kind)}</span>
            )}
          </dd>
        </div>
      )}
      <div>
        <dt>{t('approveWhy')}</dt>
        <dd id="asked-why">{whySentence(why)}</dd>
      </div>
      {shown.length > 0 && (
        <div>
          <dt>{t('approveShows')}</dt>
          <dd id="asked-shown">
            {shown.slice(0, MOST_SHOWN).map((address) => (
              <span key={address} class="of-page">
                <bdi dir="auto">{address}</bdi>
              </span>
            ))}
          </dd>
        </div>
      )}
      {title && (
        <div>
          <dt>{t('approvePageTitle')}</dt>
          <dd id="asked-title">
            <span class="of-page">
              <bdi dir="auto">{title}</bdi>
            </span>
          </dd>
        </div>
      )}
      <div>
        <dt>{t('approveAskedAt')}</dt>
        <dd>{moment(askedAt, 'exactly')}</dd>
      </div>
    </dl>
  );
}
