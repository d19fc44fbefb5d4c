import { useRef } from 'preact/hooks';
import { t } from '../../i18n.ts';
import { askForSite } from '../../site-permission.ts';
import { hostsOf } from './hosts-of.ts';
import { useSiteAccess } from './use-site-access.ts';

interface Props {
  readonly origin: string;
  /** The account, as it is called. */
  readonly name: string;
  readonly onUnbind: () => void;
}

/** A site that may have the codes of an account, and whether the browser lets us fill them in there. */
export function BoundSite({ origin, name, onUnbind }: Props) {
  const access = useSiteAccess(origin);
  const remove = useRef<HTMLButtonElement>(null);
  const [host = origin] = hostsOf([origin]);
  const allow = async () => {
    // The button that was pressed goes: the one beside it gets the focus.
    if (await askForSite(origin)) remove.current?.focus();
  };
  return (
    <li data-origin={origin} data-access={access.value}>
      <bdi class="host" dir="ltr">
        {host}
      </bdi>
      {access.value !== undefined && (
        <span class="quiet-text">{t(access.value ? 'siteReached' : 'siteNotReached')}</span>
      )}
      <span class="site-actions">
        {access.value === false && (
          <button
            type="button"
            data-action="allow"
            aria-label={t('siteAllowOf', host)}
            onClick={allow}
          >
            {t('siteAllow')}
          </button>
        )}
        <button
          type="button"
          ref={remove}
          data-action="unbind"
          aria-label={t('siteRemoveOf', host, name)}
          onClick={onUnbind}
        >
          {t('remove')}
        </button>
      </span>
    </li>
  );
}
