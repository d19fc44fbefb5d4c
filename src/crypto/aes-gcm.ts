import { randomBytes } from './bytes.ts';

/** NIST SP 800-38D: 96 random bits, a fresh nonce for every message. */
const NONCE_BYTES = 12;

export interface Sealed {
  readonly nonce: Uint8Array<ArrayBuffer>;
  /** The ciphertext, then the 16-byte tag. */
  readonly ciphertext: Uint8Array<ArrayBuffer>;
}

export async function seal(
  key: CryptoKey,
  plaintext: Uint8Array<ArrayBuffer>,
  additionalData: Uint8Array<ArrayBuffer>,
): Promise<Sealed> {
  const nonce = randomBytes(NONCE_BYTES);
  const ciphertext = await crypto.subtle.encrypt(
    { name: 'AES-GCM', iv: nonce, additionalData },
    key,
    plaintext,
  );
  return { nonce, ciphertext: new Uint8Array(ciphertext) };
}

/** Undefined where the key, the nonce, the ciphertext or the additional data is not the one sealed with. */
export async function open(
  key: CryptoKey,
  { nonce, ciphertext }: Sealed,
  additionalData: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  try {
    const plaintext = await crypto.subtle.decrypt(
      { name: 'AES-GCM', iv: nonce, additionalData },
      key,
      ciphertext,
    );
    return new Uint8Array(plaintext);
  } catch {
    return undefined;
  }
}

export function importAesKey(raw: Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt']);
}
