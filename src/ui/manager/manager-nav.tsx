import { type MessageKey, t } from '../i18n.ts';
import { PLACES, type Place } from './place.ts';

const NAMES: Record<Place, MessageKey> = {
  accounts: 'placeAccounts',
  add: 'placeAdd',
  bin: 'placeBin',
  security: 'placeSecurity',
  clock: 'placeClock',
  damaged: 'placeDamaged',
};

interface Props {
  readonly place: Place;
  /** How many saved states did not open; where there are none, nothing leads to their place. */
  readonly damaged: number;
}

/** Native links: they can be opened in a tab of their own, and the browser goes back. */
export function ManagerNav({ place, damaged }: Props) {
  const places = PLACES.filter((each) => each !== 'damaged' || damaged > 0 || place === 'damaged');
  return (
    <nav aria-label={t('managerSections')}>
      <ul>
        {places.map((each) => (
          <li key={each}>
            <a href={`#${each}`} aria-current={each === place ? 'page' : undefined}>
              {t(NAMES[each])}
              {each === 'damaged' && damaged > 0 && <span class="count">{damaged}</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
