// The slash at the end names the package: Node has a deprecated module of the same name.
import { decode, toASCII } from 'punycode/';

/** A host as it is, and as it reads. */
interface HostSpelling {
  /** In full, with every international label as punycode: what tells two hosts apart. */
  readonly ascii: string;
  /** Undefined where it reads the same, or its punycode is not the one of any name that can be shown. */
  readonly unicode: string | undefined;
}

const PUNYCODE = 'xn--';

/**
 * How a host is spelled and how it reads (RFC 3492).
 *
 * @param host as the browser serialises it, with or without a port
 */
export function spellHost(host: string): HostSpelling {
  const ascii = host.toLowerCase();
  if (!ascii.includes(PUNYCODE)) return { ascii, unicode: undefined };
  const port = /:\d+$/u.exec(ascii)?.[0] ?? '';
  const name = ascii.slice(0, ascii.length - port.length);
  const read = readName(name);
  return { ascii, unicode: read === undefined || read === name ? undefined : read + port };
}

function readName(name: string): string | undefined {
  try {
    const read = name.split('.').map(readLabel).join('.');
    // What is written otherwise, or holds what nobody sees (a space, a mark of direction), would be shown as what it is not.
    return toASCII(read) === name && !/[\p{C}\p{Z}]/u.test(read) ? read : undefined;
  } catch {
    return undefined;
  }
}

function readLabel(label: string): string {
  return label.startsWith(PUNYCODE) ? decode(label.slice(PUNYCODE.length)) : label;
}
