/** A file of the build, as far as it is looked at. */
type Built =
  | { readonly type: 'asset'; source: string | Uint8Array }
  | { readonly type: 'chunk'; code: string };

const LINKED = /\s*<link rel="stylesheet"[^>]*href="\/(?<file>[^"]+)"[^>]*>/gu;
const SCRIPT = /<script type="module"[^>]*src="\/(?<file>[^"]+)"/u;

/**
 * Plugin of the build: the pages of the named entry points adopt their styles by their script, instead of linking them. The browser paints
 * nothing before linked ones are there, and each file of an extension takes its time to come: 5 to 10 ms of some 60.
 */
export function adoptedStyles(pages: readonly string[]) {
  return {
    name: 'countersign:adopted-styles',
    // After the pages have been written.
    generateBundle: {
      order: 'post' as const,
      handler: (_: unknown, files: Readonly<Record<string, Built>>) => {
        for (const page of pages) {
          // WXT puts it elsewhere later.
          const html = files[`entrypoints/${page}/index.html`];
          if (html?.type !== 'asset') continue;
          const text = String(html.source);
          const script = files[SCRIPT.exec(text)?.groups?.['file'] ?? ''];
          if (script?.type !== 'chunk') throw new Error(`${page} names no script of the build`);
          const styles = Array.from(text.matchAll(LINKED), ({ groups }) => {
            const linked = files[groups?.['file'] ?? ''];
            if (linked?.type !== 'asset') throw new Error(`${page} links unknown styles`);
            return String(linked.source);
          });
          html.source = text.replaceAll(LINKED, '');
          script.code = `{const s=new CSSStyleSheet;s.replaceSync(${JSON.stringify(styles.join(''))});document.adoptedStyleSheets=[s]}${script.code}`;
        }
      },
    },
  };
}
