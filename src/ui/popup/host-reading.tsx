import { visibleText } from '../../qr/visible-text.ts';
import { t } from '../i18n.ts';

/** Characters; no host is longer. */
const LONGEST_HOST = 253;

/** How the punycode of a host reads. */
export function HostReading({ unicode }: { unicode: string | undefined }) {
  if (unicode === undefined) return null;
  return (
    <p class="small">
      {t('hostReads')} <bdi>{visibleText(unicode, LONGEST_HOST)}</bdi>
    </p>
  );
}
