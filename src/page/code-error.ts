import type { CodeField } from './detector/field.ts';
import { fold } from './detector/fold.ts';
import { isVisible } from './visible.ts';

/**
 * How pages say that a code is wrong, in folded text: by what they say rather than by language, and in stems, since these words
 * also go into every page.
 */
const WRONG = new RegExp(
  [
    // It is not right.
    /(?:n't|\b(?:not?|non|nao|pas|niet|nicht)) [^?.]{0,15}(?:valid|cor+ec?t|cert|right|match|work|accept|recogni|verif|confirm|bon\b|riuscit|gelukt|juist|geldig|gultig|richtig|korrekt)/,
    // It is wrong.
    /wrong|in(?:cor+ec?t|valid)|mismatch|rejected|falsch|ungult|stimmt nicht|mauvais|erron|equivocad|err(?:at|ad)[oa]|sbagliat|onjuist|ongeldig|verkeerd|klopt niet|niep[or]*aw|bledn[ey]|yanlis|gecersiz|dogru degil|hatali/,
    // It is too old, or was used.
    /expired|expirad|expire\b(?! (?:dans|en|a|le)\b)|abgelauf|caducad|scadut|verlopen|wygasl|suresi (?:do|gec)/,
    /\b(?:already|bereits|deja|ya|gia|ja|al|juz|zaten) (?:.{0,12} )?(?:us[ae]|(?:ver)?wend|benutz|utili|gebruik|uzyt|wykorz|kullan)/,
    // It failed.
    /\bfail|fal(?:l[it]|h)|fehlgesch|ech(?:ec|ou)|mislukt|nie (?:powiodl|udal)|basarisiz|dogrulanama|unable to|too many (?:\w+ )?(?:attempts|tries)|impossib/,
    // A right one is wanted.
    /\b(?:enter|einen|une?|um|een)(?: a| cod\w+)? (?:valid|cor+ec?t|gultig|geldig)|(?:podaj|wpisz|wprowadz) (?:poprawn|prawidlow)|gecerli bir/,
    /正しくあり|正しい\S{0,8}入力|間違|違[いっ]|無効|誤[りっ]|期限[切が]|一致しま|失敗|使用済|できませんでした/,
    /[错錯][误誤]|[无無]效|不正[确確]|[过過]期|失效|有[误誤]|失[败敗]|已(?:被|经|經)?使用|入(?:正[确確]|有效)/,
    /잘못|올바[르른]|유효[하한]|만료|일치하지|틀렸|실패|이미 사용/,
  ]
    .map(({ source }) => source)
    .join('|'),
  'u',
);

/** Where such words stand, if the page is built for everybody; else it is told by what its parts are called. */
const SPOKEN = '[role="alert"], [aria-live="assertive"], [aria-live="polite"], [role="status"]';
const CALLED = ['error', 'invalid', 'danger', 'alert', 'flash', 'toast', 'notification', 'message']
  .map((name) => `[class*="${name}" i], [id*="${name}" i]`)
  .join();

const MOST_ELEMENTS = 50;

/** Characters; more is no error message. */
const LONGEST = 300;

/** What the page says against the code that was in the field: nearby or, as pages do after they were sent, on top. */
export function findCodeError({ inputs: [input] }: CodeField): Element | undefined {
  const root = input.getRootNode() as Document | ShadowRoot;
  const near = input.form ?? input.parentElement?.parentElement ?? root;
  const found = [
    ...describing(input, root),
    ...root.querySelectorAll(SPOKEN),
    ...near.querySelectorAll(CALLED),
    ...root.querySelectorAll(CALLED),
    ...(root === document ? [] : document.querySelectorAll(`${SPOKEN}, ${CALLED}`)),
  ];
  return [...new Set(found)].slice(0, MOST_ELEMENTS).find(isError);
}

/** What the field itself names, where it is marked as wrong. */
function describing(input: HTMLInputElement, root: Document | ShadowRoot): Element[] {
  if (input.getAttribute('aria-invalid') !== 'true') return [];
  const ids = `${input.getAttribute('aria-errormessage') ?? ''} ${input.getAttribute('aria-describedby') ?? ''}`;
  return ids.split(/\s+/u).flatMap((id) => (id && root.getElementById(id)) || []);
}

function isError(element: Element): boolean {
  const text = element.textContent.trim();
  return text !== '' && text.length <= LONGEST && WRONG.test(fold(text)) && isVisible(element);
}
