import * as v from 'valibot';
import { base64Of } from '../encoding/base64-schema.ts';
import { ARGON2_CEILING, ARGON2_FLOOR } from './argon2-parameters.ts';

/** As far as a date goes (ECMA-262, section 21.4.1.1): what is beyond it cannot even be told. */
export const TimeSchema = v.pipe(
  v.number(),
  v.integer(),
  v.minValue(0),
  v.maxValue(8_640_000_000_000_000),
);

function costBetween(least: number, most: number) {
  return v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most));
}

/** How a passkey opens its slot: WebAuthn's PRF extension, evaluated on `salt`. */
const PasskeyWaySchema = v.strictObject({
  kind: v.literal('passkey'),
  credentialId: base64Of(),
  salt: base64Of(32),
});

/** How a passphrase opens its slot. Parameters under the floor are refused: nobody can lower them unseen. */
const PassphraseWaySchema = v.strictObject({
  kind: v.literal('passphrase'),
  salt: base64Of(16),
  memoryKiB: costBetween(ARGON2_FLOOR.memoryKiB, ARGON2_CEILING.memoryKiB),
  passes: costBetween(ARGON2_FLOOR.passes, ARGON2_CEILING.passes),
  parallelism: costBetween(ARGON2_FLOOR.parallelism, ARGON2_CEILING.parallelism),
});

/** The recovery code is key material already (135 random bits): nothing to remember about it. */
const RecoveryWaySchema = v.strictObject({ kind: v.literal('recovery') });

/** One way to open the vault, without its keys. */
export const WaySchema = v.variant('kind', [
  PasskeyWaySchema,
  PassphraseWaySchema,
  RecoveryWaySchema,
]);
export type Way = v.InferOutput<typeof WaySchema>;

/**
 * One way to open the vault and the key pair that belongs to it. The private key is sealed to what the way
 * yields (DESIGN, "Keys and the vault"); the vault's data key is sealed to the public key.
 */
export const SlotSchema = v.strictObject({
  id: base64Of(16),
  createdAt: TimeSchema,
  way: WaySchema,
  /** X25519, raw. */
  publicKey: base64Of(32),
  privateKey: v.strictObject({
    nonce: base64Of(12),
    /** The private key and the vault's sealing key; in a slot of format 1 the private key alone. */
    ciphertext: v.union([base64Of(80), base64Of(48)]),
  }),
  /** The data key, sealed with HPKE. */
  dataKey: v.strictObject({ encapsulatedKey: base64Of(32), ciphertext: base64Of(48) }),
});
export type Slot = v.InferOutput<typeof SlotSchema>;

/** What stands in the clear in front of a sealed vault, and is authenticated with it. */
export const HeaderSchema = v.strictObject({
  vaultId: base64Of(16),
  /** Grows by at least one with every saved state. */
  generation: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  savedAt: TimeSchema,
  slots: v.pipe(v.array(SlotSchema), v.minLength(1)),
});
export type Header = v.InferOutput<typeof HeaderSchema>;
