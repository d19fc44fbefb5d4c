import { ask } from './api.js';
import { h } from './dom.js';
import { askForSettings, mark } from './wizard/marks.js';
import { StepDialog } from './wizard/step-dialog.js';
import { runWizard } from './wizard/steps.js';

const root = document.getElementById('root');

async function showMethods() {
  const settings = await askForSettings();
  const { page, testIds } = settings;
  /** @type {{ id: string }[]} */
  const methods = await ask('methods');
  const rows = methods.map(({ id }) =>
    row(
      page.authenticator,
      page.totp,
      h(
        'button',
        { type: 'button', class: 'link', onclick: () => confirmDelete(id, settings) },
        page.delete,
      ),
    ),
  );
  root?.replaceChildren(
    h(
      'button',
      {
        ...(testIds && { id: 'add-method' }),
        type: 'button',
        class: 'ms-Button primary',
        ...mark('add-method-button'),
        onclick: addMethod,
      },
      h('span', { class: 'ms-Button-label' }, page.add),
    ),
    h('ul', { id: 'methods', class: 'panel' }, row(page.password, ''), ...rows),
  );
}

async function addMethod() {
  const settings = await askForSettings();
  const dialog = new StepDialog(settings.texts, showMethods);
  runWizard(dialog, settings, 'picker', () => dialog.close());
}

/** @param {string} name @param {string} detail @param {...HTMLElement} actions */
function row(name, detail, ...actions) {
  return h('li', {}, h('b', {}, name), h('span', {}, detail), ...actions);
}

/** @param {string} id @param {import('./wizard/marks.js').Settings} settings */
function confirmDelete(id, { page, texts }) {
  const dialog = new StepDialog(texts, showMethods);
  dialog.show({
    title: page.deleteTitle.replace('{name}', page.authenticator),
    body: () => [h('p', {}, page.deleteText)],
    next: {
      label: page.delete,
      go: async () => {
        await ask('delete', { id });
        dialog.close();
      },
    },
  });
}

showMethods();
