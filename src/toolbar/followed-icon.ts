import * as v from 'valibot';
import { Queue } from '../queue.ts';
import type { IconState } from './icon.ts';

const KEY = 'toolbar.icon';

const StateSchema = v.picklist(['open', 'locked', 'asking']);

/** What the button shows: everywhere, and in tabs that have had something of their own. */
const ShownSchema = v.strictObject({
  everywhere: StateSchema,
  tabs: v.record(v.string(), StateSchema),
});
type Shown = v.InferOutput<typeof ShownSchema>;

/** The manifest's icon, which the browser begins with. */
const AT_FIRST: Shown = { everywhere: 'open', tabs: {} };

interface Parts {
  /** In memory, as what the browser shows is: `storage.session`. */
  readonly storage: {
    get(key: string): Promise<Record<string, unknown>>;
    set(items: Record<string, unknown>): Promise<void>;
  };
  readonly isOpen: () => Promise<boolean>;
  /** A page of the tab waits for an approval. */
  readonly isAsking: (tabId: number) => Promise<boolean>;
  readonly show: (state: IconState, tabId?: number) => Promise<void>;
}

/** Keeps the toolbar button's icon to the vault and the approvals. The browser is told only of what changes. */
export class FollowedIcon {
  readonly #parts: Parts;
  readonly #queue = new Queue();

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Something may be different: the vault, or what a tab's page waits for. */
  follow(tabId?: number): Promise<void> {
    return this.#queue.run(async () => {
      const { isOpen, isAsking, show } = this.#parts;
      const before = await this.#shown();
      const everywhere = (await isOpen()) ? 'open' : 'locked';
      if (everywhere !== before.everywhere) await show(everywhere);
      const tabs: Shown['tabs'] = {};
      for (const id of new Set([...Object.keys(before.tabs).map(Number), ...tabOf(tabId)])) {
        const state = (await isAsking(id)) ? 'asking' : everywhere;
        const shown = before.tabs[id] ?? before.everywhere;
        // What a tab shows goes with its page: the one that is named is told again.
        const isTold = state === shown && (id !== tabId || state !== 'asking');
        const isThere = isTold || (await this.#isShown(state, id));
        // One that never had an icon of its own follows the others by itself.
        if (isThere && (state === 'asking' || id in before.tabs)) tabs[id] = state;
      }
      await this.#parts.storage.set({ [KEY]: { everywhere, tabs } satisfies Shown });
    });
  }

  closed(tabId: number): Promise<void> {
    return this.#queue.run(async () => {
      const { everywhere, tabs } = await this.#shown();
      if (!(tabId in tabs)) return;
      const { [`${tabId}`]: _, ...others } = tabs;
      await this.#parts.storage.set({ [KEY]: { everywhere, tabs: others } satisfies Shown });
    });
  }

  /** A tab that is gone shows nothing. */
  #isShown(state: IconState, tabId: number): Promise<boolean> {
    return this.#parts.show(state, tabId).then(
      () => true,
      () => false,
    );
  }

  async #shown(): Promise<Shown> {
    const parsed = v.safeParse(ShownSchema, (await this.#parts.storage.get(KEY))[KEY]);
    return parsed.success ? parsed.output : AT_FIRST;
  }
}

function tabOf(tabId: number | undefined): number[] {
  return tabId === undefined ? [] : [tabId];
}
