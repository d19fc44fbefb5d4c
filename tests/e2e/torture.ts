import { randomBytes, randomUUID } from 'node:crypto';
import * as v from 'valibot';
import { ReplySchema } from '../../src/messages/envelope.ts';
import type { MessageName, Request, Response } from '../../src/messages/protocol.ts';
import { encodeBase32 } from '../../src/otp/base32.ts';
import type { Browser, Page } from './browsers/browser.ts';
import { createVault } from './steps.ts';

/** Every account has this issuer, and a number as its name. */
const ISSUER = 'Torture';

/** As many as `accounts.list` gives at once. */
const ROWS = 200;

/** So many writes are timed before the first kill, and the newest of that number from then on. */
const TIMED_WRITES = 7;

/** The share of kills that come on the heels of an answer: there, an answer given too early shows. */
const AT_AN_ANSWER = 1 / 3;

export interface TortureOptions {
  /** So many writes are acknowledged at least. */
  readonly writes: number;
  /** So many times the browser is killed at least. */
  readonly kills: number;
  /** From 0 up to 1, as `Math.random`. */
  readonly random: () => number;
  readonly tell: (line: string) => void;
}

export interface TortureResult {
  /** Writes that were answered with success. */
  readonly acknowledged: number;
  /** Accounts that were missing at any time after they were acknowledged or seen in the vault. */
  readonly lost: number;
  readonly kills: number;
}

/**
 * Writes accounts into a new vault, one after the other, and kills the browser at random moments. After each
 * kill, and once more at the end, every account that was acknowledged has to be there.
 *
 * A kill takes the processes of the browser, not the computer: what it shows is that nothing is acknowledged
 * which the browser still holds in its memory, and that a write cut short harms nothing that was there.
 */
export async function torture(browser: Browser, options: TortureOptions): Promise<TortureResult> {
  const { writes, kills, tell } = options;
  await browser.setAuthenticator({ prf: true, userVerified: true });
  const recoveryCode = await createVault(browser);
  const ledger = new Ledger(tell);
  let page = await openManager(browser, recoveryCode);
  for (let timed = 0; timed < TIMED_WRITES; timed += 1) await writeNext(page, ledger);

  const falls: Fall[] = [];
  while (falls.length < kills || ledger.acknowledged < writes) {
    const duration = ledger.duration;
    const since = await writeUntilKilled(browser, page, ledger, options);
    await browser.restart();
    page = await openManager(browser, recoveryCode);
    const fall = { since, arrived: ledger.check(await readVault(page, tell)) };
    falls.push(fall);
    const { acknowledged, lost } = ledger;
    tell(
      `kill ${falls.length}: ${describeFall(fall, duration)}; acknowledged ${acknowledged}, lost ${lost}`,
    );
  }
  await page.reload();
  ledger.check(await readVault(page, tell));
  tell(summarise(falls));
  return { acknowledged: ledger.acknowledged, lost: ledger.lost, kills: falls.length };
}

/** A source of random numbers that a seed repeats: Mulberry32. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Which accounts were written, and must be in the vault from then on. */
class Ledger {
  readonly #known = new Set<string>();
  readonly #lost = new Set<string>();
  readonly #durations: number[] = [];
  readonly #tell: (line: string) => void;
  #begun = 0;
  /** The write that has no answer yet. */
  #underWay: { readonly account: string; readonly start: number } | undefined;
  acknowledged = 0;

  constructor(tell: (line: string) => void) {
    this.#tell = tell;
  }

  get lost(): number {
    return this.#lost.size;
  }

  /** How many milliseconds a write takes at this time: the median of the newest. */
  get duration(): number {
    const sorted = this.#durations.slice(-TIMED_WRITES).sort((a, b) => a - b);
    return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
  }

  /** Milliseconds since the request that has no answer yet; undefined between two writes. */
  get since(): number | undefined {
    return this.#underWay && performance.now() - this.#underWay.start;
  }

  /** A number is never used twice, also when its write came to nothing. */
  begin(): string {
    this.#begun += 1;
    const account = `${this.#begun}`;
    this.#underWay = { account, start: performance.now() };
    return account;
  }

  acknowledge(account: string): void {
    this.#durations.push(this.since ?? Number.NaN);
    this.#underWay = undefined;
    this.#known.add(account);
    this.acknowledged += 1;
  }

  /**
   * Compares with what is in the vault. The write that a kill left without an answer may be there or not; once
   * it was seen, it has to stay.
   *
   * @returns whether that write is there
   */
  check(present: ReadonlySet<string>): boolean {
    for (const account of this.#known) {
      if (present.has(account) || this.#lost.has(account)) continue;
      this.#lost.add(account);
      this.#tell(`LOST: account ${account} was acknowledged, and is not in the vault`);
    }
    const account = this.#underWay?.account;
    this.#underWay = undefined;
    if (account === undefined || !present.has(account)) return false;
    this.#known.add(account);
    return true;
  }
}

/** Where a kill fell in the course of the writes. */
interface Fall {
  /** Milliseconds since the request that got no answer; undefined between two writes. */
  readonly since: number | undefined;
  /** Whether the account of that request was in the vault afterwards. */
  readonly arrived: boolean;
}

function describeFall({ since, arrived }: Fall, duration: number): string {
  if (since === undefined) return 'at an answer';
  const times = `${since.toFixed(1)} ms into a write of about ${duration.toFixed(1)} ms`;
  return `${times}, which is ${arrived ? '' : 'not '}in the vault`;
}

function summarise(falls: readonly Fall[]): string {
  const cut = falls.filter(({ since }) => since !== undefined);
  const arrived = cut.filter((fall) => fall.arrived).length;
  return (
    `${falls.length} kills: ${cut.length} before an answer (${arrived} of those writes are in the vault, ` +
    `${cut.length - arrived} are not), ${falls.length - cut.length} at an answer`
  );
}

async function writeNext(page: Page, ledger: Ledger): Promise<void> {
  const account = ledger.begin();
  await addAccount(page, account);
  ledger.acknowledge(account);
}

/** When to kill, counted from the first write of a round: after a time, or at an answer. */
type Plan = { readonly milliseconds: number } | { readonly writes: number };

/**
 * A moment in a stretch of time so long that the wanted number of kills sees the wanted number of writes. Or one
 * of the answers in it: by time alone, hardly a kill falls between an answer and the next request.
 */
function drawPlan({ writes, kills, random }: TortureOptions, duration: number): Plan {
  const stretch = Math.max(2, (2 * writes) / kills - 1);
  return random() < AT_AN_ANSWER
    ? { writes: Math.floor(random() * stretch) }
    : { milliseconds: random() * stretch * duration };
}

interface Kill {
  /** Where it fell, as in {@link Fall}. */
  readonly since: number | undefined;
  /** The end of all processes. */
  readonly gone: Promise<void>;
}

/** Writes one account, and then as many as come before the browser is killed. Gives where the kill fell. */
async function writeUntilKilled(
  browser: Browser,
  page: Page,
  ledger: Ledger,
  options: TortureOptions,
): Promise<number | undefined> {
  await writeNext(page, ledger);
  const plan = drawPlan(options, ledger.duration);
  const round: { kill?: Kill } = {};
  const strike = (): Kill => {
    round.kill ??= { since: ledger.since, gone: browser.kill() };
    return round.kill;
  };
  const timer = 'milliseconds' in plan ? setTimeout(strike, plan.milliseconds) : undefined;
  try {
    for (let written = 0; !round.kill; written += 1) {
      if ('writes' in plan && written === plan.writes) strike();
      else await writeNext(page, ledger);
    }
  } catch (error) {
    // What is asked of a killed browser fails; what fails before that is for the caller.
    if (!round.kill) throw error;
  } finally {
    clearTimeout(timer);
  }
  const { since, gone } = strike();
  await gone;
  return since;
}

// The messages of the extension, as its pages send them.

async function openManager(browser: Browser, recoveryCode: string): Promise<Page> {
  const page = await browser.newPage(browser.extensionUrl('unlock.html'));
  await page.waitForText('main[data-state]', /./u);
  await ask(page, 'vault.open', { recoveryCode });
  await page.goto(browser.extensionUrl('manager.html'));
  return page;
}

async function addAccount(page: Page, account: string): Promise<void> {
  const secret = encodeBase32(new Uint8Array(randomBytes(20)));
  const uri = `otpauth://totp/${ISSUER}:${account}?secret=${secret}`;
  const own = { page: randomUUID() };
  const { findings } = await ask(page, 'intake.read', { ...own, texts: [uri], keep: false });
  const [finding] = findings;
  if (finding?.kind !== 'account') throw new Error(`intake.read found ${finding?.kind}`);
  const [added] = await ask(page, 'intake.add', { ...own, accounts: [{ findingId: finding.id }] });
  if (added?.kind !== 'added') throw new Error(`intake.add answered ${added?.kind}`);
}

/** The accounts in the vault, by name; what the vault says of damage is told. */
async function readVault(page: Page, tell: (line: string) => void): Promise<Set<string>> {
  const { damaged } = await ask(page, 'vault.status', undefined);
  if (damaged.length > 0) tell(`states that do not open: ${JSON.stringify(damaged)}`);
  const present = new Set<string>();
  for (let from = 0; ; from += ROWS) {
    const { total, accounts } = await ask(page, 'accounts.list', { query: '', from, count: ROWS });
    for (const { account } of accounts) present.add(account);
    if (from + ROWS < total) continue;
    if (present.size !== total) throw new Error(`${total} accounts have ${present.size} names`);
    return present;
  }
}

async function ask<Name extends MessageName>(
  page: Page,
  name: Name,
  request: Request<Name>,
): Promise<Response<Name>> {
  const reply = v.parse(ReplySchema, await page.evaluate(sendMessage, name, request));
  if (!reply.ok) throw new Error(`${name} was answered with ${reply.code} (${reply.field})`);
  return reply.response as Response<Name>;
}

function sendMessage(name: string, request: unknown): Promise<unknown> {
  return chrome.runtime.sendMessage({ name, request });
}
