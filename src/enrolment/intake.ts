import * as v from 'valibot';
import { Fault } from '../fault.ts';
import type { Response } from '../messages/protocol.ts';
import { Queue } from '../queue.ts';
import type { NewAccount } from '../vault/accounts.ts';
import type { Added } from '../vault/adding.ts';
import type { KeyValueStorage } from '../vault/key-value-storage.ts';
import type { Vault } from '../vault/vault.ts';
import type { Confirmed } from './enrolment.ts';
import { accountFinding, type Finding, FindingSchema, findingsOf } from './finding.ts';
import { renamed } from './renamed.ts';
import { showFindings, showTransfer } from './shown.ts';
import { PartsSchema } from './transfer.ts';
import { type TypedAccount, typedCredential } from './typed-account.ts';

const IntakeSchema = v.strictObject({
  findings: v.array(FindingSchema),
  transfer: v.optional(PartsSchema),
});
type Held = v.InferOutput<typeof IntakeSchema>;

/** The id of the page follows. */
const KEY = 'enrolment.intake.';

/**
 * What the user hands in on the manager's pages, apart from any site: pictures, the clipboard, a camera, by hand. It waits in
 * memory (`storage.session`), for each page by itself, until he has confirmed it, and goes when the vault locks.
 */
export class Intake {
  readonly #storage: KeyValueStorage;
  readonly #vault: Vault;
  readonly #queue = new Queue();

  constructor(storage: KeyValueStorage, vault: Vault) {
    this.#storage = storage;
    this.#vault = vault;
  }

  /** @throws Fault `locked` */
  get(page: string): Promise<Response<'intake.get'>> {
    return this.#queue.run(async () => this.#show(await this.#held(page)));
  }

  /**
   * @param keep whether what was found before stays; the parts of a transfer always add up
   * @throws Fault `locked`
   */
  read(page: string, texts: readonly string[], keep: boolean): Promise<Response<'intake.get'>> {
    return this.#queue.run(async () => {
      const held = await this.#held(page);
      const found = await findingsOf(texts, held.transfer);
      return this.#hold(page, {
        ...found,
        findings: keep ? together(held.findings, found.findings) : found.findings,
      });
    });
  }

  /** @throws Fault `locked`; `missing`, `invalid` with the field */
  type(page: string, typed: TypedAccount): Promise<Response<'intake.get'>> {
    return this.#queue.run(async () => {
      const finding = await accountFinding(typedCredential(typed));
      const held = await this.#held(page);
      // Typed again, its parameters are other ones now.
      const others = held.findings.filter((each) => keyOf(each) !== keyOf(finding));
      return this.#hold(page, { ...held, findings: [finding, ...others] });
    });
  }

  /**
   * Adds the accounts that the user confirmed, in one change.
   *
   * @throws Fault `locked`, `nothing-to-add`, `not-saved`, `storage-…`
   */
  add(page: string, confirmed: readonly Confirmed[]): Promise<Added[]> {
    return this.#queue.run(async () => {
      const held = await this.#held(page);
      const added = await this.#vault.addAll(confirmed.map((each) => newAccount(each, held)));
      const done = new Set(confirmed.map(({ findingId }) => findingId));
      const findings = held.findings.filter(
        (each) => each.kind !== 'account' || !done.has(each.id),
      );
      // Not to be shown: the vault may be locked by now, and the accounts are in it all the same.
      await this.#storage.set({ [KEY + page]: { ...held, findings } });
      return added;
    });
  }

  clear(page: string): Promise<void> {
    return this.#queue.run(() => this.#storage.remove(KEY + page));
  }

  /** The vault was locked: no secret stays in memory. At once, and after what is under way. */
  async locked(): Promise<void> {
    await this.#clearAll();
    await this.#queue.run(() => this.#clearAll());
  }

  async #clearAll(): Promise<void> {
    const keys = Object.keys(await this.#storage.get(null)).filter((key) => key.startsWith(KEY));
    await Promise.all(keys.map((key) => this.#storage.remove(key)));
  }

  async #held(page: string): Promise<Held> {
    await this.#vault.document();
    const key = KEY + page;
    const parsed = v.safeParse(IntakeSchema, (await this.#storage.get(key))[key]);
    return parsed.success ? parsed.output : { findings: [] };
  }

  async #hold(page: string, held: Held): Promise<Response<'intake.get'>> {
    await this.#storage.set({ [KEY + page]: held });
    return this.#show(held);
  }

  async #show({ findings, transfer }: Held): Promise<Response<'intake.get'>> {
    const document = await this.#vault.document();
    return {
      findings: showFindings(findings, {}, document),
      ...(transfer ? { transfer: showTransfer(transfer) } : {}),
    };
  }
}

function newAccount({ findingId, names, kind }: Confirmed, { findings }: Held): NewAccount {
  const found = findings.find((each) => each.kind === 'account' && each.id === findingId);
  if (found?.kind !== 'account') throw new Fault('nothing-to-add', 'no such finding', 'findingId');
  return {
    credential: renamed(found.credential, names),
    // Which site it belongs to, nothing here tells: its codes go nowhere by themselves.
    origins: [],
    tenant: undefined,
    kind: kind ?? 'other',
  };
}

/** Each thing once, what is new in front. */
function together(before: readonly Finding[], found: readonly Finding[]): Finding[] {
  const known = new Map([...found, ...before].map((each) => [keyOf(each), each]));
  return [...known.values()];
}

function keyOf(finding: Finding): string {
  return finding.kind === 'account' ? finding.id : JSON.stringify(finding);
}
