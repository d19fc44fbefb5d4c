import { addressesShown } from './addresses.ts';
import { attendSignIn } from './attend-sign-in.ts';
import { findCodeError } from './code-error.ts';
import { detectFields } from './detector/detect.ts';
import type { CodeField } from './detector/field.ts';
import { fieldToFill } from './detector/to-fill.ts';
import type { Found, SitePages } from './found.ts';
import { meantField } from './meant-field.ts';
import { OpenRoots } from './open-roots.ts';
import { isPasswordOnShow, waitsForPassword } from './password-beside.ts';
import { watchFields } from './watch-fields.ts';

/** Of the document, so that not every look has to walk over it. */
const ROOTS = new OpenRoots();

/** Any site: all that is known of it is what its page shows. */
const PAGES: SitePages = {
  find,
  shown: (field) => ({ shown: field ? addressesShown(field) : [] }),
  findByHand: meantField,
  findAnew,
  submit,
};

/** Attends a site to which the user let Countersign. */
export function attendSite(): void {
  attendSignIn(PAGES, (look) => watchFields(look, { isInputNeeded: true, roots: ROOTS }));
}

function find(): Found {
  const fields = detectFields(document, ROOTS.known());
  const field = fieldToFill(fields);
  // A field that is filled in, or that the page has closed meanwhile, may be the one that is wrong.
  const [refused] = field ? [field] : fields.filter(({ kind }) => kind === 'app');
  return {
    field: field && !waitsForPassword(field) ? field : undefined,
    error: refused && findCodeError(refused),
    hasPassword: !field && isPasswordOnShow(),
  };
}

function findAnew({ kind, inputs }: CodeField): CodeField | undefined {
  return detectFields(document).find(
    (field) => field.kind === kind && field.inputs.length === inputs.length,
  );
}

/** As Enter in the field would, but that no button is clicked: only the form hears of it. */
function submit({ inputs: [input] }: CodeField): void {
  const { form } = input;
  if (!form) return;
  const [button] = [...form.elements].filter(isSubmitter);
  if (!button?.matches(':disabled')) form.requestSubmit(button);
}

function isSubmitter(element: Element): element is HTMLButtonElement | HTMLInputElement {
  return element.matches(
    'button[type="submit" i], button:not([type]), input[type="submit" i], input[type="image" i]',
  );
}
