import { beforeEach, describe, expect, it, vi } from 'vitest';
import { encodeBase64 } from '../../src/encoding/base64.ts';
import { createPasskey, evaluatePasskey, type PasskeyWay } from '../../src/passkey/ceremony.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/** `instanceof` tells these apart; the ceremony reads nothing else of them. */
class StubAttestation {
  readonly #data: ArrayBuffer;

  constructor(data: ArrayBuffer) {
    this.#data = data;
  }

  getAuthenticatorData(): ArrayBuffer {
    return this.#data;
  }
}

class StubAssertion {
  readonly authenticatorData: ArrayBuffer;

  constructor(data: ArrayBuffer) {
    this.authenticatorData = data;
  }
}

class StubCredential {
  readonly rawId: ArrayBuffer;
  readonly response: object;
  readonly #results: object;

  constructor(rawId: Bytes, results: object, response: object) {
    this.rawId = rawId.buffer;
    this.response = response;
    this.#results = results;
  }

  getClientExtensionResults(): object {
    return this.#results;
  }
}

/**
 * The hash of the relying party, the flags, the counter (WebAuthn Level 3, section 6.1): all bits are set but
 * those of the flags, which are given.
 */
const authenticatorData = (flags: number): ArrayBuffer =>
  Uint8Array.from({ length: 37 }, (_, at) => (at === 32 ? flags : 0xff)).buffer;

/** User present and user verified. */
const VERIFIED = authenticatorData(0b101);

const attested = (id: Bytes, results: object, data = VERIFIED) =>
  new StubCredential(id, results, new StubAttestation(data));
const asserted = (id: Bytes, results: object, data = VERIFIED) =>
  new StubCredential(id, results, new StubAssertion(data));

const create = vi.fn<(options: CredentialCreationOptions) => Promise<unknown>>();
const get = vi.fn<(options: CredentialRequestOptions) => Promise<unknown>>();

const fault = (code: string) => ({ name: 'Fault', code });
const bytesOf = (length: number, first: number): Bytes =>
  Uint8Array.from({ length }, (_, at) => (first + at) % 256);

const MATERIAL = bytesOf(32, 200);
/** In base64 with a `+`, a `/` and padding: all that base64url writes in another way. */
const ID = Uint8Array.of(0xfb, 0xff, 0xfe, 0x3e);
const OTHER_ID = bytesOf(16, 0);
const WAY: PasskeyWay = {
  kind: 'passkey',
  credentialId: encodeBase64(ID),
  salt: encodeBase64(bytesOf(32, 1)),
};
const OTHER_WAY: PasskeyWay = {
  kind: 'passkey',
  credentialId: encodeBase64(OTHER_ID),
  salt: encodeBase64(bytesOf(32, 2)),
};

const ENABLED = { prf: { enabled: true } };
const RESULTS = { prf: { results: { first: MATERIAL } } };

/** The bytes of a `BufferSource`, to compare. */
const read = (source: BufferSource | undefined): number[] => {
  if (!source) return [];
  return ArrayBuffer.isView(source)
    ? [...new Uint8Array(source.buffer, source.byteOffset, source.byteLength)]
    : [...new Uint8Array(source)];
};

const created = () => create.mock.lastCall?.[0].publicKey;
const asked = () => get.mock.lastCall?.[0].publicKey;

beforeEach(() => {
  create.mockReset();
  get.mockReset();
  vi.stubGlobal('navigator', { credentials: { create, get } });
  vi.stubGlobal('PublicKeyCredential', StubCredential);
  vi.stubGlobal('AuthenticatorAttestationResponse', StubAttestation);
  vi.stubGlobal('AuthenticatorAssertionResponse', StubAssertion);
  return () => {
    vi.unstubAllGlobals();
    vi.restoreAllMocks();
  };
});

describe('making a passkey', () => {
  beforeEach(() => {
    create.mockImplementation(async () => attested(ID, ENABLED));
  });

  it('wants one that is discoverable, verifies the user and has PRF', async () => {
    const way = await createPasskey('Countersign vault', []);
    expect(created()).toEqual({
      rp: { id: 'countersign.invalid', name: 'Countersign' },
      user: {
        id: expect.any(Uint8Array),
        name: 'Countersign vault',
        displayName: 'Countersign vault',
      },
      challenge: expect.any(Uint8Array),
      pubKeyCredParams: [-7, -8, -257].map((alg) => ({ type: 'public-key', alg })),
      excludeCredentials: [],
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      timeout: 120_000,
      extensions: { prf: {} },
    });
    expect(way).toEqual({
      kind: 'passkey',
      credentialId: encodeBase64(ID),
      salt: expect.any(String),
    });
  });

  it('wants it on no authenticator that has one of the vault already', async () => {
    await createPasskey('x', [WAY, OTHER_WAY]);
    expect(created()?.excludeCredentials).toEqual([
      { type: 'public-key', id: ID },
      { type: 'public-key', id: OTHER_ID },
    ]);
  });

  it('has 32 random bytes as user id, as challenge and as salt, other ones each time', async () => {
    const seen = new Set<string>();
    for (let count = 0; count < 3; count += 1) {
      const { salt } = await createPasskey('the same name', []);
      const { user, challenge } = created() ?? {};
      for (const source of [user?.id, challenge, Buffer.from(salt, 'base64')]) {
        expect(read(source)).toHaveLength(32);
        seen.add(read(source).join());
      }
    }
    expect(seen.size).toBe(9);
  });

  it('takes no PRF result from an authenticator that gives one unasked', async () => {
    create.mockResolvedValue(
      attested(ID, { prf: { enabled: true, results: { first: MATERIAL } } }),
    );
    expect(Object.keys(await createPasskey('x', []))).toEqual(['kind', 'credentialId', 'salt']);
    expect(get).not.toHaveBeenCalled();
  });

  it.each([
    ['no extension', {}],
    ['no word on it', { prf: {} }],
    ['no PRF', { prf: { enabled: false } }],
  ])('is refused where the authenticator has %s', async (_, results) => {
    create.mockResolvedValue(attested(ID, results));
    await expect(createPasskey('x', [])).rejects.toMatchObject(fault('passkey-without-prf'));
  });

  it('is refused on an authenticator that has one already', async () => {
    create.mockRejectedValue(new DOMException('said by the browser', 'InvalidStateError'));
    await expect(createPasskey('x', [WAY])).rejects.toMatchObject(fault('passkey-known'));
  });
});

describe('asking a passkey', () => {
  beforeEach(() => {
    get.mockImplementation(async () =>
      asserted(ID, { prf: { results: { first: MATERIAL.buffer } } }),
    );
  });

  it('asks for one of these, which verifies the user, each on its own salt', async () => {
    await evaluatePasskey([WAY, OTHER_WAY]);
    expect(asked()).toEqual({
      rpId: 'countersign.invalid',
      challenge: expect.any(Uint8Array),
      allowCredentials: [
        { type: 'public-key', id: ID },
        { type: 'public-key', id: OTHER_ID },
      ],
      userVerification: 'required',
      timeout: 120_000,
      extensions: {
        prf: {
          evalByCredential: {
            '-__-Pg': { first: bytesOf(32, 1) },
            [Buffer.from(OTHER_ID).toString('base64url')]: { first: bytesOf(32, 2) },
          },
        },
      },
    });
  });

  it('sends 32 random bytes as challenge, other ones each time', async () => {
    const challenges = new Set<string>();
    for (let count = 0; count < 3; count += 1) {
      await evaluatePasskey([WAY]);
      expect(read(asked()?.challenge)).toHaveLength(32);
      challenges.add(read(asked()?.challenge).join());
    }
    expect(challenges.size).toBe(3);
  });

  it.each([
    ['the first', ID, WAY],
    ['the second', OTHER_ID, OTHER_WAY],
  ])('gives the material and the way of the one that answered: %s', async (_, id, way) => {
    get.mockResolvedValue(asserted(id, { prf: { results: { first: MATERIAL } } }));
    const key = await evaluatePasskey([WAY, OTHER_WAY]);
    expect(key).toEqual({ way, material: Buffer.from(MATERIAL).toString('base64') });
    expect(Buffer.from(key.material, 'base64')).toHaveLength(32);
  });

  it.each<[string, BufferSource]>([
    ['a buffer', MATERIAL.buffer],
    ['a view', MATERIAL],
    ['a view of the middle of a buffer', Uint8Array.of(9, 9, ...MATERIAL, 9).subarray(2, 34)],
    ['a view of another kind', new DataView(MATERIAL.buffer)],
  ])('gives what the PRF yields, be it %s', async (_, first) => {
    get.mockResolvedValue(asserted(ID, { prf: { results: { first } } }));
    const { material } = await evaluatePasskey([WAY]);
    expect(material).toBe(Buffer.from(MATERIAL).toString('base64'));
  });

  it.each([
    ['no extension', {}],
    ['nothing of the PRF', { prf: {} }],
    ['no result', { prf: { results: {} } }],
    ['only that it has a PRF', { prf: { enabled: true } }],
  ])('is refused where it gives %s', async (_, results) => {
    get.mockResolvedValue(asserted(ID, results));
    await expect(evaluatePasskey([WAY])).rejects.toMatchObject(fault('passkey-prf-refused'));
  });

  it('is refused where one answers that was not asked', async () => {
    get.mockResolvedValue(asserted(OTHER_ID, { prf: { results: { first: MATERIAL } } }));
    await expect(evaluatePasskey([WAY])).rejects.toMatchObject(fault('passkey-unavailable'));
  });

  it('knows of no passkey that would be in the way', async () => {
    get.mockRejectedValue(new DOMException('said by the browser', 'InvalidStateError'));
    await expect(evaluatePasskey([WAY])).rejects.toMatchObject(fault('passkey-unavailable'));
  });
});

describe.each<
  [string, typeof create | typeof get, (data: ArrayBuffer) => object, () => Promise<unknown>]
>([
  ['making', create, (data) => attested(ID, ENABLED, data), () => createPasskey('x', [])],
  ['asking', get, (data) => asserted(ID, RESULTS, data), () => evaluatePasskey([WAY])],
])('%s a passkey', (_, browserCall, answer, run) => {
  it.each([
    ['ConstraintError', 'passkey-not-verified'],
    ['SecurityError', 'passkey-not-permitted'],
    ['NotSupportedError', 'passkey-unavailable'],
    ['UnknownError', 'passkey-unavailable'],
  ])('that fails with %s is %s, whenever that is', async (name, code) => {
    for (const elapsed of [0, 120_000]) {
      vi.spyOn(performance, 'now')
        .mockReturnValueOnce(5000)
        .mockReturnValueOnce(5000 + elapsed);
      browserCall.mockRejectedValue(new DOMException('said by the browser', name));
      await expect(run()).rejects.toMatchObject(fault(code));
    }
  });

  describe.each(['NotAllowedError', 'AbortError'])('that fails with %s', (name) => {
    it.each([
      ['at once', 0, 'passkey-cancelled'],
      ['after a minute', 60_000, 'passkey-cancelled'],
      ['shortly before its time is over', 118_999, 'passkey-cancelled'],
      ['when the browser holds its time for over', 119_000, 'passkey-timed-out'],
      ['when its time is over', 120_000, 'passkey-timed-out'],
      ['long after, as on a computer that slept', 3_600_000, 'passkey-timed-out'],
    ])('%s (%i ms) is %s', async (__, elapsed, code) => {
      vi.spyOn(performance, 'now')
        .mockReturnValueOnce(5000)
        .mockReturnValueOnce(5000 + elapsed);
      browserCall.mockRejectedValue(new DOMException('said by the browser', name));
      await expect(run()).rejects.toMatchObject(fault(code));
    });
  });

  it.each([
    ['the user verified and nothing else', 0b100],
    ['the user present and verified, backed up, with extensions', 0b1001_1101],
  ])('takes an answer that says: %s', async (__, flags) => {
    browserCall.mockResolvedValue(answer(authenticatorData(flags)));
    await expect(run()).resolves.toBeTruthy();
  });

  it.each<[string, ArrayBuffer]>([
    ['no flag', authenticatorData(0)],
    ['only that somebody is there', authenticatorData(0b001)],
    ['every flag but that the user was verified', authenticatorData(0b1111_1011)],
    ['nothing, since it ends before the flags', new Uint8Array(32).fill(0xff).buffer],
    ['nothing, since it is empty', new ArrayBuffer(0)],
  ])('takes nothing from an answer that says %s', async (__, data) => {
    browserCall.mockResolvedValue(answer(data));
    await expect(run()).rejects.toMatchObject(fault('passkey-not-verified'));
  });

  it('takes nothing from an answer of an unknown kind', async () => {
    browserCall.mockResolvedValue(new StubCredential(ID, RESULTS, { authenticatorData: VERIFIED }));
    await expect(run()).rejects.toMatchObject(fault('passkey-not-verified'));
  });

  it.each<[string, unknown]>([
    ['an error that is no DOMException', new TypeError('no such option')],
    ['what is no error', 'NotAllowedError'],
    ['nothing', undefined],
  ])('that fails with %s is unavailable', async (__, reason) => {
    browserCall.mockRejectedValue(reason);
    await expect(run()).rejects.toMatchObject(fault('passkey-unavailable'));
  });

  it('is unavailable where the browser throws at once, as without WebAuthn', async () => {
    vi.stubGlobal('navigator', {});
    await expect(run()).rejects.toMatchObject(fault('passkey-unavailable'));
  });

  it.each<[string, unknown]>([
    ['no credential', null],
    ['a credential of another kind', { id: 'x', type: 'password' }],
  ])('that gives %s is unavailable', async (__, credential) => {
    browserCall.mockResolvedValue(credential);
    await expect(run()).rejects.toMatchObject(fault('passkey-unavailable'));
  });
});
