/**
 * The popup's first styles are adopted by its script (`adopted-styles-plugin.ts`), and what is adopted comes after all that
 * is linked. The styles of a part that comes later are to come after them: they are adopted, too.
 */
export function adoptLinkedStyles(): void {
  for (const link of document.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"]')) {
    if (!link.sheet || link.disabled) continue;
    const adopted = new CSSStyleSheet();
    adopted.replaceSync(Array.from(link.sheet.cssRules, ({ cssText }) => cssText).join(''));
    document.adoptedStyleSheets.push(adopted);
    // It stays where it is: by it the loader knows that this part has come.
    link.disabled = true;
  }
}
