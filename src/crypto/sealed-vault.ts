import * as v from 'valibot';
import { Fault } from '../fault.ts';
import { importAesKey, open, seal } from './aes-gcm.ts';
import { concatBytes, utf8 } from './bytes.ts';
import { type Header, HeaderSchema } from './header.ts';

type Bytes = Uint8Array<ArrayBuffer>;

const MAGIC = utf8('CSGN');
/** As it is written. */
const FORMAT = 2;
/** Still read: its document is compressed, which cost more time at 10,000 accounts than all the rest. */
const COMPRESSED_FORMAT = 1;
const PREFIX_BYTES = MAGIC.length + 1 + 4;
const NONCE_BYTES = 12;

/**
 * Seals one state of the vault:
 *
 *     "CSGN" | format (1 byte) | length of header (4 bytes, big endian) | header (JSON, UTF-8)
 *            | nonce (12 bytes) | AES-256-GCM(document as JSON, UTF-8), tag last
 *
 * All that stands in front of the nonce is the additional data, so nothing of the header can be changed.
 */
export async function sealVault(header: Header, document: unknown, dataKey: Bytes): Promise<Bytes> {
  const headerBytes = utf8(JSON.stringify(header));
  const prefix = new Uint8Array(PREFIX_BYTES);
  prefix.set(MAGIC);
  prefix[MAGIC.length] = FORMAT;
  new DataView(prefix.buffer).setUint32(MAGIC.length + 1, headerBytes.length);
  const clear = concatBytes(prefix, headerBytes);
  const plaintext = utf8(JSON.stringify(document));
  const { nonce, ciphertext } = await seal(await importAesKey(dataKey), plaintext, clear);
  return concatBytes(clear, nonce, ciphertext);
}

/**
 * The header of a sealed vault. It is trustworthy only once {@link openVault} succeeded.
 *
 * @throws Fault `damaged`; `unsupported-format` for a vault written by a newer Countersign.
 */
export function readHeader(sealed: Bytes): Header {
  return split(sealed).header;
}

/** @throws Fault `damaged` where any byte is not the one that was sealed with this data key. */
export async function openVault(
  sealed: Bytes,
  dataKey: Bytes,
): Promise<{ header: Header; document: unknown }> {
  const parts = split(sealed);
  const { format, header } = parts;
  const plaintext = await decrypt(parts, dataKey);
  try {
    const json = format === COMPRESSED_FORMAT ? await inflate(plaintext) : plaintext;
    return { header, document: JSON.parse(new TextDecoder().decode(json)) };
  } catch {
    throw new Fault('damaged', 'what was sealed is not JSON', 'document');
  }
}

/** Whether the seal is good, without a look at the document. @throws as {@link openVault} */
export async function verifyVault(sealed: Bytes, dataKey: Bytes): Promise<void> {
  await decrypt(split(sealed), dataKey);
}

async function decrypt({ clear, nonce, ciphertext }: Parts, dataKey: Bytes): Promise<Bytes> {
  const plaintext = await open(await importAesKey(dataKey), { nonce, ciphertext }, clear);
  if (plaintext) return plaintext;
  throw new Fault('damaged', 'the vault does not match its seal');
}

interface Parts {
  readonly format: number;
  readonly header: Header;
  readonly clear: Bytes;
  readonly nonce: Bytes;
  readonly ciphertext: Bytes;
}

function split(sealed: Bytes): Parts {
  if (sealed.length < PREFIX_BYTES || !MAGIC.every((byte, index) => sealed[index] === byte)) {
    throw new Fault('damaged', 'this is not a Countersign vault', 'magic');
  }
  const format = sealed[MAGIC.length];
  if (format !== FORMAT && format !== COMPRESSED_FORMAT) {
    throw new Fault('unsupported-format', 'the vault has another format', 'format');
  }
  const view = new DataView(sealed.buffer, sealed.byteOffset, sealed.byteLength);
  const clearLength = PREFIX_BYTES + view.getUint32(MAGIC.length + 1);
  if (sealed.length < clearLength + NONCE_BYTES) {
    throw new Fault('damaged', 'the vault is cut short', 'header');
  }
  return {
    format,
    header: parseHeader(sealed.subarray(PREFIX_BYTES, clearLength)),
    clear: sealed.slice(0, clearLength),
    nonce: sealed.slice(clearLength, clearLength + NONCE_BYTES),
    ciphertext: sealed.subarray(clearLength + NONCE_BYTES),
  };
}

function parseHeader(bytes: Bytes): Header {
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw new Fault('damaged', 'the header is not JSON', 'header');
  }
  const result = v.safeParse(HeaderSchema, json);
  if (result.success) return result.output;
  throw new Fault(
    'damaged',
    'the header does not fit its schema',
    v.getDotPath(result.issues[0]) ?? 'header',
  );
}

async function inflate(bytes: Bytes): Promise<Bytes> {
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}
