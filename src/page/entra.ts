import type { CodeField } from './detector/field.ts';
import type { Found, Shown, SitePages } from './found.ts';
import { codeFieldOf } from './microsoft-field.ts';
import { ENTRA } from './microsoft-selectors.ts';
import { namedControl } from './named-control.ts';
import { shownElement, shownMessage } from './shown-element.ts';
import { ANOTHER_WAY, APP_CODE } from './sign-in-phrases.ts';

/** Work and guest accounts, on `login.microsoftonline.com`. */
export const ENTRA_PAGES: SitePages = {
  find,
  shown,
  findByHand: () => find().field,
  findAnew: () => find().field,
  submit: () => shownElement(ENTRA.submit)?.click(),
  toList: () => shownElement(ENTRA.anotherWay) ?? namedControl(ANOTHER_WAY),
  toCode: () => shownElement(ENTRA.appTile) ?? namedControl(APP_CODE),
};

function find(): Found {
  const error = shownMessage(ENTRA.error);
  return { field: findField(), error, push: findPush() };
}

/** The field for an app's code; not that for a code by SMS or call, which looks the same. */
function findField(): CodeField | undefined {
  return methods() === ENTRA.appCode ? codeFieldOf(document, ENTRA.code, ENTRA.boxes) : undefined;
}

/** The method in use, where the page names one and no other. */
function methods(): string | undefined {
  const named = [...document.querySelectorAll<HTMLInputElement>(ENTRA.method)];
  const [method, ...others] = new Set(named.map(({ value }) => value));
  return others.length === 0 ? method : undefined;
}

function findPush(): Found['push'] {
  if (shownElement(ENTRA.list)) return 'list';
  const isPush = (methods() ?? ENTRA.pushApproval) === ENTRA.pushApproval;
  return isPush && shownElement(ENTRA.push) ? 'waits' : undefined;
}

function shown(): Shown {
  const account = readAccount();
  const tenant = readTenant();
  return { shown: account ? [account] : [], ...(tenant ? { tenant } : {}) };
}

function readAccount(): string {
  const banner = document.querySelector<HTMLElement>(ENTRA.account);
  return (
    banner?.title.trim() ||
    banner?.textContent.trim() ||
    document.querySelector<HTMLInputElement>(ENTRA.login)?.value.trim() ||
    ''
  );
}

/** `$Config` is the page's own variable, out of reach here; the script that sets it can be read. */
function readTenant(): string | undefined {
  for (const { textContent } of document.scripts) {
    const found = /"urlCancel":"[^"]*?([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})/iu.exec(
      textContent,
    );
    if (found?.[1]) return found[1].toLowerCase();
  }
  return undefined;
}
