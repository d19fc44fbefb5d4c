import { importAesKey, open, seal } from '../crypto/aes-gcm.ts';
import { utf8 } from '../crypto/bytes.ts';
import type { Way } from '../crypto/header.ts';
import { decodeBase64, encodeBase64 } from '../encoding/base64.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/** A recovery code that only the way it was sealed to brings back; both in base64. */
export interface SealedCode {
  readonly nonce: string;
  readonly ciphertext: string;
}

/** Another key than the one that the same material gives for a slot (`crypto/slot.ts`). */
const INFO = utf8('countersign first run v1');

/** @param material what the way yields, as it will open the vault */
export async function sealCode(code: string, way: Way, material: Bytes): Promise<SealedCode> {
  const { nonce, ciphertext } = await seal(await keyOf(material), utf8(code), describe(way));
  return { nonce: encodeBase64(nonce), ciphertext: encodeBase64(ciphertext) };
}

/** Undefined where the material is not the one that the code was sealed to. */
export async function openCode(
  sealed: SealedCode,
  way: Way,
  material: Bytes,
): Promise<string | undefined> {
  const parts = {
    nonce: decodeBase64(sealed.nonce),
    ciphertext: decodeBase64(sealed.ciphertext),
  };
  const opened = await open(await keyOf(material), parts, describe(way));
  return opened && new TextDecoder().decode(opened);
}

/** HKDF-SHA-256 (RFC 5869). */
async function keyOf(material: Bytes): Promise<CryptoKey> {
  const secret = await crypto.subtle.importKey('raw', material, 'HKDF', false, ['deriveBits']);
  const derivation = { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info: INFO };
  return importAesKey(new Uint8Array(await crypto.subtle.deriveBits(derivation, secret, 256)));
}

function describe(way: Way): Bytes {
  return utf8(way.kind === 'passkey' ? way.credentialId : way.kind);
}
