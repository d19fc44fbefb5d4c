import { MESSAGES } from './messages.ts';

type Messages = Readonly<Record<string, { readonly message: string }>>;

/** Characters that Chrome shows of it. */
const LONGEST_DESCRIPTION = 132;
const PLACE = /\$\d/gu;

/**
 * What is wrong with a translation: nothing may be missing, too much, empty, or without a place that English has.
 *
 * @param tag BCP 47
 * @returns sentences for whoever translates
 */
export function localeFaults(tag: string, messages: Messages): readonly string[] {
  const expected = expectedPlaces(tag);
  const faults = Object.keys(messages)
    .filter((key) => !expected.has(key))
    .map((key) => `${key}: no such message, or no such form of it`);
  for (const [key, places] of expected) {
    const message = messages[key]?.message;
    if (message === undefined) faults.push(`${key}: missing`);
    else faults.push(...textFaults(message, places).map((fault) => `${key}: ${fault}`));
  }
  if (messages['languageTag']?.message !== tag) faults.push(`languageTag: has to be ${tag}`);
  const { length } = messages['extensionDescription']?.message ?? '';
  if (length > LONGEST_DESCRIPTION) faults.push(`extensionDescription: ${length} characters`);
  return faults;
}

function textFaults(message: string, { needed, possible }: Places): readonly string[] {
  if (message.trim() === '') return ['empty'];
  const places = new Set(message.match(PLACE));
  return [
    ...(message === message.trim() ? [] : ['space at an end']),
    ...(/\$(?!\d)/u.test(message) ? ['a $ that is no place'] : []),
    ...[...needed].filter((place) => !places.has(place)).map((place) => `${place} is missing`),
    ...[...places].filter((place) => !possible.has(place)).map((place) => `${place} is too much`),
  ];
}

interface Places {
  readonly needed: ReadonlySet<string>;
  readonly possible: ReadonlySet<string>;
}

/** Every message of a language by its key, with the places that it has to have and may have. */
function expectedPlaces(tag: string): ReadonlyMap<string, Places> {
  const all = new Map<string, Places>();
  for (const [key, { message }] of Object.entries(MESSAGES)) {
    const places = new Set(message.match(PLACE));
    if (!key.endsWith('_other')) {
      if (!key.endsWith('_one')) all.set(key, { needed: places, possible: places });
      continue;
    }
    for (const [form, isOneNumber] of formsOf(tag)) {
      const needed = new Set([...places].filter((place) => !isOneNumber || place !== '$1'));
      all.set(key.replace(/other$/u, form), { needed, possible: places });
    }
  }
  return all;
}

/** The forms that a language has for counts; whether a form is for a single number, which it may say in words. */
function formsOf(tag: string): ReadonlyMap<string, boolean> {
  const rules = new Intl.PluralRules(tag);
  const numbers = Array.from({ length: 1001 }, (_, number) => rules.select(number));
  return new Map(
    rules
      .resolvedOptions()
      .pluralCategories.map((form) => [form, numbers.filter((each) => each === form).length === 1]),
  );
}
