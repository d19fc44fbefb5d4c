import { type Signal, useSignal } from '@preact/signals';
import { useCallback, useRef } from 'preact/hooks';
import { send } from '../../messages/client.ts';
import { accountName } from '../account-name.ts';
import { addedSentence, siteSentence } from '../added-sentence.ts';
import type { Confirmed } from '../enrolment/finding.ts';
import { t, tn } from '../i18n.ts';
import { addHere } from './add-here.ts';
import type { Unverified } from './unverified-actions.tsx';

interface Surroundings {
  readonly attempt: (act: () => Promise<unknown>) => Promise<void>;
  readonly said: Signal<string>;
  /** Whether the last change is one of this popup. */
  readonly changed: Signal<boolean>;
  /** Where to look is elsewhere now: a popup closes. */
  readonly onLeave: () => void;
}

/** The tab that the popup is about, and the site that an account added there is bound to. */
interface Here {
  readonly tabId: number;
  readonly site: string | undefined;
}

/** What the popup's buttons do about enrolment. */
export function useEnrolment({ attempt, said, changed, onLeave }: Surroundings) {
  const isScanning = useSignal(false);
  const foundNothing = useSignal<boolean | undefined>(undefined);
  /** Another object for each page: a scan may end after the page that it was of has been left. */
  const page = useRef({});

  const add = async ({ tabId, site }: Here, confirmed: Confirmed): Promise<boolean> => {
    let isAdded = false;
    // Before anything else: it is the click that lets us ask.
    const { added, allowed } = addHere({ tabId, ...confirmed }, site);
    await attempt(async () => {
      const account = await added;
      isAdded = true;
      foundNothing.value = false;
      changed.value = account.kind === 'added' || account.restored;
      // In Microsoft's wizard, a card says so.
      const sentence = account.kind === 'added' && !site ? '' : addedSentence(account);
      said.value = sentence;
      if (!site || allowed === undefined) return;
      said.value = t('inTurn', sentence, siteSentence(new URL(site).host, await allowed));
    });
    return isAdded;
  };

  const scan = ({ tabId }: Here) =>
    attempt(async () => {
      if (isScanning.value) return;
      const about = page.current;
      let sentence = '';
      isScanning.value = true;
      said.value = t('scanning');
      try {
        const { found } = await send('enrolment.scan', { tabId });
        // Where there was none, a card says so.
        if (found > 0) sentence = tn('scanFound', found);
        if (about === page.current) foundNothing.value = found === 0;
      } finally {
        if (about === page.current) {
          said.value = sentence;
          isScanning.value = false;
        }
      }
    });

  const remove = (account: Unverified) =>
    attempt(async () => {
      await send('accounts.delete', { ids: [account.id] });
      said.value = t('removedUnverified', accountName(account));
      changed.value = true;
    });

  /** The page that it opens or leads to is where to look now. */
  const leave = (act: () => Promise<void>) =>
    attempt(async () => {
      await act();
      onLeave();
    });

  const dismiss = ({ tabId }: Here) =>
    attempt(async () => {
      await send('enrolment.dismiss', { tabId });
      foundNothing.value = false;
    });

  const forget = useCallback(() => {
    page.current = {};
    isScanning.value = false;
    foundNothing.value = undefined;
  }, [isScanning, foundNothing]);

  return {
    isScanning,
    foundNothing,
    forget,
    add,
    scan,
    remove,
    dismiss,
    drive: ({ tabId }: Here) => attempt(() => send('enrolment.drive', { tabId })),
    stop: ({ tabId }: Here) => attempt(() => send('enrolment.stop', { tabId })),
    start: (kind: 'work' | 'personal') => leave(() => send('enrolment.start', { kind })),
    finish: ({ id }: Unverified) => leave(() => send('enrolment.finish', { id })),
  };
}

export type EnrolmentActs = ReturnType<typeof useEnrolment>;
