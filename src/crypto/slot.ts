import { Aes256Gcm, CipherSuite, DhkemX25519HkdfSha256, HkdfSha256 } from '@hpke/core';
import { decodeBase64, encodeBase64 } from '../encoding/base64.ts';
import { Fault } from '../fault.ts';
import { importAesKey, open, seal } from './aes-gcm.ts';
import { concatBytes, randomBytes, utf8 } from './bytes.ts';
import type { Slot, Way } from './header.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/** RFC 9180, mode PSK: who knows the sealing key may seal to a slot's public key, only the slot's holder may open. */
const hpke = new CipherSuite({
  kem: new DhkemX25519HkdfSha256(),
  kdf: new HkdfSha256(),
  aead: new Aes256Gcm(),
});

const KEY_ENCRYPTION_INFO = utf8('countersign kek v1');
const DATA_KEY_INFO = utf8('countersign dek v1');
const SEALING_KEY_ID = utf8('countersign sealing key v1');

const PRIVATE_KEY_BYTES = 32;
/** Of a private key that is sealed without a sealing key, as format 1 had it: the key and the tag. */
const UNBOUND_BYTES = PRIVATE_KEY_BYTES + 16;

/** What a vault's slots are made with, 32 bytes each. */
export interface VaultKeys {
  /** Opens the document. */
  readonly dataKey: Bytes;
  /**
   * Shows a slot's holder that a data key was sealed by somebody who had the vault open. A public key alone would take
   * one from anybody who can write to the disk, and with it a whole vault of his making.
   */
  readonly sealingKey: Bytes;
}

/**
 * Makes a slot and proves it: the data key comes out of it again before it is returned.
 *
 * @param material what the way yields: the passkey's PRF output, the stretched passphrase, the recovery code
 */
export async function createSlot(
  vaultId: string,
  way: Way,
  material: Bytes,
  keys: VaultKeys,
  createdAt: number,
): Promise<Slot> {
  const pair = await hpke.kem.generateKeyPair();
  const publicKey = encodeBase64(new Uint8Array(await hpke.kem.serializePublicKey(pair.publicKey)));
  const privateKey = new Uint8Array(await hpke.kem.serializePrivateKey(pair.privateKey));
  const identity = { id: encodeBase64(randomBytes(16)), way, publicKey };
  const sealed = await seal(
    await deriveKeyEncryptionKey(vaultId, identity, material),
    concatBytes(privateKey, keys.sealingKey),
    describe(vaultId, identity),
  );
  const slot = {
    ...identity,
    createdAt,
    privateKey: { nonce: encodeBase64(sealed.nonce), ciphertext: encodeBase64(sealed.ciphertext) },
    dataKey: await sealDataKey(vaultId, identity, keys.dataKey, keys.sealingKey),
  };
  const proof = await openSlot(vaultId, slot, material);
  if (encodeBase64(proof) !== encodeBase64(keys.dataKey)) {
    throw new Fault('internal', 'a new slot did not give back the data key');
  }
  return slot;
}

/**
 * The slot with another data key in it. Nobody needs to be there: its public key is enough. The slot must come out of
 * an opened vault, else anybody could have put his own key there.
 */
export async function resealSlot(
  vaultId: string,
  slot: Slot,
  { dataKey, sealingKey }: VaultKeys,
): Promise<Slot> {
  const { length } = decodeBase64(slot.privateKey.ciphertext);
  const known = length === UNBOUND_BYTES ? undefined : sealingKey;
  return { ...slot, dataKey: await sealDataKey(vaultId, slot, dataKey, known) };
}

/**
 * The vault's data key, out of one slot.
 *
 * @throws Fault `wrong-key` where the material is not this slot's, or the slot was tampered with: the two
 * cannot be told apart, and an attacker shall not learn which.
 */
export async function openSlot(vaultId: string, slot: Slot, material: Bytes): Promise<Bytes> {
  const opened = await open(
    await deriveKeyEncryptionKey(vaultId, slot, material),
    {
      nonce: decodeBase64(slot.privateKey.nonce),
      ciphertext: decodeBase64(slot.privateKey.ciphertext),
    },
    describe(vaultId, slot),
  );
  if (!opened) throw new Fault('wrong-key', 'this does not open the slot');
  const privateKey = opened.slice(0, PRIVATE_KEY_BYTES);
  const sealingKey = opened.slice(PRIVATE_KEY_BYTES);
  try {
    const dataKey = await hpke.open(
      {
        recipientKey: await hpke.kem.importKey('raw', privateKey.buffer, false),
        enc: decodeBase64(slot.dataKey.encapsulatedKey),
        info: DATA_KEY_INFO,
        ...preSharedKey(sealingKey),
      },
      decodeBase64(slot.dataKey.ciphertext),
      describe(vaultId, slot),
    );
    return new Uint8Array(dataKey);
  } catch {
    throw new Fault('wrong-key', 'this does not open the slot');
  }
}

type Identity = Pick<Slot, 'id' | 'way' | 'publicKey'>;

/** Needs the public half only: a new data key reaches a slot whose passkey is not at hand. */
async function sealDataKey(
  vaultId: string,
  slot: Identity,
  dataKey: Bytes,
  sealingKey: Bytes | undefined,
): Promise<Slot['dataKey']> {
  const { enc, ct } = await hpke.seal(
    {
      recipientPublicKey: await hpke.kem.importKey(
        'raw',
        decodeBase64(slot.publicKey).buffer,
        true,
      ),
      info: DATA_KEY_INFO,
      ...preSharedKey(sealingKey ?? new Uint8Array()),
    },
    dataKey,
    describe(vaultId, slot),
  );
  return {
    encapsulatedKey: encodeBase64(new Uint8Array(enc)),
    ciphertext: encodeBase64(new Uint8Array(ct)),
  };
}

/** RFC 9180, section 5.1.2. Without a sealing key, as in a slot of format 1, the base mode. */
function preSharedKey(sealingKey: Bytes) {
  if (sealingKey.length === 0) return {};
  return { psk: { id: SEALING_KEY_ID.buffer, key: sealingKey.slice().buffer } };
}

/** HKDF-SHA-256 (RFC 5869), bound to this vault and to this passkey, or to this slot where there is none. */
async function deriveKeyEncryptionKey(
  vaultId: string,
  slot: Identity,
  material: Bytes,
): Promise<CryptoKey> {
  const holder = slot.way.kind === 'passkey' ? slot.way.credentialId : slot.id;
  const bits = await crypto.subtle.deriveBits(
    {
      name: 'HKDF',
      hash: 'SHA-256',
      salt: concatBytes(decodeBase64(vaultId), decodeBase64(holder)),
      info: KEY_ENCRYPTION_INFO,
    },
    await crypto.subtle.importKey('raw', material, 'HKDF', false, ['deriveBits']),
    256,
  );
  return importAesKey(new Uint8Array(bits));
}

/** What a slot's keys are bound to: all of it but its own ciphertexts and its age. */
function describe(vaultId: string, { id, way, publicKey }: Identity): Bytes {
  return utf8(JSON.stringify(['countersign slot v1', vaultId, id, publicKey, ...describeWay(way)]));
}

/** In a fixed order: an object's keys could come back in another one. */
function describeWay(way: Way): (string | number)[] {
  switch (way.kind) {
    case 'passkey':
      return [way.kind, way.credentialId, way.salt];
    case 'passphrase':
      return [way.kind, way.salt, way.memoryKiB, way.passes, way.parallelism];
    case 'recovery':
      return [way.kind];
  }
}
