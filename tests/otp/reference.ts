import { createHmac } from 'node:crypto';
import type { Algorithm } from '../../src/otp/credential.ts';

/**
 * RFC 4226, section 5.3, and RFC 6238, section 4.2, written from their text on Node's HMAC: shares nothing with
 * the library under test.
 */
export function referenceCode(
  secret: Uint8Array,
  { algorithm, digits, step }: { algorithm: Algorithm; digits: number; step: number },
): string {
  const movingFactor = Buffer.alloc(8);
  movingFactor.writeBigUInt64BE(BigInt(step));
  const mac = createHmac(algorithm, secret).update(movingFactor).digest();
  const offset = mac.readUInt8(mac.length - 1) & 0xf;
  const truncated = mac.readUInt32BE(offset) & 0x7fff_ffff;
  return String(truncated % 10 ** digits).padStart(digits, '0');
}
