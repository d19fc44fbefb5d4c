import { codeInput, part, refusal, send } from './parts.js';

/** The form is not sent: what is wrong appears beside the field, which is emptied and stays the same. */
export function inlineError() {
  part('form').addEventListener('submit', async (event) => {
    event.preventDefault();
    const { value } = codeInput();
    part('error').replaceChildren();
    if (await send(value)) return location.assign(codeAccount());
    codeInput().value = '';
    part('error').replaceChildren(refusal());
  });
}

function codeAccount() {
  return `/account${new URL(part('form').getAttribute('action') ?? '', location.href).search}`;
}
