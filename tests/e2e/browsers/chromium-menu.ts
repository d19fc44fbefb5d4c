import type { ChromiumUi, View } from './chromium-ui.ts';
import { poll } from './poll.ts';

interface Item {
  readonly view: View;
  readonly enabled: boolean;
}

/** How the extension switches one of its items: `contextMenus.update(id, { enabled })`. */
type Switch = (enabled: boolean) => Promise<void>;

/**
 * Clicks an item of the extension in a native menu. The views do not tell their titles; so the menu is
 * opened twice, first with the wanted item disabled, and the item that differs is the wanted one.
 */
export async function chooseFromMenu(
  ui: ChromiumUi,
  what: string,
  open: () => Promise<void>,
  setEnabled: Switch,
): Promise<void> {
  const openAndList = async (): Promise<Item[]> => {
    await open();
    const items = await poll('the menu to open', async () => {
      const found = await listItems(ui);
      return found.length > 0 ? found : undefined;
    });
    const submenu = await findSubmenu(ui, items);
    if (!submenu) return items;
    await clickItem(ui, submenu);
    return poll('the submenu to open', async () => {
      const found = await listItems(ui);
      return found.length > items.length ? found : undefined;
    });
  };

  await setEnabled(false);
  const without = await openAndList();
  await closeMenus(ui);
  await setEnabled(true);
  const items = await openAndList();
  const wanted = items.filter(({ enabled }, index) => enabled && !without[index]?.enabled);
  const [item] = wanted;
  if (!item || wanted.length > 1 || items.length !== without.length) {
    await closeMenus(ui);
    throw new Error(`The menu does not show ${what}`);
  }
  await clickItem(ui, item.view);
  await poll('the menu to close', async () => (await listItems(ui)).length === 0 || undefined);
}

async function closeMenus(ui: ChromiumUi): Promise<void> {
  await poll('the menus to close', async () => {
    if ((await listItems(ui)).length === 0) return true;
    await ui.pressEscape();
    return undefined;
  });
}

async function listItems(ui: ChromiumUi): Promise<Item[]> {
  const views = (await ui.views()).filter(({ name }) => name === 'MenuItemView');
  return Promise.all(
    views.map(async (view) => ({
      view,
      enabled: (await ui.properties(view)).get('Enabled') === 'true',
    })),
  );
}

/**
 * Several items of one extension in a page's menu are in a submenu, under the extension's name: of those with
 * an icon before and an arrow behind, the last.
 */
async function findSubmenu(ui: ChromiumUi, items: readonly Item[]): Promise<View | undefined> {
  const images = (await ui.views()).filter(({ name }) => name === 'ImageView');
  return items.findLast(
    ({ view }) => images.filter(({ parent }) => parent?.id === view.id).length === 2,
  )?.view;
}

/** The mouse is the menu's, not the item's: so the click goes to the root of the menu. */
async function clickItem(ui: ChromiumUi, item: View): Promise<void> {
  let x = 0;
  let y = 0;
  let view: View | undefined = item;
  for (; view && view.name !== 'MenuHostRootView'; view = view.parent) {
    const properties = await ui.properties(view);
    x += Number(properties.get('X'));
    y += Number(properties.get('Y'));
  }
  if (!view) throw new Error('The item is in no menu');
  const size = await ui.properties(item);
  const middle = {
    x: Math.round(x + Number(size.get('Width')) / 2),
    y: Math.round(y + Number(size.get('Height')) / 2),
  };
  await ui.click(view, middle, 'left');
}
