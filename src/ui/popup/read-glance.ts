import {
  codesKey,
  GLANCE,
  type StoredCodes,
  type StoredGlance,
  slotAt,
} from '../../glance/stored.ts';
import type { Shown } from './ask.ts';

/** A tab, as far as the browser tells of it. */
export interface Tab {
  readonly id: number;
  readonly url?: string | undefined;
}

/**
 * The popup's first screen as it was kept (`src/glance`). Undefined where nothing is kept for this moment, and where more
 * is to be said of the tab.
 *
 * @param now milliseconds since 1970
 */
export function readGlance(
  stored: Readonly<Record<string, unknown>>,
  tab: Tab,
  now: number,
): Shown | undefined {
  // Only the background writes there.
  const glance = stored[GLANCE] as StoredGlance | undefined;
  if (!glance || now < glance.madeAt || now >= glance.until || hasWords(glance, tab)) {
    return undefined;
  }
  const { total, accounts, groups, hideCodes } = glance;
  const kept = stored[codesKey(slotAt(now))] as StoredCodes | undefined;
  const codes = hideCodes ? [] : kept?.slot === slotAt(now) ? kept.codes : undefined;
  if (!codes) return undefined;
  return {
    status: { state: 'open', damaged: [], persistent: true },
    enrolment: { findings: [], scanned: false, canEnrol: false },
    signIn: { wants: 'nothing', state: 'idle', shown: [], accounts: [], isPinned: true },
    total,
    accounts,
    codes,
    unverified: [],
    groups,
    hideCodes,
    tabId: tab.id,
  };
}

/** More is to be said of the tab: what comes above the accounts must not come once somebody aims at one. */
function hasWords({ tabs, origins }: StoredGlance, { id, url = '' }: Tab): boolean {
  if (tabs.includes(id)) return true;
  const origin = url.startsWith('https:') ? new URL(url).origin : undefined;
  return origin !== undefined && (origins === null || origins.includes(origin));
}
