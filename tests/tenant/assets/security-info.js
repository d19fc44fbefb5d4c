import { ask } from './api.js';
import { h } from './dom.js';
import { StepDialog } from './step-dialog.js';
import { openWizard } from './wizard.js';

const root = document.getElementById('root');

async function showMethods() {
  /** @type {{ id: string, name: string, detail: string }[]} */
  const methods = await ask('methods');
  const rows = methods.map((method) =>
    row(
      method.name,
      method.detail,
      h(
        'button',
        { type: 'button', class: 'link', onclick: () => confirmDelete(method) },
        'Delete',
      ),
    ),
  );
  root?.replaceChildren(
    h(
      'button',
      {
        id: 'add-method',
        type: 'button',
        class: 'primary',
        'data-testid': 'add-method-button',
        onclick: () => openWizard(showMethods),
      },
      'Add sign-in method',
    ),
    h('ul', { id: 'methods', class: 'panel' }, row('Password', 'Set by you'), ...rows),
  );
}

/** @param {string} name @param {string} detail @param {...HTMLElement} actions */
function row(name, detail, ...actions) {
  return h('li', {}, h('b', {}, name), h('span', {}, detail), ...actions);
}

/** @param {{ id: string, name: string }} method */
function confirmDelete({ id, name }) {
  const dialog = new StepDialog(showMethods);
  dialog.show({
    title: `Delete ${name.toLowerCase()}?`,
    body: [h('p', {}, 'Codes of this app will no longer be accepted.')],
    next: {
      label: 'Delete',
      go: async () => {
        await ask('delete', { id });
        dialog.close();
      },
    },
  });
}

showMethods();
