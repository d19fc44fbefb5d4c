import { type MessageKey, t } from '../../i18n.ts';
import type { ListedWay } from '../../ways/ceremonies.ts';

const KINDS: Record<ListedWay['kind'], MessageKey> = {
  passkey: 'wayPasskey',
  passphrase: 'wayPassphrase',
  recovery: 'wayRecovery',
};

export function kindOfWay({ kind }: Pick<ListedWay, 'kind'>): string {
  return t(KINDS[kind]);
}

/** How a way in is called; one that was given no name is known by its kind, of which there is one then. */
export function nameOfWay(way: Pick<ListedWay, 'kind' | 'name'>): string {
  return way.name || kindOfWay(way);
}
