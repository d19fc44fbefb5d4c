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

/** A browser's timer may start or end a little apart from our clock. */
const TIMEOUT_TOLERANCE_MS = 1000;

/** COSE algorithms: ES256 and EdDSA, and RS256 for Windows Hello. The signature is not used. */
const ALGORITHMS = [-7, -8, -257];

/**
 * Makes a passkey for the vault. Its key material comes from a ceremony of its own ({@link evaluatePasskey}):
 * that is what opens the vault later, and some authenticators have given another PRF output at creation. So
 * here the authenticator is only asked whether it has a PRF.
 *
 * The user id is random: one that is used again would overwrite the passkey of another vault in the same
 * password manager. So it is `existing` that keeps an authenticator from holding two for the same vault
 * (WebAuthn Level 3, section 5.4): one would add no way that is not lost with the other.
 *
 * @throws Fault `passkey-…`
 */
export async function createPasskey(
  userName: string,
  existing: readonly PasskeyWay[],
): Promise<PasskeyWay> {
  const credential = await ceremony(CREATE_REFUSALS, () =>
    navigator.credentials.create({
      publicKey: {
        rp: { id: RELYING_PARTY_ID, name: 'Countersign' },
        user: { id: random(32), name: userName, displayName: userName },
        challenge: random(32),
        pubKeyCredParams: ALGORITHMS.map((alg) => ({ type: 'public-key', alg })),
        excludeCredentials: existing.map(describe),
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
        timeout: TIMEOUT_MS,
        extensions: { prf: {} },
      },
    }),
  );
  const { prf } = credential.getClientExtensionResults();
  if (!prf?.enabled) throw new Fault('passkey-without-prf', 'the authenticator has no PRF');
  return {
    kind: 'passkey',
    credentialId: encodeBase64(new Uint8Array(credential.rawId)),
    salt: encodeBase64(random(32)),
  };
}

/**
 * Asks one of the passkeys for the key material of its slot.
 *
 * @throws Fault `passkey-…`
 */
export async function evaluatePasskey(ways: readonly PasskeyWay[]): Promise<PasskeyKey> {
  const credential = await ceremony(REFUSALS, () =>
    navigator.credentials.get({
      publicKey: {
        rpId: RELYING_PARTY_ID,
        challenge: random(32),
        allowCredentials: ways.map(describe),
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
  if (!way) throw new Fault('passkey-unavailable', 'a credential that was not asked for');
  const result = credential.getClientExtensionResults().prf?.results?.first;
  if (!result) throw new Fault('passkey-prf-refused', 'the passkey gave no PRF result');
  return { way, material: encodeBytes(result) };
}

/**
 * What the browser's refusals mean (WebAuthn Level 3, sections 5.1.3 and 5.1.4). A ConstraintError is the
 * answer where no authenticator can verify the user.
 */
const REFUSALS: ReadonlyMap<string, FaultCode> = new Map([
  ['ConstraintError', 'passkey-not-verified'],
  ['SecurityError', 'passkey-not-permitted'],
]);

/** An InvalidStateError means an excluded credential here only (WebAuthn Level 3, section 5.1.3). */
const CREATE_REFUSALS: ReadonlyMap<string, FaultCode> = new Map([
  ...REFUSALS,
  ['InvalidStateError', 'passkey-known'],
]);

/**
 * One error stands for a closed dialog, a verification that failed, no fitting passkey and a timeout, so that a
 * site does not learn which it was (WebAuthn Level 3, section 14.5). The time tells the last one apart.
 */
const UNEXPLAINED: ReadonlySet<string> = new Set(['NotAllowedError', 'AbortError']);

/** The answer of an authenticator that verified the user; any other is refused before it is read. */
async function ceremony(
  refusals: ReadonlyMap<string, FaultCode>,
  run: () => Promise<Credential | null>,
): Promise<PublicKeyCredential> {
  const start = performance.now();
  let credential: Credential | null;
  try {
    credential = await run();
  } catch (error) {
    const name = error instanceof Error ? error.name : 'unknown';
    throw new Fault(
      UNEXPLAINED.has(name)
        ? unexplained(performance.now() - start)
        : (refusals.get(name) ?? 'passkey-unavailable'),
      name,
    );
  }
  if (!(credential instanceof PublicKeyCredential))
    throw new Fault('passkey-unavailable', 'no credential');
  if (!isUserVerified(credential.response))
    throw new Fault('passkey-not-verified', 'the authenticator did not verify the user');
  return credential;
}

function unexplained(elapsed: number): FaultCode {
  return elapsed >= TIMEOUT_MS - TIMEOUT_TOLERANCE_MS ? 'passkey-timed-out' : 'passkey-cancelled';
}

/** Where the flags stand in authenticator data, and which of them is UV (WebAuthn Level 3, section 6.1). */
const FLAGS_OFFSET = 32;
const USER_VERIFIED = 0b100;

/**
 * That `userVerification: 'required'` was kept is for the relying party to check (WebAuthn Level 3, sections
 * 7.1 and 7.2), and here that is us. CTAP 2.1's hmac-secret has another secret for users who are not verified
 * (section 12.5), so that a PRF result without UV is also another one.
 */
function isUserVerified(response: AuthenticatorResponse): boolean {
  const data = authenticatorData(response);
  const flags = data && new Uint8Array(data)[FLAGS_OFFSET];
  return flags !== undefined && (flags & USER_VERIFIED) !== 0;
}

function authenticatorData(response: AuthenticatorResponse): ArrayBuffer | undefined {
  if (response instanceof AuthenticatorAttestationResponse) return response.getAuthenticatorData();
  if (response instanceof AuthenticatorAssertionResponse) return response.authenticatorData;
  return undefined;
}

function describe({ credentialId }: PasskeyWay): PublicKeyCredentialDescriptor {
  return { type: 'public-key', id: decodeBase64(credentialId) };
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
