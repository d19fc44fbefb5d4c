import { t } from './i18n.ts';
import './brand.css';

/** Whose page it is, above all that it says. */
export function Brand() {
  return <p class="brand">{t('extensionName')}</p>;
}
