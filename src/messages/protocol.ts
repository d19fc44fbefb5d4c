import * as v from 'valibot';
import { NUMBER_PLACES } from '../approvals/number-place.ts';
import { OUTCOMES, WHYS } from '../approvals/request.ts';
import { WaySchema } from '../crypto/header.ts';
import { base64Of } from '../encoding/base64-schema.ts';
import { STOP_REASONS } from '../enrolment/drive.ts';
import { OTHER_FINDING_SCHEMAS, ShownAccountSchema } from '../enrolment/finding.ts';
import { TypedAccountSchema } from '../enrolment/typed-account.ts';
import { ActionSchema, ObservationSchema, STEPS } from '../enrolment/wizard.ts';
import type { Picture } from '../qr/picture.ts';
import { SIGN_IN_STATES } from '../sign-in/states.ts';
import { ACCOUNT_KINDS, PROOFS, RefusalSchema } from '../vault/account.ts';
import { AccountImageSchema } from '../vault/account-image.ts';
import { ChangeSchema } from '../vault/change.ts';
import { FILL_MODES } from '../vault/fill-mode.ts';
import { GroupNameSchema } from '../vault/group.ts';
import { LISTED_PROOFS, SORTS } from '../vault/listing.ts';
import { SettingsChangeSchema, SettingsSchema } from '../vault/settings.ts';
import { FillOutcomeSchema } from './envelope.ts';
import type { Sender, SenderClass } from './sender.ts';

/** What a message is: who may send it, what it holds, what comes back. No field is optional to define. */
interface MessageDefinition {
  readonly from: readonly [SenderClass, ...SenderClass[]];
  readonly request: v.GenericSchema;
  /** Answers pass through it on the way out, so that nothing leaves that is not named here. */
  readonly response: v.GenericSchema;
}

/** Pages that a code may be filled into. */
const CODE_PAGES = ['enrolment-page', 'sign-in-page', 'site-page'] as const;

const nothing = v.undefined();
const done = v.void();
const milliseconds = v.pipe(v.number(), v.integer());
const accountId = v.pipe(v.string(), v.uuid());
/** Of what is changed at once. */
const accountIds = v.pipe(v.array(accountId), v.minLength(1), v.maxLength(5000));
const groupId = v.pipe(v.string(), v.uuid());
const tabId = v.pipe(v.number(), v.integer());

/** 32 bytes from a ceremony: a passkey's PRF output or a stretched passphrase. */
const keyMaterial = v.strictObject({
  way: WaySchema,
  material: base64Of(32),
});

/** A side of a candidate: decoding takes time with the square of it. */
const MOST_PIXELS = 600;

/** Pixels of one candidate on a page: one byte of luminance each. */
const picture: v.GenericSchema<Picture> = v.pipe(
  v.strictObject({
    width: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(MOST_PIXELS)),
    height: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(MOST_PIXELS)),
    /** Not `v.base64()`, whose pattern overflows the stack on megabytes. */
    luminance: v.pipe(v.string(), v.regex(/^[A-Za-z\d+/]*={0,2}$/u)),
  }),
  v.check(
    ({ width, height, luminance }) => luminance.length === Math.ceil((width * height) / 3) * 4,
    'luminance does not fit width and height',
  ),
);

const label = {
  issuer: v.string(),
  account: v.string(),
  /** The organisation at Microsoft; empty where the label names none, or the same as the issuer. */
  organisation: v.string(),
};

/** How an account is named; a name may be empty. */
const accountName = v.pipe(v.string(), v.trim(), v.maxLength(320));

/** What the user says of where else an account's secret lives. */
const elsewhere = v.pipe(v.string(), v.trim(), v.maxLength(200));

/** Addresses that a page shows. */
const MOST_SHOWN = 10;

/** Rows that are asked for at once. */
const MOST_ROWS = 200;

/** What became of an account that was to be added: a secret that is there already is told and not doubled. */
const added = v.variant('kind', [
  v.strictObject({ kind: v.literal('added'), ...label }),
  /** As which it is there; it was in the recycle bin, and is back, where it was `restored`. */
  v.strictObject({ kind: v.literal('already-here'), ...label, restored: v.boolean() }),
]);

/** What one code came to, as it is shown: never with its secret. */
const shownFinding = v.variant('kind', [
  v.strictObject({
    ...ShownAccountSchema.entries,
    /**
     * `known`: the vault has its secret; `second`: it has another authenticator of the same account; `unfinished`: that one
     * was never verified; `waiting`: its secret was not kept, since the vault was locked.
     */
    state: v.picklist(['new', 'known', 'second', 'unfinished', 'waiting']),
    /** Whose account it is, as far as can be told. */
    accountKind: v.picklist(ACCOUNT_KINDS),
  }),
  ...OTHER_FINDING_SCHEMAS,
]);

/** How far a transfer of several codes was read. */
const shownTransfer = v.strictObject({
  read: v.number(),
  of: v.number(),
  /** The accounts in it that cannot be read, by name, and why: the fault's code and field. */
  problems: v.array(v.strictObject({ name: v.string(), code: v.string(), field: v.string() })),
  /** An unfinished one was given up for it. */
  startedAnew: v.boolean(),
});

/** What the popup says of a tab. */
const enrolment = v.strictObject({
  findings: v.array(shownFinding),
  transfer: v.optional(shownTransfer),
  /** The page was read on the user's demand. */
  scanned: v.boolean(),
  /** In the vault; the wizard's field gets its code as soon as it shows. */
  added: v.optional(v.strictObject({ id: accountId, ...label, verified: v.boolean() })),
  drive: v.optional(
    v.strictObject({
      state: v.picklist(['running', 'stopped', 'finished']),
      step: v.optional(v.picklist(STEPS)),
      reason: v.optional(v.picklist(STOP_REASONS)),
    }),
  ),
  /** The tab shows a page of Microsoft's on which a drive could start. */
  canEnrol: v.boolean(),
  /** The site to be bound, whose permission is to be asked for: none at Microsoft, which has it. */
  site: v.optional(v.string()),
});

/** The page on which something is handed in: what one page found, no other one shows or clears. */
const intakePage = { page: v.pipe(v.string(), v.uuid()) };

/** What was handed in on the manager's page, apart from any site. */
const intake = v.strictObject({
  findings: v.array(shownFinding),
  transfer: v.optional(shownTransfer),
});

/** A finding as the user confirmed it. */
const confirmed = {
  findingId: v.pipe(v.string(), v.maxLength(64)),
  names: v.optional(
    v.strictObject({ issuer: accountName, account: accountName, organisation: accountName }),
  ),
  accountKind: v.optional(v.picklist(ACCOUNT_KINDS)),
};

/** An answer to a page that asks for a code. The reasons to get none are not told apart. */
const release = v.variant('kind', [
  v.strictObject({
    kind: v.literal('code'),
    code: v.pipe(v.string(), v.regex(/^[\dA-Z]{4,10}$/u)),
    /** The form is to be sent as soon as the code is in it. */
    submit: v.boolean(),
  }),
  /** A code that lives long enough is to be had after this time. */
  v.strictObject({ kind: v.literal('wait'), ms: milliseconds }),
  v.strictObject({ kind: v.literal('none') }),
]);
export type ReleaseAnswer = v.InferOutput<typeof release>;

/** What a page that wants a code says of itself. */
const wanting = {
  /** Made by the document's content script and unknown to the site: what the user allows is good for this document alone. */
  page: v.pipe(v.string(), v.uuid()),
  /** The addresses that the page shows, the most telling one first. */
  shown: v.pipe(v.array(v.pipe(v.string(), v.maxLength(320))), v.maxLength(MOST_SHOWN)),
  /** At Microsoft, where the page says it. */
  tenant: v.optional(v.pipe(v.string(), v.uuid())),
};

/** It shows a field for a code. */
const wantingCode = v.strictObject({
  ...wanting,
  /** Which of the document's challenges: one that is only drawn anew keeps its number. */
  field: v.pipe(v.number(), v.integer(), v.minValue(1)),
  /** How many characters it takes, where it says so. */
  room: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(20))),
});

/** How a way in is called; passkeys are many. */
const wayName = v.pipe(v.string(), v.trim(), v.maxLength(64));

/** A way in that is to be added: from a ceremony, or a recovery code that was made and typed back. */
const newWay = v.union([
  v.strictObject({ ...keyMaterial.entries, name: wayName }),
  v.strictObject({ recoveryCode: v.string() }),
]);

const wayId = base64Of(16);

/** What the user typed to open the vault, or to show that it is him. */
const opener = v.union([keyMaterial, v.strictObject({ recoveryCode: v.string() })]);

const accountRow = {
  id: accountId,
  ...label,
  type: v.picklist(['totp', 'hotp', 'steam']),
  kind: v.picklist(ACCOUNT_KINDS),
  proof: v.optional(v.picklist(PROOFS)),
  elsewhere: v.optional(v.string()),
  /** Microsoft's page of its sign-in methods: to enrol at, and to remove a method from. */
  methodsPage: v.optional(v.string()),
  /** The origins that may have its codes. */
  origins: v.array(v.string()),
  /** The one that counts, chosen or by default. */
  mode: v.picklist(FILL_MODES),
  submits: v.boolean(),
  insteadOfPush: v.boolean(),
  /** Sites that the user refused, newest last. */
  history: v.array(RefusalSchema),
  /** Seconds that a code lives; undefined where a counter makes the codes. */
  period: v.optional(v.number()),
  pinned: v.boolean(),
  /** The Entra tenant (a GUID) that it was enrolled in, where that is known. */
  tenant: v.optional(v.string()),
  group: v.optional(groupId),
  /** Base64 of a PNG that the user chose. */
  image: v.optional(v.string()),
  /** Its enrolment was left half-way, or a site refused its counter's last code. */
  needsAction: v.boolean(),
  /** Of its issuer, among those that are packaged (`src/issuers/`). */
  icon: v.optional(v.string()),
  /** When it was added here: two authenticators of one account are told apart by it. */
  createdAt: milliseconds,
  /** When a code of it was last copied or filled in, as far as is known. */
  lastUsedAt: v.optional(milliseconds),
};

/** Which accounts are listed: all of this is true of them. */
const accountFilter = v.strictObject({
  kind: v.optional(v.picklist(ACCOUNT_KINDS)),
  /** As the facets name it. */
  tenant: v.optional(v.pipe(v.string(), v.maxLength(320))),
  group: v.optional(v.union([groupId, v.literal('none')])),
  proof: v.optional(v.picklist(LISTED_PROOFS)),
  needsAction: v.optional(v.literal(true)),
});

/** How many of the accounts are of which sort. */
const facets = v.strictObject({
  total: v.number(),
  pinned: v.number(),
  needsAction: v.number(),
  /** Only those that there are. */
  kinds: v.array(v.strictObject({ kind: v.picklist(ACCOUNT_KINDS), count: v.number() })),
  /** `tenant` is the tenant's GUID, or the organisation's name where no GUID is known. */
  tenants: v.array(v.strictObject({ tenant: v.string(), name: v.string(), count: v.number() })),
  /** All of them, in the user's order. */
  groups: v.array(v.strictObject({ id: groupId, name: v.string(), count: v.number() })),
  ungrouped: v.number(),
  proofs: v.strictObject({ unverified: v.number(), verified: v.number(), unknown: v.number() }),
});

/** A host in full, as it is compared, and as its punycode reads. */
const spelledHost = { host: v.string(), unicode: v.optional(v.string()) };

/** What the popup says of signing in on a tab's page. */
const signIn = v.strictObject({
  /** The https page of the tab; undefined for every other page. */
  site: v.optional(
    v.strictObject({
      origin: v.string(),
      ...spelledHost,
      isMicrosoft: v.boolean(),
      /** The browser lets Countersign in there by itself. */
      mayReach: v.boolean(),
    }),
  ),
  wants: v.picklist(['nothing', 'code', 'other-approval']),
  state: v.picklist(SIGN_IN_STATES),
  /** The addresses that the page shows. */
  shown: v.array(v.string()),
  /** Those that are bound to the site, best first. */
  accounts: v.array(v.strictObject({ ...accountRow, fits: v.boolean() })),
  /** The account that the page's field was or is to be filled for, by itself. */
  accountId: v.optional(accountId),
  /** An approval is under way for this tab: the number to be picked in its window. */
  number: v.optional(v.number()),
  /** The number of the approval on show, where it is about a tab that can show it nowhere. */
  numberElsewhere: v.optional(v.number()),
  /** Whether the toolbar button is in view, with its badge. */
  isPinned: v.boolean(),
});

const approvalId = v.pipe(v.string(), v.uuid());

/** What a page asks for, as the user has to see it before he approves it. */
const approvalAsked = {
  id: approvalId,
  /** Undefined where the vault is locked by now, or the account is gone. */
  account: v.optional(v.strictObject({ ...label, kind: v.picklist(ACCOUNT_KINDS) })),
  ...spelledHost,
  /** The tab's: the page's own words. */
  title: v.string(),
  /** The addresses that the page shows. */
  shown: v.array(v.string()),
  why: v.picklist(WHYS),
  askedAt: milliseconds,
};

/** What the approval window shows; which of the three numbers is the right one, it does not know. */
const approval = v.strictObject({
  request: v.optional(
    v.variant('step', [
      v.strictObject({
        ...approvalAsked,
        step: v.literal('shown'),
        until: milliseconds,
        numbers: v.array(v.number()),
        numberAt: v.picklist(NUMBER_PLACES),
      }),
      /** The right number was picked: the user has to show that it is him. */
      v.strictObject({ ...approvalAsked, step: v.literal('picked'), until: milliseconds }),
      /** The page may have one code. */
      v.strictObject({ ...approvalAsked, step: v.literal('approved'), until: milliseconds }),
      v.strictObject({
        ...approvalAsked,
        step: v.literal('ended'),
        outcome: v.picklist(OUTCOMES),
        /** The site may not ask for some minutes. */
        isQuiet: v.boolean(),
      }),
    ]),
  ),
  /** How many more requests wait. */
  waiting: v.number(),
});

const generation = v.pipe(v.number(), v.safeInteger(), v.minValue(1));

/** A code as the user reads it from another device, and when, in milliseconds since 1970 by our clock. */
const typedCode = v.pipe(v.string(), v.maxLength(16));

/** How the vault stands, and what is wrong with it. */
const status = v.strictObject({
  /** `missing`: there was a vault, and its storage is gone. */
  state: v.picklist(['none', 'missing', 'locked', 'open']),
  /** States that did not open and were passed over, newest first; they are kept until the user discards them. */
  damaged: v.array(
    v.strictObject({
      generation,
      savedAt: milliseconds,
      /** The fault's code. */
      code: v.string(),
      /** What is missing with it, where that can still be read. */
      change: v.optional(ChangeSchema),
    }),
  ),
  /** The code of the fault because of which the last change could not be saved. */
  unsaved: v.optional(v.string()),
  /** The change that can be undone. */
  undo: v.optional(ChangeSchema),
  /** Where a site refused a code and the clock was not looked at since: an account to look at it with. */
  clockDoubt: v.optional(accountId),
  /** False where the browser may evict the vault to free space. */
  persistent: v.boolean(),
});

/** The codes of now, and the ones after those. */
const codes = v.array(
  v.strictObject({
    id: accountId,
    code: v.string(),
    next: v.string(),
    /** When `next` takes over, in milliseconds since 1970. */
    changesAt: milliseconds,
  }),
);

/**
 * Every message to the background. A name without senders does not compile, and a sender that is not in
 * the list never reaches the handler.
 */
export const PROTOCOL = {
  'vault.status': {
    from: ['popup', 'unlock', 'manager', 'approve'],
    request: nothing,
    response: status,
  },
  'vault.newRecoveryCode': {
    from: ['manager'],
    request: nothing,
    response: v.strictObject({ recoveryCode: v.string() }),
  },
  'vault.create': {
    from: ['unlock'],
    request: v.strictObject({
      first: v.strictObject({ ...keyMaterial.entries, name: wayName }),
      recoveryCode: v.string(),
    }),
    response: done,
  },
  /** How far setting up is: where its page goes on. */
  'firstRun.get': {
    from: ['unlock'],
    request: nothing,
    response: v.variant('step', [
      v.strictObject({ step: v.literal('start') }),
      /** A way in was made, and has to be given (again); `hasCode`: its recovery code was on show. */
      v.strictObject({
        step: v.literal('begun'),
        way: WaySchema,
        name: v.string(),
        hasCode: v.boolean(),
      }),
      /** The vault is open, and waits for its first account. */
      v.strictObject({ step: v.literal('account') }),
      v.strictObject({ step: v.literal('over') }),
    ]),
  },
  /** A passkey was made, and not used yet. */
  'firstRun.made': {
    from: ['unlock'],
    request: v.strictObject({ way: WaySchema, name: wayName }),
    response: done,
  },
  /** The recovery code for a vault with this first way in; the same again for who gives the same way again. */
  'firstRun.recoveryCode': {
    from: ['unlock'],
    request: v.strictObject({ ...keyMaterial.entries, name: wayName }),
    response: v.strictObject({ recoveryCode: v.string() }),
  },
  /** Gives up what was begun. */
  'firstRun.beginAnew': { from: ['unlock'], request: nothing, response: done },
  /** The user wants no account now. */
  'firstRun.finish': { from: ['unlock'], request: nothing, response: done },
  /** The ways in, as far as a ceremony must know them. */
  'vault.ways': {
    from: ['unlock', 'manager', 'approve'],
    request: nothing,
    response: v.strictObject({ ways: v.array(WaySchema) }),
  },
  'vault.open': { from: ['unlock', 'manager'], request: opener, response: done },
  /** Shows that the user is there: for a minute, what asks for a fresh verification is allowed. */
  'vault.verify': { from: ['manager'], request: opener, response: done },
  /** Somebody is at the page, by mouse or keyboard: the vault stays open for as long again. */
  'vault.used': { from: ['popup', 'manager'], request: nothing, response: done },
  'vault.lock': { from: ['popup', 'manager'], request: nothing, response: done },
  'vault.undo': { from: ['popup', 'manager'], request: nothing, response: done },

  /** The ways in, as people know them. */
  'ways.list': {
    from: ['manager'],
    request: nothing,
    response: v.array(
      v.strictObject({
        id: wayId,
        kind: v.picklist(['passkey', 'passphrase', 'recovery']),
        /** Of a passkey: its device makes no second one, but may replace it. */
        credentialId: v.optional(base64Of()),
        name: v.string(),
        createdAt: milliseconds,
        lastUsedAt: v.optional(milliseconds),
      }),
    ),
  },
  /** These want a verification not older than 60 seconds: else the fault is `verification-needed`. */
  'ways.add': { from: ['manager'], request: newWay, response: done },
  'ways.replace': {
    from: ['manager'],
    request: v.strictObject({ id: wayId, by: newWay }),
    response: done,
  },
  'ways.remove': { from: ['manager'], request: v.strictObject({ id: wayId }), response: done },
  'ways.changeKey': { from: ['manager'], request: nothing, response: done },
  /** Wants none. */
  'ways.rename': {
    from: ['manager'],
    request: v.strictObject({ id: wayId, name: v.pipe(wayName, v.nonEmpty()) }),
    response: done,
  },

  'settings.get': { from: ['popup', 'manager'], request: nothing, response: SettingsSchema },
  /** Wants a fresh verification where the vault would stay open for longer than before. */
  'settings.set': { from: ['manager'], request: SettingsChangeSchema, response: done },

  /** The sealed bytes of a damaged state, in base64, as they stand on the disk. */
  'damaged.read': {
    from: ['manager'],
    request: v.strictObject({ generation }),
    response: v.strictObject({ sealed: v.string() }),
  },
  /** Deletes a damaged state; wants a fresh verification. */
  'damaged.discard': {
    from: ['manager'],
    request: v.strictObject({ generation }),
    response: done,
  },

  /**
   * All that the popup shows when it opens, in one answer: the first so many accounts and their codes; none where the
   * vault is not open.
   */
  'popup.open': {
    from: ['popup'],
    request: v.strictObject({
      tabId,
      count: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(MOST_ROWS)),
    }),
    response: v.strictObject({
      status,
      enrolment,
      signIn,
      total: v.number(),
      accounts: v.array(v.strictObject(accountRow)),
      codes,
      unverified: v.array(v.strictObject(accountRow)),
      /** In the user's order. */
      groups: v.array(v.strictObject({ id: groupId, name: v.string() })),
      hideCodes: v.boolean(),
    }),
  },
  /** Whether codes stand as dots until the user asks for one. */
  'popup.hideCodes': {
    from: ['popup'],
    request: v.strictObject({ hidden: v.boolean() }),
    response: done,
  },

  /** Opens the window for passkey ceremonies. From a tab that waits for a code, it goes on there by itself. */
  'unlock.show': { from: ['popup'], request: v.strictObject({ tabId }), response: done },
  /** The window's work is done: it may be closed, if it was opened for that. */
  'unlock.done': { from: ['unlock'], request: nothing, response: done },

  /**
   * A stretch of the accounts that fit query and filter. The query's words are each looked for in issuer, organisation,
   * account, the group's name and the hosts of bound sites; an empty query finds all.
   */
  'accounts.list': {
    from: ['popup', 'manager'],
    request: v.strictObject({
      query: v.pipe(v.string(), v.maxLength(200)),
      filter: v.optional(accountFilter),
      sort: v.optional(v.picklist(SORTS)),
      from: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
      count: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(MOST_ROWS)),
    }),
    response: v.strictObject({
      total: v.number(),
      accounts: v.array(v.strictObject(accountRow)),
    }),
  },
  /** All that fit, in their order, with no more of each than what acts on many have to know. */
  'accounts.found': {
    from: ['manager'],
    request: v.strictObject({
      query: v.pipe(v.string(), v.maxLength(200)),
      filter: v.optional(accountFilter),
      sort: v.optional(v.picklist(SORTS)),
    }),
    response: v.array(v.strictObject({ id: accountId, pinned: v.boolean() })),
  },
  'accounts.facets': { from: ['popup', 'manager'], request: nothing, response: facets },
  /** Those whose enrolment was left half-way. */
  'accounts.unverified': {
    from: ['popup', 'manager'],
    request: nothing,
    response: v.array(v.strictObject(accountRow)),
  },
  /** The codes of the accounts on show, and the ones after those; those of counters are left out. */
  'accounts.codes': {
    from: ['popup', 'manager'],
    request: v.strictObject({ ids: v.pipe(v.array(accountId), v.maxLength(MOST_ROWS)) }),
    response: codes,
  },
  /** The next code of a counter. The advanced counter is on the disk before the code comes back. */
  'accounts.nextCode': {
    from: ['popup', 'manager'],
    request: v.strictObject({ id: accountId }),
    response: v.strictObject({ code: v.string() }),
  },
  /** Moves a counter ahead to where two consecutive codes, as the user typed them, lead. */
  'accounts.resynchronise': {
    from: ['manager'],
    request: v.strictObject({ id: accountId, codes: v.strictTuple([typedCode, typedCode]) }),
    response: done,
  },
  /** What the user says of an account, in one change; what is left out stays as it is. */
  'accounts.edit': {
    from: ['manager'],
    request: v.strictObject({
      id: accountId,
      names: v.optional(
        v.strictObject({ issuer: accountName, account: accountName, organisation: accountName }),
      ),
      /** Whose account it is, and where else its secret lives. */
      description: v.optional(v.strictObject({ kind: v.picklist(ACCOUNT_KINDS), elsewhere })),
      group: v.optional(v.nullable(groupId)),
      /** A picture of the user's own in place of the issuer's; null takes it away. */
      image: v.optional(v.nullable(AccountImageSchema)),
    }),
    response: done,
  },
  /** How its codes get into pages. Wants a fresh verification where an account that asks first would no longer do so. */
  'accounts.setFilling': {
    from: ['manager'],
    request: v.strictObject({
      id: accountId,
      mode: v.picklist(FILL_MODES),
      submits: v.boolean(),
      insteadOfPush: v.boolean(),
    }),
    response: done,
  },
  /** Pages of this origin get no code of the account any more. */
  'accounts.unbind': {
    from: ['manager'],
    request: v.strictObject({ id: accountId, origin: v.pipe(v.string(), v.maxLength(300)) }),
    response: done,
  },
  /** The `otpauth://` URI with the secret, for another device. Wants a fresh verification. */
  'accounts.reveal': {
    from: ['manager'],
    request: v.strictObject({ id: accountId }),
    response: v.strictObject({ uri: v.string() }),
  },
  'accounts.pin': {
    from: ['popup', 'manager'],
    request: v.strictObject({ ids: accountIds, pinned: v.boolean() }),
    response: done,
  },
  /** Puts accounts in front of another one, or at the end. Among themselves they stay in the user's order. */
  'accounts.move': {
    from: ['manager'],
    request: v.strictObject({ ids: accountIds, before: v.nullable(accountId) }),
    response: done,
  },
  /** Into a group, or into none. */
  'accounts.setGroup': {
    from: ['manager'],
    request: v.strictObject({ ids: accountIds, group: v.nullable(groupId) }),
    response: done,
  },
  /** A code of the account was copied. What fills one in is seen by the background itself. */
  'accounts.used': {
    from: ['popup', 'manager'],
    request: v.strictObject({ id: accountId }),
    response: done,
  },
  /** Into the recycle bin. */
  'accounts.delete': {
    from: ['popup', 'manager'],
    request: v.strictObject({ ids: accountIds }),
    response: done,
  },
  'accounts.bin': {
    from: ['manager'],
    request: nothing,
    response: v.array(
      v.strictObject({ ...accountRow, deletedAt: milliseconds, goneAt: milliseconds }),
    ),
  },
  'accounts.restore': {
    from: ['manager'],
    request: v.strictObject({ id: accountId }),
    response: done,
  },
  /** Wants a fresh verification. */
  'accounts.emptyBin': { from: ['manager'], request: nothing, response: done },

  /** A new group, at the end; where there is one of that name, it is that one. */
  'groups.add': {
    from: ['manager'],
    request: v.strictObject({ name: GroupNameSchema }),
    response: v.strictObject({ id: groupId }),
  },
  'groups.rename': {
    from: ['manager'],
    request: v.strictObject({ id: groupId, name: GroupNameSchema }),
    response: done,
  },
  /** Its accounts stay, in no group. */
  'groups.remove': {
    from: ['manager'],
    request: v.strictObject({ id: groupId }),
    response: done,
  },
  /** Puts a group in front of another one, or at the end. */
  'groups.move': {
    from: ['manager'],
    request: v.strictObject({ id: groupId, before: v.nullable(groupId) }),
    response: done,
  },

  /** How far this clock is off, from codes that another device shows for a time-based account. */
  'clock.measure': {
    from: ['manager'],
    request: v.strictObject({
      id: accountId,
      samples: v.pipe(
        v.array(v.strictObject({ code: typedCode, at: milliseconds })),
        v.minLength(1),
        v.maxLength(10),
      ),
    }),
    response: v.variant('kind', [
      /** Off by less than 20 seconds. */
      v.strictObject({ kind: v.literal('fine') }),
      v.strictObject({ kind: v.literal('skewed'), offsetSeconds: v.pipe(v.number(), v.integer()) }),
      /** One more code, read after this time, tells. */
      v.strictObject({ kind: v.literal('unsure'), askAgainInMs: milliseconds }),
    ]),
  },
  /** The user has looked at the clock, or does not want to. */
  'clock.looked': { from: ['popup', 'manager'], request: nothing, response: done },

  /** One of our pages put a code on the clipboard. */
  'clipboard.copied': { from: ['popup', 'manager'], request: nothing, response: done },

  'enrolment.get': { from: ['popup'], request: v.strictObject({ tabId }), response: enrolment },
  'enrolment.add': {
    from: ['popup'],
    request: v.strictObject({ tabId, ...confirmed }),
    response: added,
  },
  /** Reads all QR codes on the tab's page; how many texts there were. */
  'enrolment.scan': {
    from: ['popup'],
    request: v.strictObject({ tabId }),
    response: v.strictObject({ found: v.number() }),
  },
  /** Opens Microsoft's page in a new tab, and enrols there. */
  'enrolment.start': {
    from: ['popup', 'manager', 'unlock'],
    request: v.strictObject({ kind: v.picklist(['work', 'personal']) }),
    response: done,
  },
  /** Enrols on the page of this tab. */
  'enrolment.drive': { from: ['popup'], request: v.strictObject({ tabId }), response: done },
  'enrolment.stop': { from: ['popup'], request: v.strictObject({ tabId }), response: done },
  /** Puts away what is said of the tab. */
  'enrolment.dismiss': { from: ['popup'], request: v.strictObject({ tabId }), response: done },
  /** Goes on with the enrolment of an account that was left half-way. */
  'enrolment.finish': {
    from: ['popup', 'manager'],
    request: v.strictObject({ id: accountId }),
    response: done,
  },
  /** The candidates that the page shows now; an empty list once they are gone. */
  'enrolment.seen': {
    from: ['enrolment-page'],
    request: v.strictObject({ pictures: v.pipe(v.array(picture), v.maxLength(8)) }),
    response: done,
  },
  /** What the enrolment page shows now, and what it is to do next. */
  'enrolment.observed': {
    from: ['enrolment-page', 'sign-in-page'],
    request: ObservationSchema,
    response: ActionSchema,
  },
  /** The wizard shows its field for the verification code. */
  'enrolment.code': { from: ['enrolment-page'], request: nothing, response: release },
  /** The wizard was left, or its page is a new one. */
  'enrolment.left': { from: ['enrolment-page', 'sign-in-page'], request: nothing, response: done },

  /** What was handed in so far: files, pictures, texts, parts of a transfer. */
  'intake.get': { from: ['manager'], request: v.strictObject(intakePage), response: intake },
  /** The texts of the QR codes in a picture, or a pasted text. They replace what was found before, parts of a transfer add up. */
  'intake.read': {
    from: ['manager'],
    request: v.strictObject({
      ...intakePage,
      texts: v.pipe(v.array(v.pipe(v.string(), v.maxLength(20_000))), v.maxLength(100)),
      /** Keeps what was found before: several codes in a row, as a camera sees them. */
      keep: v.boolean(),
    }),
    response: intake,
  },
  /** An account that was typed by hand. */
  'intake.type': {
    from: ['manager'],
    request: v.strictObject({ ...intakePage, ...TypedAccountSchema.entries }),
    response: intake,
  },
  /** Adds what the user confirmed, in one change. */
  'intake.add': {
    from: ['manager'],
    request: v.strictObject({
      ...intakePage,
      accounts: v.pipe(v.array(v.strictObject(confirmed)), v.minLength(1), v.maxLength(5000)),
    }),
    response: v.array(added),
  },
  'intake.clear': { from: ['manager'], request: v.strictObject(intakePage), response: done },

  /** The page shows an empty field for an app's code. Asked again whenever something changed. */
  'signIn.field': {
    from: ['sign-in-page', 'site-page'],
    request: wantingCode,
    response: release,
  },
  /** The same, on the user's own act: without one, there is no code. */
  'signIn.byHand': {
    from: ['sign-in-page', 'site-page'],
    request: wantingCode,
    response: release,
  },
  /** The page waits for a push approval on a phone. */
  'signIn.push': {
    from: ['sign-in-page'],
    request: v.strictObject(wanting),
    response: v.strictObject({ kind: v.picklist(['switch', 'none']) }),
  },
  /** The way from the push page to the code ended where neither is. */
  'signIn.stuck': {
    from: ['sign-in-page'],
    request: v.strictObject({ page: wanting.page }),
    response: done,
  },
  /** The page may have a field for a code: it wants the script that fills it in. */
  'signIn.attend': { from: ['site-page'], request: nothing, response: done },
  /** What the page wanted is gone from it; a document says so of the one before as it begins. */
  'signIn.left': {
    from: ['sign-in-page', 'site-page'],
    request: v.strictObject({ page: wanting.page }),
    response: done,
  },
  /** What the tab's page wants, and which accounts may be filled in there. */
  'signIn.get': { from: ['popup'], request: v.strictObject({ tabId }), response: signIn },
  /** The user wants an account's code in the tab's page. */
  'signIn.fill': {
    from: ['popup'],
    request: v.strictObject({ tabId, id: accountId }),
    response: FillOutcomeSchema,
  },
  /** From now on, the site gets the account's codes. The origin is the one that was on show to the user. */
  'signIn.bind': {
    from: ['popup'],
    request: v.strictObject({ tabId, id: accountId, origin: v.string() }),
    response: done,
  },
  /** The hosts that accounts are bound to: a new one is compared with them. */
  'signIn.boundHosts': {
    from: ['popup'],
    request: nothing,
    response: v.array(v.strictObject({ host: v.string() })),
  },
  /** From Microsoft's push page to the one for a code. */
  'signIn.useCode': { from: ['popup'], request: v.strictObject({ tabId }), response: done },

  /** The request on show: with this, its time begins. */
  'approvals.get': { from: ['approve'], request: nothing, response: approval },
  /** The number that the user saw on the toolbar button. A wrong one is a refusal. */
  'approvals.pick': {
    from: ['approve'],
    request: v.strictObject({ id: approvalId, number: v.pipe(v.number(), v.integer()) }),
    response: done,
  },
  /** After the right number: the user shows that it is him. */
  'approvals.confirm': {
    from: ['approve'],
    request: v.strictObject({ id: approvalId, opener }),
    response: done,
  },
  /** "It's not me": refused, and the site is silenced for ten minutes. */
  'approvals.refuse': {
    from: ['approve'],
    request: v.strictObject({ id: approvalId }),
    response: done,
  },
  /** The user has read how it ended: the next one is shown, or the window closes. */
  'approvals.next': {
    from: ['approve'],
    request: v.strictObject({ id: approvalId }),
    response: done,
  },

  /** The code stood in the page's field when it was read back. */
  'code.filled': { from: CODE_PAGES, request: nothing, response: done },
  /** The page says that the code that was filled in is wrong. */
  'code.refused': {
    from: CODE_PAGES,
    /** By a page that signs in: it may be a new one since the code was sent, that nothing is known of yet. */
    request: v.optional(v.strictObject(wanting)),
    response: done,
  },
} as const satisfies Record<string, MessageDefinition>;

export type MessageName = keyof typeof PROTOCOL;
export type Request<Name extends MessageName> = v.InferOutput<(typeof PROTOCOL)[Name]['request']>;
export type Response<Name extends MessageName> = v.InferOutput<(typeof PROTOCOL)[Name]['response']>;

/** The sender as a handler of this message may find it. */
export type SenderOf<Name extends MessageName> = Extract<
  Sender,
  { readonly class: (typeof PROTOCOL)[Name]['from'][number] }
>;
