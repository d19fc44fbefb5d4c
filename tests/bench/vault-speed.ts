import type { Browser, Page } from '../e2e/browsers/browser.ts';
import { installVault } from './install-vault.ts';
import { type SealedAccounts, sealAccounts } from './sealed-accounts.ts';
import { type Spread, spread } from './spread.ts';

/** Under which the accounts to be added are handed in. */
const INTAKE_PAGE = 'b0d3a2f4-5c1e-4c0b-9a77-0d6a3f0c9e11';
const FEW = 20;
const MANY = 10_000;
/** One of few and one of many in turn, so that both meet the same load on the machine. */
const ROUNDS = 15;

/** The first three begin locked, with the PRF's bytes; none has a ceremony or Argon2 in it. */
const ACTS = [
  'unlock, first code',
  'unlock, add one account, its code',
  'unlock, search, its code',
  'add one account',
  'search',
] as const;
type Act = (typeof ACTS)[number];
type Times = Record<Act, number>;

export interface VaultSpeed {
  readonly act: Act;
  readonly few: Spread;
  readonly many: Spread;
  readonly ratio: number;
}

/**
 * What a vault of 20 and one of 10,000 accounts take, as a page of the extension sees it: the messages are in it, and
 * what is written was read back.
 */
export async function measureVault(
  browser: Browser,
  tell: (line: string) => void,
): Promise<VaultSpeed[]> {
  const page = await browser.newPage(browser.extensionUrl('manager.html'));
  const few: Times[] = [];
  const many: Times[] = [];
  // The first pair warms up and is not counted.
  for (let round = 0; round <= ROUNDS; round += 1) {
    tell(`vault speed, round ${round} of ${ROUNDS} …`);
    for (const [count, times] of [
      [FEW, few],
      [MANY, many],
    ] as const) {
      const measured = await measureRound(browser, page, await sealAccounts(count, 1), count);
      if (round > 0) times.push(measured);
    }
  }
  await page.close();
  return ACTS.map((act) => {
    const [fewSpread, manySpread] = [few, many].map((all) => spread(all.map((one) => one[act])));
    if (!fewSpread || !manySpread) throw new Error('nothing was measured');
    return {
      act,
      few: fewSpread,
      many: manySpread,
      ratio: manySpread.median / fewSpread.median,
    };
  });
}

async function measureRound(
  browser: Browser,
  page: Page,
  { way, material, ...sealed }: SealedAccounts,
  count: number,
): Promise<Times> {
  const open = ['vault.open', { way, material }] as const;
  const uriOf = (letter: string) => `otpauth://totp/Bench:added?secret=${letter}ZXW6YTBOJRGC6RA`;
  const adding = (letter: string): Requests => [
    ['intake.read', { page: INTAKE_PAGE, texts: [uriOf(letter)], keep: false }],
    ['intake.add', { page: INTAKE_PAGE }],
  ];
  const list = (query: string) => ['accounts.list', { query, from: 0, count: 20 }] as const;
  const query = `user${count - 1} organisation`;
  const run = (...requests: Requests) => page.evaluate(sendAll, ...requests);
  await run(['vault.lock']);
  await browser.background(installVault, { ...sealed, way, material });

  const first = await run(open, list(''), ['accounts.codes']);
  await run(['vault.lock']);
  const added = await run(open, ...adding('M'), list('added'), ['accounts.codes']);
  await run(['vault.lock']);
  const found = await run(open, list(query), ['accounts.codes']);
  return {
    'unlock, first code': first,
    'unlock, add one account, its code': added,
    'unlock, search, its code': found,
    'add one account': await run(...adding('N')),
    search: await run(list(query)),
  };
}

type Requests = (readonly [name: string, request?: unknown])[];

/**
 * Sends requests one after the other; `accounts.codes` asks for those of the accounts that were listed last, `intake.add`
 * for those that were found last. Gives the milliseconds it took.
 */
async function sendAll(...requests: Requests): Promise<number> {
  let listed: { readonly id: string }[] = [];
  const start = performance.now();
  for (const [name, given] of requests) {
    const ids = listed.map(({ id }) => id);
    const accounts = ids.map((findingId) => ({ findingId }));
    const request =
      name === 'accounts.codes'
        ? { ids }
        : name === 'intake.add'
          ? { ...(given as object), accounts }
          : given;
    const reply = await chrome.runtime.sendMessage({ name, request });
    if (!reply?.ok) throw new Error(`${name}: ${reply?.code}`);
    if (name === 'accounts.list') listed = reply.response.accounts;
    if (name === 'intake.read') listed = reply.response.findings;
    if (name === 'accounts.codes' && reply.response.length === 0) throw new Error('no code');
  }
  return performance.now() - start;
}
