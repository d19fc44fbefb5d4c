import { browser } from 'wxt/browser';
import type messages from '../../public/_locales/en/messages.json';
import { LANGUAGE_ITEM } from './language-item.ts';

export type MessageKey = keyof typeof messages;

/** A sentence with a count: English has it as `…_one` and `…_other`, other languages in more or fewer forms. */
export type CountedKey = MessageKey extends infer Key
  ? Key extends `${infer Base}_other`
    ? Base
    : never
  : never;

/** Sentences by their key. */
export type Messages = Readonly<Record<string, string>>;

/** Sentences of the browser's own language, as they are in its file. */
export interface Words {
  /** The browser's language when they were kept. */
  readonly browsers: string;
  readonly sentences: Messages;
}

/** Languages that are written from right to left. */
const RIGHT_TO_LEFT = new Set(['ar', 'fa', 'he', 'ur']);

/** Of the language that the user chose; undefined: the browser has those of its own. */
let chosen: Messages | undefined;
/** Those that the document began with, where there is no `chosen`. */
let atHand: Messages = {};
/** What the browser had to be asked for. */
const asked = new Set<MessageKey>();
let documentLanguage = 'en';

/** A sentence in the user's language, with `$1`, `$2`, … replaced. */
export function t(key: MessageKey, ...substitutions: readonly string[]): string {
  const sentence = chosen?.[key] ?? atHand[key];
  if (sentence === undefined) asked.add(key);
  return filled(sentence, substitutions) ?? browser.i18n.getMessage(key, [...substitutions]);
}

/**
 * What is to be kept for the next document to begin with; undefined where that has it all. In a new process the browser reads
 * its file of all sentences before it gives the first one, and the page waits: 9 ms.
 */
export function wordsToKeep(): Words | undefined {
  if (chosen || asked.size === 0) return undefined;
  const sentences = Object.fromEntries(Array.from(asked, (key) => [key, unfilled(key)]));
  return {
    browsers: browser.i18n.getUILanguage(),
    sentences: { ...atHand, ...sentences },
  };
}

/** With its `$1`, `$2`, … where they are in the file. */
function unfilled(key: MessageKey): string {
  return browser.i18n.getMessage(key, ['$1', '$2', '$3', '$4']);
}

/** A sentence with a count, in the form that the language has for it. `$1` is the count, the others follow. */
export function tn(key: CountedKey, count: number, ...substitutions: readonly string[]): string {
  const form = new Intl.PluralRules(documentLanguage).select(count);
  const all = [numeral(count), ...substitutions] as const;
  // Not every form is there in English, from which the type is made.
  return t(`${key}_${form}` as MessageKey, ...all) || t(`${key}_other`, ...all);
}

/** How counts are written, made once for a language: a list of organisations has hundreds. */
let counts: Intl.NumberFormat | undefined;

/** A number as the language of the document writes it. */
export function numeral(value: number, options?: Intl.NumberFormatOptions): string {
  if (options) return new Intl.NumberFormat(documentLanguage, options).format(value);
  counts ??= new Intl.NumberFormat(documentLanguage);
  return counts.format(value);
}

/** The language of the sentences, as a BCP 47 tag: for whatever `Intl` writes between them. */
export function language(): string {
  return documentLanguage;
}

/**
 * Title, language and direction of the document follow the sentences. To be awaited before anything is said: a language
 * that the user chose is loaded first.
 *
 * @param words kept by a document before; there are none where the user chose a language
 */
export async function localizeDocument(titleKey: MessageKey, words?: Words): Promise<void> {
  if (words && words.browsers === browser.i18n.getUILanguage()) atHand = words.sentences;
  else chosen = await chosenMessages();
  documentLanguage = tagOf(t('languageTag'));
  counts = undefined;
  const { documentElement } = document;
  documentElement.lang = documentLanguage;
  documentElement.dir = RIGHT_TO_LEFT.has(baseOf(documentLanguage)) ? 'rtl' : 'ltr';
  document.title = t(titleKey);
}

async function chosenMessages(): Promise<Messages | undefined> {
  const code = localStorage.getItem(LANGUAGE_ITEM);
  return code === null ? undefined : (await import('./language.ts')).messagesOf(code);
}

/** The browser's own tag where it is the same language: it may name a country, whose way to write dates that is. */
function tagOf(messagesTag: string): string {
  const browsers = browser.i18n.getUILanguage();
  return baseOf(browsers) === baseOf(messagesTag) ? browsers : messagesTag;
}

function baseOf(tag: string): string {
  return tag.replace(/[-_].*$/su, '');
}

function filled(message: string | undefined, substitutions: readonly string[]): string | undefined {
  return message?.replace(/\$(\d)/gu, (_, place: string) => substitutions[Number(place) - 1] ?? '');
}
