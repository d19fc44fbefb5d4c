/** What every popup begins with: preact, the parts that other pages have too, and the popup's own. */
const AT_ONCE = [
  /\/node_modules\/(?:preact|@preact)\//u,
  /\/src\/(?:fault|own-browser|glance\/stored|messages\/(?:client|runtime|told))\.ts$/u,
  /\/src\/ui\/(?:account-name|added-sentence|copy-code|fault-sentence|i18n|in-order|language-item|notice|site-permission|tell-use|words-item|use-asked|use-attempt|enrolment\/finding)\.tsx?$/u,
  /\/src\/ui\/accounts\/(?:format-code|search-field|use-accounts)\.tsx?$/u,
  /\/src\/ui\/kit\/(?:account-icon|code|countdown|countdown-timing|icon-button|lucide-icon|menu|menu-keys|segmented|tile|use-is-painted)\.tsx?$/u,
  /\/src\/ui\/popup\/(?:adopt-linked-styles|ask|early|read-glance|popup|show-popup|late|late-parts|first|is-quiet|popup-header|open-vault|open-manager|code-list|row-menu|use-active-tab|use-shown-code|use-enrolment|use-sign-in|add-here|bind-here|fresh-code|enter-act|look-alikes|row-list|row-keys|row-who|proof-mark|sign-in-cards|sign-in-sentence|stretch|use-rows|use-view|account-panel|group-chips|use-slash|account-code|code-row|codes|copy-label|counter-row|use-codes|use-next-code|use-here)\.tsx?$/u,
  /\/src\/ui\/(?:base|tokens)\.css$/u,
  /lucide-preact.*\/(?:pin|plus|lock)\.mjs$/u,
  /virtual:wxt-(?:html-)?plugins/u,
  /\/src\/issuers\/issuer-icon-path\.ts$/u,
];

/**
 * Chromium reads all functions of such a file at once, off the page's thread, and keeps them with it. Else it would read
 * a hundred of them one by one while the popup is drawn: 3 to 8 ms.
 */
const READ_ALL = '//# allFunctionsCalledOnLoad\n';

const CHUNK = 'pages';

/** A file of the build, as far as it is looked at. */
interface Built {
  readonly type: string;
  readonly name?: string | undefined;
  code?: string;
}

/**
 * Plugin of the build: one chunk of what pages begin with. Else every module that two of them share would be a file of
 * its own, two dozen for the popup, and each takes its time to open.
 */
export function pagesChunk() {
  return {
    name: 'countersign:pages-chunk',
    outputOptions: (options: { readonly format?: string | undefined }) =>
      options.format === 'es'
        ? {
            ...options,
            codeSplitting: {
              groups: [
                { name: CHUNK, test: (id: string) => AT_ONCE.some((each) => each.test(id)) },
              ],
            },
          }
        : null,
    // After all others: it is to be the first line.
    generateBundle: {
      order: 'post' as const,
      handler: (_: unknown, files: Readonly<Record<string, Built>>) => {
        for (const file of Object.values(files)) {
          if (file.type === 'chunk' && file.name === CHUNK) file.code = READ_ALL + file.code;
        }
      },
    },
  };
}
