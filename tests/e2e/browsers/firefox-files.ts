/**
 * Functions that run in a page's process with the rights of the browser, which alone may make files out of paths. Each
 * sees only its arguments, and Firefox's own globals.
 */

interface FileField extends HTMLInputElement {
  mozSetFileArray(files: readonly File[]): void;
}

interface PageSandbox {
  input?: HTMLInputElement;
}

type PrivilegedWindow = Window & {
  readonly windowUtils: { dispatchDOMEventViaPresShellForTesting(on: Element, event: Event): void };
  readonly DragEvent: typeof DragEvent;
  readonly Event: typeof Event;
};

declare const window: PrivilegedWindow;
declare const Components: {
  readonly utils: {
    Sandbox(
      principal: Window,
      options: { sandboxPrototype: Window; wantXrays: boolean },
    ): PageSandbox;
    evalInSandbox(script: string, sandbox: PageSandbox): DataTransfer;
  };
};
declare const ChromeUtils: {
  importESModule(url: 'chrome://remote/content/marionette/interaction.sys.mjs'): {
    interaction: { uploadFiles(field: HTMLInputElement, paths: readonly string[]): Promise<void> };
  };
};

/** As Marionette does for `sendKeys` on such a field; but its events are trusted here. */
export async function chooseFiles(selector: string, paths: readonly string[]): Promise<void> {
  const { interaction } = ChromeUtils.importESModule(
    'chrome://remote/content/marionette/interaction.sys.mjs',
  );
  const field = document.querySelector<FileField>(selector);
  if (!field) throw new Error(`There is no ${selector}`);
  field.mozSetFileArray([]);
  await interaction.uploadFiles(field, paths);
  for (const type of ['input', 'change']) {
    const event = new window.Event(type, { bubbles: true });
    window.windowUtils.dispatchDOMEventViaPresShellForTesting(field, event);
  }
}

/** Drops files on what is at a point; the events are trusted, as all that privileged code makes. */
export async function dropFilesAt(x: number, y: number, paths: readonly string[]): Promise<void> {
  const { interaction } = ChromeUtils.importESModule(
    'chrome://remote/content/marionette/interaction.sys.mjs',
  );
  const field = document.createElement('input');
  field.type = 'file';
  field.multiple = true;
  await interaction.uploadFiles(field, paths);
  // By the page's own rights, since it may not read what others put into a transfer.
  const sandbox = Components.utils.Sandbox(window, { sandboxPrototype: window, wantXrays: true });
  sandbox.input = field;
  const dataTransfer = Components.utils.evalInSandbox(
    `(() => {
      const transfer = new DataTransfer();
      for (const file of input.files) transfer.items.add(file);
      return transfer;
    })()`,
    sandbox,
  );
  const target = document.elementFromPoint(x, y);
  if (!target) throw new Error('There is nothing to drop files on');
  for (const type of ['dragenter', 'dragover', 'drop']) {
    const shared = { bubbles: true, cancelable: true, composed: true };
    target.dispatchEvent(
      new window.DragEvent(type, { ...shared, clientX: x, clientY: y, dataTransfer }),
    );
  }
}

/** Pastes a file where the focus is: an event of the page's own, since Firefox leaves the transfer of others empty. */
export async function pasteFile(path: string): Promise<void> {
  const { interaction } = ChromeUtils.importESModule(
    'chrome://remote/content/marionette/interaction.sys.mjs',
  );
  const field = document.createElement('input');
  field.type = 'file';
  await interaction.uploadFiles(field, [path]);
  const sandbox = Components.utils.Sandbox(window, { sandboxPrototype: window, wantXrays: false });
  sandbox.input = field;
  Components.utils.evalInSandbox(
    `(() => {
      const transfer = new DataTransfer();
      transfer.items.add(input.files[0]);
      const event = new ClipboardEvent('paste', { bubbles: true, cancelable: true, composed: true });
      Object.defineProperty(event, 'clipboardData', { value: transfer });
      document.activeElement.dispatchEvent(event);
    })()`,
    sandbox,
  );
}
