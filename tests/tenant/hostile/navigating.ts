import type { BankState } from '../bank/bank.ts';
import { bankPage, codeForm, codePath } from '../bank/pages.ts';
import { findVariant } from '../bank/variants.ts';
import type { Reply, Request } from '../exchange.ts';
import { BANK_HOST } from '../hosts.ts';
import { html } from '../html.ts';
import { notFound } from '../page.ts';
import { EVIL_HOST } from './hosts.ts';

/** How often the bank's page gives way to the other one, each time after another while. */
const ROUNDS = 12;

const roundOf = ({ url }: Pick<Request, 'url'>) => Number(url.searchParams.get('round') ?? '0');

/** The bank's own page with the field, which leaves for the other host right after it is shown. */
export function leavingPage(request: Request, bank: BankState): Reply {
  const variant = findVariant('single');
  if (!variant) return notFound();
  const visit = bank.begin(bank.users.alex);
  const round = roundOf(request);
  return bankPage({
    script: ['hostile/navigates.js', 'bank/main.js'],
    config: { round, next: `https://${EVIL_HOST}/navigated?round=${round}` },
    body: codeForm(visit, codePath('single', visit), { variant, language: 'en' }),
  });
}

/** Where it went: the same field on another host, and back again until the rounds are over. */
export function navigatedPage(request: Request): Reply {
  const round = roundOf(request);
  const over = round + 1 >= ROUNDS;
  return bankPage({
    script: over
      ? ['hostile/catch.js', 'hostile/copy.js']
      : ['hostile/catch.js', 'hostile/navigates.js'],
    ...(!over && {
      config: { round, next: `https://${BANK_HOST}/hostile/navigates?round=${round + 1}` },
    }),
    body: html`<form method="post" action="/take">
<label for="code">Authentication code</label>
<input id="code" name="code" type="text" inputmode="numeric" autocomplete="one-time-code" maxlength="6">
<button id="verify">Verify</button>
</form>`,
  });
}
