import type { Html } from '../html.ts';
import { html } from '../html.ts';
import type { BankTexts } from './texts.ts';

/** One way in which the bank asks for the code. */
export interface Variant {
  /** English, in place of the usual texts. */
  readonly texts?: Partial<BankTexts>;
  /** What stands where the field belongs; the usual field, if nothing is said. */
  readonly field?: (texts: BankTexts) => Html;
  /** Run by `assets/bank/main.js`, which has an act of this name for it. */
  readonly act?: string;
  readonly hidden?: boolean;
  /** Where `form` is not the server's. */
  readonly form?: 'of-script' | 'in-frame';
}

/** The field that the texts label, with the attributes of the variant. */
function labelled({ label }: BankTexts, attributes: Html): Html {
  return html`<label for="code">${label}</label>
<input id="code" name="code" ${attributes}>`;
}

const usual = (texts: BankTexts) =>
  labelled(texts, html`type="text" inputmode="numeric" autocomplete="one-time-code" maxlength="6"`);

const place = () => html`<div id="place"></div>`;

/** A code that came in another way: the field is the usual one, and only the words tell. */
function elsewhere(title: string, lead: string, label: string): Variant {
  return { texts: { title, lead, label } };
}

const BOXES = html`<div id="boxes" role="group" aria-labelledby="lead">${[1, 2, 3, 4, 5, 6].map(
  (position) =>
    html`<input id="code-${position}" type="text" inputmode="numeric" maxlength="1" autocomplete="off" aria-label="Digit ${position}">`,
)}</div><input type="hidden" name="code">`;

const VARIANTS: Readonly<Record<string, Variant>> = {
  single: {},
  plain: { field: (texts) => labelled(texts, html`type="text"`) },
  boxes: { field: () => BOXES, act: 'boxes' },
  'boxes-paste-only': { field: () => BOXES, act: 'pasteBoxes' },
  password: {
    texts: { label: 'Authenticator code' },
    field: (texts) => labelled(texts, html`type="password" autocomplete="off" maxlength="6"`),
  },
  late: { field: place, act: 'late' },
  're-rendered': { field: place, act: 'rerendered' },
  shadow: { field: () => html`<bank-code id="host"></bank-code>`, act: 'shadow' },
  'shadow-closed': { field: () => html`<bank-code id="host"></bank-code>`, act: 'closedShadow' },
  'hidden-body': { act: 'hiddenBody', hidden: true },
  spa: { form: 'of-script', act: 'singlePage' },
  'inline-error': { act: 'inlineError' },
  'frame-same': { form: 'in-frame' },
  'frame-cross': { form: 'in-frame' },
  sms: elsewhere(
    'Check your messages',
    'We sent a text message with a code to your phone •••• ••42. Enter it here. Resend the code if it did not arrive.',
    'Code from the text message',
  ),
  email: elsewhere(
    'Check your inbox',
    'We sent a code to your e-mail address a•••@bank.example. Enter it here. Resend the e-mail if it did not arrive.',
    'Code from the e-mail',
  ),
  hardware: elsewhere(
    'Use your token',
    'Press the button of your hardware token and enter the six digits on its display.',
    'Code of your hardware token',
  ),
  'access-pass': elsewhere(
    'Use your access pass',
    'Enter the Temporary Access Pass that the bank gave you.',
    'Temporary Access Pass',
  ),
  recovery: elsewhere(
    'Use a recovery code',
    'Enter one of the backup codes that you printed when you set up your account.',
    'Recovery code',
  ),
  counter: {
    texts: { lead: 'Let your authenticator app make the next code, and enter its six digits.' },
  },
  'two-accounts': {},
};

export const VARIANT_NAMES: readonly string[] = Object.keys(VARIANTS);

export function findVariant(name: string | undefined): Variant | undefined {
  return name !== undefined && Object.hasOwn(VARIANTS, name) ? VARIANTS[name] : undefined;
}

export function fieldOf({ field = usual }: Variant, texts: BankTexts): Html {
  return field(texts);
}
