import { type ReadonlySignal, useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';

/** The places of the manager, as they stand in its address. */
export const PLACES = [
  'accounts',
  'add',
  'bin',
  'security',
  'settings',
  'shortcuts',
  'clock',
  'damaged',
  'about',
] as const;
export type Place = (typeof PLACES)[number];

/** The place that a hash names; the first one where it names none. */
export function placeOf(hash: string): Place {
  return PLACES.find((place) => hash === `#${place}`) ?? PLACES[0];
}

/** Where the user is: links lead there, and the browser's own back and forward. */
export function usePlace(): ReadonlySignal<Place> {
  const place = useSignal(placeOf(location.hash));
  useEffect(() => {
    const follow = () => {
      place.value = placeOf(location.hash);
    };
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, [place]);
  return place;
}
