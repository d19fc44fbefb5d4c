import { newPushActivation, PUSH_TEXTS } from '../qr-texts.ts';
import { type Till, TRANSFER_PARTS } from './till.ts';

/** Codes that are drawn in the usual way and hold something special, by what `as` says. */
const SPECIAL: Readonly<Record<string, (till: Till, part: number) => string>> = {
  transfer: (till, part) => till.transferPart(Math.min(Math.max(part, 1), TRANSFER_PARTS)),
  steam: (till) => till.newUri('alex', 'Steam', 'steam'),
  web: () => 'https://shop.contoso.example/menu?table=7',
  wifi: () => 'WIFI:T:WPA;S:Contoso Guests;P:welcome-2-contoso;;',
  'text-only': () => 'Table 7 – scan at the till, please',
  push: () => PUSH_TEXTS.old(newPushActivation()),
};

/** What the page's code holds: the text of the address if it names one, else a new account's. */
export function contentOf(till: Till, { searchParams }: URL): string {
  const given = searchParams.get('text');
  if (given !== null) return given;
  const special = SPECIAL[searchParams.get('as') ?? ''];
  if (special) return special(till, Number(searchParams.get('part') ?? '1'));
  return till.newUri(searchParams.get('account') ?? 'alex');
}
