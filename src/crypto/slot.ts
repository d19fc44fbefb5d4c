import { Aes256Gcm, CipherSuite, DhkemX25519HkdfSha256, HkdfSha256 } from '@hpke/core';
import { decodeBase64, encodeBase64 } from '../encoding/base64.ts';
import { Fault } from '../fault.ts';
import { importAesKey, open, seal } from './aes-gcm.ts';
import { concatBytes, randomBytes, utf8 } from './bytes.ts';
import type { Slot, Way } from './header.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/** RFC 9180, base mode: anybody may seal to a slot's public key, only the slot's holder may open. */
const hpke = new CipherSuite({
  kem: new DhkemX25519HkdfSha256(),
  kdf: new HkdfSha256(),
  aead: new Aes256Gcm(),
});

const KEY_ENCRYPTION_INFO = utf8('countersign kek v1');
const DATA_KEY_INFO = utf8('countersign dek v1');

/**
 * Makes a slot and proves it: the data key comes out of it again before it is returned.
 *
 * @param material what the way yields: the passkey's PRF output, the stretched passphrase, the recovery code
 */
export async function createSlot(
  vaultId: string,
  way: Way,
  material: Bytes,
  dataKey: Bytes,
  createdAt: number,
): Promise<Slot> {
  const pair = await hpke.kem.generateKeyPair();
  const publicKey = encodeBase64(new Uint8Array(await hpke.kem.serializePublicKey(pair.publicKey)));
  const privateKey = new Uint8Array(await hpke.kem.serializePrivateKey(pair.privateKey));
  const identity = { id: encodeBase64(randomBytes(16)), way, publicKey };
  const sealed = await seal(
    await deriveKeyEncryptionKey(vaultId, identity, material),
    privateKey,
    describe(vaultId, identity),
  );
  const slot = {
    ...identity,
    createdAt,
    privateKey: { nonce: encodeBase64(sealed.nonce), ciphertext: encodeBase64(sealed.ciphertext) },
    dataKey: await sealDataKey(vaultId, identity, dataKey),
  };
  const proof = await openSlot(vaultId, slot, material);
  if (encodeBase64(proof) !== encodeBase64(dataKey)) {
    throw new Fault('internal', 'a new slot did not give back the data key');
  }
  return slot;
}

/**
 * The vault's data key, out of one slot.
 *
 * @throws Fault `wrong-key` where the material is not this slot's, or the slot was tampered with: the two
 * cannot be told apart, and an attacker shall not learn which.
 */
export async function openSlot(vaultId: string, slot: Slot, material: Bytes): Promise<Bytes> {
  const privateKey = await open(
    await deriveKeyEncryptionKey(vaultId, slot, material),
    {
      nonce: decodeBase64(slot.privateKey.nonce),
      ciphertext: decodeBase64(slot.privateKey.ciphertext),
    },
    describe(vaultId, slot),
  );
  if (!privateKey) throw new Fault('wrong-key', 'this does not open the slot');
  try {
    const dataKey = await hpke.open(
      {
        recipientKey: await hpke.kem.importKey('raw', privateKey.buffer, false),
        enc: decodeBase64(slot.dataKey.encapsulatedKey),
        info: DATA_KEY_INFO,
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
): Promise<Slot['dataKey']> {
  const { enc, ct } = await hpke.seal(
    {
      recipientPublicKey: await hpke.kem.importKey(
        'raw',
        decodeBase64(slot.publicKey).buffer,
        true,
      ),
      info: DATA_KEY_INFO,
    },
    dataKey,
    describe(vaultId, slot),
  );
  return {
    encapsulatedKey: encodeBase64(new Uint8Array(enc)),
    ciphertext: encodeBase64(new Uint8Array(ct)),
  };
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
