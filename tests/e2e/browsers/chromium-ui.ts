import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import { poll } from './poll.ts';
import type { Shortcut } from './shortcut.ts';
import type { Point } from './visible.ts';

/**
 * Chromium's own windows: toolbar, menus, questions to the user. The DevTools protocol ends at the pages;
 * these are under a second one, "UI DevTools" (components/ui_devtools in Chromium's sources), which knows
 * the views as a tree, and sends them events as mouse and keyboard do, also without a screen.
 */
export interface ChromiumUi {
  /** All views, parents before their children, each level in order. */
  views(): Promise<readonly View[]>;
  properties(view: View): Promise<Properties>;
  /** A click at a point of a view, from its top left. */
  click(view: View, at: Point, button: 'left' | 'right'): Promise<void>;
  press(shortcut: Shortcut): Promise<void>;
  pressEscape(): Promise<void>;
}

export interface View {
  readonly id: number;
  /** `View`, `Widget` or `Window`. */
  readonly kind: string;
  /** Of a view, its C++ class; of a window, that of what is in it. */
  readonly name: string;
  /** Whether the window has the focus; views have none of their own. */
  readonly active: boolean;
  readonly parent: View | undefined;
}

/** What a view tells of itself: `Text`, `Enabled`, `X`, `Y`, `Width`, `Height` and more. */
type Properties = ReadonlyMap<string, string>;

/** What starts Chromium with UI DevTools: on any free port, which it writes into the profile. */
export const UI_FLAGS = [
  '--enable-ui-devtools=0',
  '--enable-features=ui-debug-tools-enable-synthetic-events',
] as const;

/** The name of a browser's window, as opposed to that of a menu or a dialog. */
const BROWSER_WINDOW = 'BrowserWidget';

interface Node {
  readonly nodeId: number;
  readonly nodeName: string;
  /** Name, value, name, value. */
  readonly attributes?: string[] | undefined;
  readonly children?: Node[] | undefined;
}

const NodeSchema: v.GenericSchema<Node> = v.object({
  nodeId: v.number(),
  nodeName: v.string(),
  attributes: v.optional(v.array(v.string())),
  children: v.optional(v.array(v.lazy(() => NodeSchema))),
});
const Tree = v.object({ root: NodeSchema });
const Styles = v.object({
  matchedCSSRules: v.array(
    v.object({
      rule: v.object({
        style: v.object({
          cssProperties: v.array(v.object({ name: v.string(), value: v.string() })),
        }),
      }),
    }),
  ),
});
const Answer = v.object({
  id: v.optional(v.number()),
  result: v.optional(v.unknown()),
  error: v.optional(v.object({ message: v.string() })),
});

/** ui/events/event_constants.h */
const FLAGS: Readonly<Record<string, number>> = { Shift: 2, Ctrl: 4, Alt: 8, Command: 16 };
/** ui/events/keycodes/keyboard_codes.h; those of letters and digits are their ASCII codes. */
const VKEY_ESCAPE = 27;

/** Connects for as long as `use` takes: a connection makes Chromium tell of every change of any view. */
export async function withChromiumUi<Result>(
  profile: string,
  use: (ui: ChromiumUi) => Promise<Result>,
): Promise<Result> {
  const port = await poll('Chromium to open the port of its user interface', async () => {
    const file = await readFile(join(profile, 'UIDevToolsActivePort'), 'utf8').catch(() => '');
    return Number(file.split('\n')[0]) || undefined;
  });
  const socket = new WebSocket(`ws://127.0.0.1:${port}/0`);
  try {
    return await use(uiOver(await opened(socket)));
  } finally {
    socket.close();
  }
}

async function opened(socket: WebSocket): Promise<WebSocket> {
  const { promise, resolve, reject } = Promise.withResolvers<WebSocket>();
  socket.addEventListener('open', () => resolve(socket));
  socket.addEventListener('error', () => reject(new Error('Chromium shows no user interface')));
  return promise;
}

function uiOver(socket: WebSocket): ChromiumUi {
  const waiting = new Map<number, PromiseWithResolvers<unknown>>();
  let lastId = 0;
  socket.addEventListener('message', ({ data }) => {
    const { id, result, error } = v.parse(Answer, JSON.parse(String(data)));
    // What has no id is an event.
    if (id === undefined) return;
    if (error) waiting.get(id)?.reject(new Error(`UI DevTools: ${error.message}`));
    else waiting.get(id)?.resolve(result);
    waiting.delete(id);
  });
  socket.addEventListener('close', () => {
    for (const { reject } of waiting.values()) reject(new Error('Chromium has ended'));
  });
  const send = (method: string, params: object = {}): Promise<unknown> => {
    lastId += 1;
    const answer = Promise.withResolvers<unknown>();
    waiting.set(lastId, answer);
    socket.send(JSON.stringify({ id: lastId, method, params }));
    return answer.promise;
  };

  const views = async (): Promise<View[]> => {
    const list = (node: Node, parent: View | undefined): View[] => {
      const { nodeId: id, nodeName: kind, attributes = [], children = [] } = node;
      const attribute = (name: string) => attributes[attributes.indexOf(name) + 1] ?? '';
      const view = {
        id,
        kind,
        name: attribute('name'),
        active: attribute('active') === 'true',
        parent,
      };
      return [view, ...children.flatMap((child) => list(child, view))];
    };
    return list(v.parse(Tree, await send('DOM.getDocument')).root, undefined);
  };

  const pressKey = async (keyCode: number, flags: number): Promise<void> => {
    const all = await views();
    const windows = all.filter(
      ({ name, parent }) => name === BROWSER_WINDOW && parent?.kind === 'root',
    );
    const window =
      windows.find(({ id }) => all.some(({ active, parent }) => active && parent?.id === id)) ??
      windows[0];
    for (const type of ['keyPressed', 'keyReleased']) {
      const event = { type, keyCode, code: 0, flags, key: 0, isChar: false };
      await send('DOM.dispatchKeyEvent', { nodeId: window?.id, event });
    }
  };

  return {
    views,
    async properties({ id }) {
      const styles = v.parse(Styles, await send('CSS.getMatchedStylesForNode', { nodeId: id }));
      return new Map(
        styles.matchedCSSRules
          .flatMap(({ rule }) => rule.style.cssProperties)
          .map(({ name, value }) => [name, value]),
      );
    },
    async click({ id }, { x, y }, button) {
      const acts = [
        ['mouseMoved', 'none'],
        ['mousePressed', button],
        ['mouseReleased', button],
      ] as const;
      for (const [type, pressed] of acts) {
        const event = { type, x, y, button: pressed, wheelDirection: 'none' };
        await send('DOM.dispatchMouseEvent', { nodeId: id, event });
      }
    },
    press: ({ key, modifiers }) =>
      pressKey(
        key.charCodeAt(0),
        [...modifiers].reduce((flags, modifier) => flags + (FLAGS[modifier] ?? 0), 0),
      ),
    pressEscape: () => pressKey(VKEY_ESCAPE, 0),
  };
}
