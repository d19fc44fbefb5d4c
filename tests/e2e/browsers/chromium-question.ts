import type { ChromiumUi, View } from './chromium-ui.ts';
import { poll } from './poll.ts';

/** The dialog in which Chromium asks for permissions (chrome/browser/ui/views/extensions/). */
const DIALOG = 'ExtensionInstallDialogView';

/** Longer than the dialog ignores clicks; one in between would start that time again. */
const UNHEARD_MS = 700;

/** Waits for the question, clicks on one of its buttons, and gives its text. */
export async function answerQuestion(ui: ChromiumUi, grant: boolean): Promise<string> {
  const label = grant ? 'Allow' : 'Deny';
  const { texts, button } = await poll('Chromium to ask for a permission', async () => {
    const views = (await ui.views()).filter(isInDialog);
    const told = await Promise.all(
      views.map(async (view) => ({ view, text: (await ui.properties(view)).get('Text') ?? '' })),
    );
    const wanted = told.find(({ view, text }) => view.name === 'MdTextButton' && text === label);
    return wanted && { button: wanted.view, texts: told };
  });
  const closed = async () => ((await ui.views()).some(isInDialog) ? undefined : true);
  await poll('the question to close', async () => {
    // Against clicks that were meant for what was there before, the dialog takes none at first.
    await ui.click(button, { x: 5, y: 5 }, 'left').catch(() => undefined);
    return poll('the click to count', closed, undefined, UNHEARD_MS).catch(() => undefined);
  });
  return texts
    .filter(({ view, text }) => view.name === 'Label' && text !== '')
    .map(({ text }) => text)
    .join('\n');
}

function isInDialog(view: View): boolean {
  for (let at: View | undefined = view; at; at = at.parent) {
    if (at.name === DIALOG) return true;
  }
  return false;
}
