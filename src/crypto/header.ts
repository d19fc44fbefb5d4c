import * as v from 'valibot';
import { ARGON2_FLOOR } from './argon2-parameters.ts';

/** Base64 of exactly `length` bytes; of at least one byte where no length is named. */
function base64(length?: number) {
  return v.pipe(
    v.string(),
    v.base64(),
    v.check(
      (text) => {
        const padding = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0;
        const bytes = (text.length / 4) * 3 - padding;
        return length === undefined ? bytes > 0 : bytes === length;
      },
      `not base64 of ${length ?? 'some'} bytes`,
    ),
  );
}

const millisecondsSince1970 = v.pipe(v.number(), v.integer(), v.minValue(0));

/** How a passkey opens its slot: WebAuthn's PRF extension, evaluated on `salt`. */
const PasskeyWaySchema = v.strictObject({
  kind: v.literal('passkey'),
  credentialId: base64(),
  salt: base64(32),
});

/** How a passphrase opens its slot. Parameters under the floor are refused: nobody can lower them unseen. */
const PassphraseWaySchema = v.strictObject({
  kind: v.literal('passphrase'),
  salt: base64(16),
  memoryKiB: v.pipe(v.number(), v.integer(), v.minValue(ARGON2_FLOOR.memoryKiB)),
  passes: v.pipe(v.number(), v.integer(), v.minValue(ARGON2_FLOOR.passes)),
  parallelism: v.pipe(v.number(), v.integer(), v.minValue(1)),
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
  id: base64(16),
  createdAt: millisecondsSince1970,
  way: WaySchema,
  /** X25519, raw. */
  publicKey: base64(32),
  privateKey: v.strictObject({ nonce: base64(12), ciphertext: base64(48) }),
  /** The data key, sealed with HPKE. */
  dataKey: v.strictObject({ encapsulatedKey: base64(32), ciphertext: base64(48) }),
});
export type Slot = v.InferOutput<typeof SlotSchema>;

/** What stands in the clear in front of a sealed vault, and is authenticated with it. */
export const HeaderSchema = v.strictObject({
  vaultId: base64(16),
  /** Grows by at least one with every saved state. */
  generation: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  savedAt: millisecondsSince1970,
  slots: v.pipe(v.array(SlotSchema), v.minLength(1)),
});
export type Header = v.InferOutput<typeof HeaderSchema>;
