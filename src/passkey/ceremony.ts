import { decodeBase64, encodeBase64 } from '../encoding/base64.ts';
import { Fault, type FaultCode } from '../fault.ts';
import { RELYING_PARTY_ID } from './relying-party.ts';

/** What opens a passkey slot, both in base64. */
export interface PasskeyWay {
  readonly kind: 'passkey';
  readonly credentialId: string;
  /** 32 random bytes on which the PRF is evaluated. */
  readonly salt: string;
}

export interface PasskeyKey {
  readonly way: PasskeyWay;
  /** Base64 of the 32 bytes that PRF yields. */
  readonly material: string;
}

/** Time for people to find their key, in milliseconds. */
const TIMEOUT_MS = 120_000;

/** COSE algorithms: ES256 and EdDSA, and RS256 for Windows Hello. The signature is not used. */
const ALGORITHMS = [-7, -8, -257];

/**
 * Makes a passkey for the vault. Chromium evaluates the PRF while creating; Firefox does not, and wants a
 * second ceremony with a gesture of its own ({@link evaluatePasskey}): then `material` is undefined.
 *
 * The user id is random: one that is used again would overwrite the passkey of another vault in the same
 * password manager.
 *
 * @throws Fault `passkey-…`
 */
export async function createPasskey(
  userName: string,
): Promise<{ way: PasskeyWay; material: string | undefined }> {
  const salt = random(32);
  const credential = await ceremony(() =>
    navigator.credentials.create({
      publicKey: {
        rp: { id: RELYING_PARTY_ID, name: 'Countersign' },
        user: { id: random(32), name: userName, displayName: userName },
        challenge: random(32),
        pubKeyCredParams: ALGORITHMS.map((alg) => ({ type: 'public-key', alg })),
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
        timeout: TIMEOUT_MS,
        extensions: { prf: { eval: { first: salt } } },
      },
    }),
  );
  const { prf } = credential.getClientExtensionResults();
  if (!prf?.enabled) throw new Fault('passkey-without-prf', 'the authenticator has no PRF');
  return {
    way: {
      kind: 'passkey',
      credentialId: encodeBase64(new Uint8Array(credential.rawId)),
      salt: encodeBase64(salt),
    },
    material: prf.results && encodeBytes(prf.results.first),
  };
}

/**
 * Asks one of the passkeys for the key material of its slot.
 *
 * @throws Fault `passkey-…`
 */
export async function evaluatePasskey(ways: readonly PasskeyWay[]): Promise<PasskeyKey> {
  const credential = await ceremony(() =>
    navigator.credentials.get({
      publicKey: {
        rpId: RELYING_PARTY_ID,
        challenge: random(32),
        allowCredentials: ways.map(({ credentialId }) => ({
          type: 'public-key',
          id: decodeBase64(credentialId),
        })),
        userVerification: 'required',
        timeout: TIMEOUT_MS,
        extensions: {
          prf: {
            evalByCredential: Object.fromEntries(
              ways.map((way) => [base64Url(way.credentialId), { first: decodeBase64(way.salt) }]),
            ),
          },
        },
      },
    }),
  );
  const used = encodeBase64(new Uint8Array(credential.rawId));
  const way = ways.find(({ credentialId }) => credentialId === used);
  const result = credential.getClientExtensionResults().prf?.results?.first;
  if (!way || !result) throw new Fault('passkey-without-prf', 'the passkey gave no PRF result');
  return { way, material: encodeBytes(result) };
}

/** What the browser's refusals mean (WebAuthn Level 3, sections 5.1.3 and 5.1.4). */
const REFUSALS: ReadonlyMap<string, FaultCode> = new Map([
  ['NotAllowedError', 'passkey-cancelled'],
  ['AbortError', 'passkey-cancelled'],
  ['SecurityError', 'passkey-not-permitted'],
]);

async function ceremony(run: () => Promise<Credential | null>): Promise<PublicKeyCredential> {
  let credential: Credential | null;
  try {
    credential = await run();
  } catch (error) {
    const name = error instanceof Error ? error.name : 'unknown';
    throw new Fault(REFUSALS.get(name) ?? 'passkey-unavailable', name);
  }
  if (credential instanceof PublicKeyCredential) return credential;
  throw new Fault('passkey-unavailable', 'no credential');
}

function random(length: number): Uint8Array<ArrayBuffer> {
  return crypto.getRandomValues(new Uint8Array(length));
}

function encodeBytes(source: BufferSource): string {
  const bytes = ArrayBuffer.isView(source)
    ? new Uint8Array(source.buffer, source.byteOffset, source.byteLength)
    : new Uint8Array(source);
  return encodeBase64(bytes);
}

/** `evalByCredential` is keyed by base64url without padding (WebAuthn Level 3, section 10.1.4). */
function base64Url(base64: string): string {
  return base64.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/u, '');
}
