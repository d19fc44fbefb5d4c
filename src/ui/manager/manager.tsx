import { useEffect, useRef } from 'preact/hooks';
import { send } from '../../messages/client.ts';
import type { Response } from '../../messages/protocol.ts';
import { ClockDoubtCard } from '../clock-doubt-card.tsx';
import { faultSentence } from '../fault-sentence.ts';
import { t } from '../i18n.ts';
import { Warning } from '../notice.tsx';
import { StatusNotices } from '../status-notices.tsx';
import { Unanswered } from '../unanswered.tsx';
import { Unknown } from '../unknown.tsx';
import { useAsked } from '../use-asked.ts';
import { useAttempt } from '../use-attempt.ts';
import type { Ceremonies } from '../ways/ceremonies.ts';
import { useGuard } from '../ways/guard.tsx';
import { OpenVault } from '../ways/open-vault.tsx';
import { AboutSection } from './about/about-section.tsx';
import { AccountsSection } from './accounts/accounts-section.tsx';
import { AddSection } from './add/add-section.tsx';
import { RecycleBin } from './bin/recycle-bin.tsx';
import { ClockSection } from './clock/clock-section.tsx';
import { DamagedSection } from './damaged/damaged-section.tsx';
import { ManagerNav } from './manager-nav.tsx';
import { type Place, usePlace } from './place.ts';
import { SecuritySection } from './security/security-section.tsx';
import { SettingsSection } from './settings/settings-section.tsx';
import { ShortcutsSection } from './shortcuts/shortcuts-section.tsx';
import { UndoBar } from './undo-bar.tsx';

type Status = Response<'vault.status'>;

/** The page that manages accounts and what protects them. */
export function Manager({ ceremonies }: { ceremonies: Ceremonies }) {
  const { problem, attempt } = useAttempt();
  const { shown } = useAsked(askStatus, problem);
  const place = usePlace();
  const { guard, dialog } = useGuard(ceremonies);
  useFreshStart(shown.value?.state);

  if (!shown.value) {
    return problem.value ? (
      <Unanswered page="closed" problem={problem} />
    ) : (
      <Unknown page="closed" />
    );
  }
  const status = shown.value;
  if (status.state !== 'open') return <Closed status={status} ceremonies={ceremonies} />;

  const sections: Record<Place, () => preact.JSX.Element> = {
    accounts: () => <AccountsSection guard={guard} />,
    add: () => <AddSection />,
    bin: () => <RecycleBin guard={guard} />,
    security: () => <SecuritySection ceremonies={ceremonies} guard={guard} />,
    clock: () => <ClockSection doubted={status.clockDoubt} />,
    settings: () => <SettingsSection />,
    shortcuts: () => <ShortcutsSection />,
    damaged: () => <DamagedSection damaged={status.damaged} guard={guard} />,
    about: () => <AboutSection />,
  };
  return (
    <div class="manager" data-state="open">
      <aside>
        <p class="product">{t('extensionName')}</p>
        <ManagerNav place={place.value} damaged={status.damaged.length} />
        <button type="button" id="lock" onClick={() => attempt(() => send('vault.lock'))}>
          {t('lock')}
        </button>
      </aside>
      <main key={place.value} data-place={place.value}>
        {problem.value && <Warning>{problem.value}</Warning>}
        {place.value !== 'damaged' && (
          <StatusNotices status={status} damagedLink={<a href="#damaged">{t('damagedShow')}</a>} />
        )}
        {status.clockDoubt !== undefined && place.value !== 'clock' && (
          <ClockDoubtCard
            check={<a href="#clock">{t('clockDoubtCheck')}</a>}
            onDismiss={() => attempt(() => send('clock.looked'))}
          />
        )}
        {sections[place.value]()}
        <UndoBar change={status.undo} guard={guard} />
      </main>
      {dialog}
    </div>
  );
}

/** No vault, or a closed one: it can be opened here. */
function Closed({ status, ceremonies }: { status: Status; ceremonies: Ceremonies }) {
  const { state } = status;
  const main = useRef<HTMLElement>(null);
  // It takes the place of what had the focus.
  useEffect(() => main.current?.focus(), []);
  return (
    <main class="closed stack" data-state={state} ref={main} tabIndex={-1}>
      <h1>{t(state === 'locked' ? 'lockedTitle' : 'extensionName')}</h1>
      <StatusNotices status={status} />
      {state === 'locked' && <p>{t('managerLocked')}</p>}
      {state === 'none' && <p>{t('welcome')}</p>}
      {state === 'missing' && <Warning>{faultSentence('vault-missing')}</Warning>}
      {state === 'locked' ? (
        <OpenVault ceremonies={ceremonies} />
      ) : (
        <a class="button primary" href="/unlock.html">
          {t('setUp')}
        </a>
      )}
    </main>
  );
}

/**
 * Loads the page anew when the vault closes. A tab in the back is not drawn until it is looked at, and the
 * browser keeps what it drew last: names, and the code of a counter.
 */
function useFreshStart(state: Status['state'] | undefined): void {
  const wasOpen = useRef(false);
  useEffect(() => {
    if (wasOpen.current && state !== 'open') location.reload();
    wasOpen.current = state === 'open';
  }, [state]);
}

const askStatus = (): Promise<Status> => send('vault.status');
