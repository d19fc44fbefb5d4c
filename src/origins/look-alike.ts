import { parse } from 'tldts';
import { editDistance } from './edit-distance.ts';
import { spellHost } from './host-spelling.ts';
import { skeletonOf } from './skeleton.ts';

/**
 * Names that say what a host is for and not whose it is: `login.bank.example` is not taken for `login.gov`
 * because of that word.
 */
const COMMON_NAMES: ReadonlySet<string> = new Set(
  (
    'account accounts admin api app apps auth bank blog business cloud connect console dashboard data developer ' +
    'developers docs example files forum help home hosting identity info link live login mail media meet mobile news ' +
    'office online open pages password portal secure security server service services shop signin site sites social ' +
    'start static status store support team test time user users video wallet wiki work world www'
  )
    .split(' ')
    .map(skeletonOf),
);

/** From how many letters on a name is known again where it is run together with another word. */
const RUN_TOGETHER = 6;
/** Shorter ones are next to one another too often: `dhl` and `dhs`. */
const SHORTEST_TYPED_WRONG = 4;
/** From how many letters on two of them may be wrong. */
const TWO_WRONG = 9;

/** The name is a host and nothing else; a browser has let it pass. */
const EXACTLY = { extractHostname: false, validateHostname: false };

/** A host, taken apart. Words and labels are skeletons; words are the parts between dots and hyphens. */
interface Parsed {
  /** Without port and trailing dot. */
  readonly name: string;
  /** What one owner has: one label under a public suffix. */
  readonly domain: string;
  readonly domainWords: readonly string[];
  /** The domain's own label, without the suffix. */
  readonly label: string;
  readonly labelWords: readonly string[];
  /** The labels before the domain. */
  readonly subLabels: readonly string[];
  /** Of all but the public suffix. */
  readonly words: readonly string[];
}

/**
 * Those of the bound hosts that this one could be mistaken for. Not those that it equals, nor those of the same owner
 * (`www.bank.example` and `bank.example`), where public and private suffixes tell owners apart. An IP address looks
 * like nothing.
 *
 * @param host as the browser serialises it, with or without a port
 * @param bound likewise
 */
export function lookAlikes(host: string, bound: readonly string[]): string[] {
  const asked = parseHost(host);
  if (asked === undefined) return [];
  return bound.filter((each) => {
    const known = each === host ? undefined : parseHost(each);
    return known !== undefined && looksLike(asked, known);
  });
}

function looksLike(asked: Parsed, known: Parsed): boolean {
  // Another port, a trailing dot.
  if (asked.name === known.name) return true;
  if (asked.domain === known.domain) return false;
  return (
    asked.label === known.label || isTypedWrong(asked.label, known.label) || borrows(asked, known)
  );
}

function isTypedWrong(asked: string, known: string): boolean {
  if (Math.min(asked.length, known.length) < SHORTEST_TYPED_WRONG) return false;
  const most = known.length >= TWO_WRONG ? 2 : 1;
  return editDistance(asked, known, most) <= most;
}

/** Whether the other's domain or name stands in this host, beside what really says whose it is. */
function borrows(asked: Parsed, known: Parsed): boolean {
  if (holds(asked.words, known.domainWords)) return true;
  const { label } = known;
  if (COMMON_NAMES.has(label)) return false;
  if (asked.subLabels.includes(label) || holds(asked.labelWords, known.labelWords)) return true;
  return (
    label.length >= RUN_TOGETHER && (asked.label.startsWith(label) || asked.label.endsWith(label))
  );
}

/** Whether a sequence of words holds another one, unbroken. */
function holds(words: readonly string[], sought: readonly string[]): boolean {
  return words.some((_, start) => sought.every((word, index) => words[start + index] === word));
}

/** Undefined for an IP address. */
function parseHost(host: string): Parsed | undefined {
  const name = host.replace(/:\d+$/u, '').replace(/\.$/u, '').toLowerCase();
  const { isIp, domain } = parse(name, { ...EXACTLY, allowPrivateDomains: true });
  if (isIp === true || name === '') return undefined;
  // A public suffix is a host as well (`github.io`), and so is a name without a dot.
  const owned = domain ?? name;
  const [label = '', ...suffix] = skeletonsOf(owned);
  const subLabels = skeletonsOf(name.slice(0, -owned.length - 1));
  return {
    name,
    domain: owned,
    domainWords: wordsOf([label, ...suffix]),
    label,
    labelWords: wordsOf([label]),
    subLabels,
    words: wordsOf([...subLabels, label]),
  };
}

/** One for each label, as it reads. */
function skeletonsOf(name: string): string[] {
  if (name === '') return [];
  return (spellHost(name).unicode ?? name).split('.').map(skeletonOf);
}

function wordsOf(labels: readonly string[]): string[] {
  return labels.flatMap((label) => label.split('-')).filter((word) => word !== '');
}
