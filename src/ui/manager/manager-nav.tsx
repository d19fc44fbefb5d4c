import {
  Clock,
  Info,
  Keyboard,
  KeyRound,
  type LucideIcon,
  Plus,
  Settings,
  ShieldCheck,
  Trash2,
  TriangleAlert,
} from 'lucide-preact';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { type MessageKey, numeral, t } from '../i18n.ts';
import { PLACES, type Place } from './place.ts';

const PLACES_SHOWN: Record<Place, { readonly name: MessageKey; readonly icon: LucideIcon }> = {
  accounts: { name: 'placeAccounts', icon: KeyRound },
  add: { name: 'placeAdd', icon: Plus },
  bin: { name: 'placeBin', icon: Trash2 },
  security: { name: 'placeSecurity', icon: ShieldCheck },
  settings: { name: 'placeSettings', icon: Settings },
  shortcuts: { name: 'placeShortcuts', icon: Keyboard },
  clock: { name: 'placeClock', icon: Clock },
  damaged: { name: 'placeDamaged', icon: TriangleAlert },
  about: { name: 'placeAbout', icon: Info },
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
          <PlaceLink key={each} place={each} isCurrent={each === place}>
            {each === 'damaged' && damaged > 0 && <span class="count">{numeral(damaged)}</span>}
          </PlaceLink>
        ))}
      </ul>
    </nav>
  );
}

interface LinkProps {
  readonly place: Place;
  readonly isCurrent: boolean;
  readonly children: ComponentChildren;
}

function PlaceLink({ place, isCurrent, children }: LinkProps) {
  const { name, icon: Icon } = PLACES_SHOWN[place];
  const link = useRef<HTMLAnchorElement>(null);
  // In a narrow window, the places scroll.
  useEffect(() => {
    if (isCurrent) link.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [isCurrent]);
  return (
    <li>
      <a ref={link} href={`#${place}`} aria-current={isCurrent ? 'page' : undefined}>
        <Icon />
        {t(name)}
        {children}
      </a>
    </li>
  );
}
