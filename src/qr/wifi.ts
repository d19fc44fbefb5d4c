/** What ZXing's wiki calls it ("Barcode Contents"); phones read it so. */
const SCHEME = /^WIFI:/iu;

/** Whether a text claims to be a Wi-Fi network's, be it a good one or not. */
export function isWifi(text: string): boolean {
  return SCHEME.test(text.trim());
}

/** The network's name of `WIFI:T:WPA;S:name;P:password;;`; empty where none can be read. Nothing else is looked at. */
export function wifiName(text: string): string {
  // A field ends at the first semicolon that no backslash stands before.
  for (const [field] of text
    .trim()
    .replace(SCHEME, '')
    .matchAll(/(?:\\.|[^\\;])+/gsu)) {
    const name = /^S:(?<name>.*)$/isu.exec(field)?.groups?.['name'];
    if (name !== undefined) return unquote(name.replace(/\\(?<escaped>.)/gsu, '$<escaped>'), name);
  }
  return '';
}

/** A name that could be taken for hexadecimal digits stands in quotes of its own; escaped ones are part of it. */
function unquote(name: string, raw: string): string {
  return /^".*[^\\]"$/su.test(raw) ? name.slice(1, -1) : name;
}
