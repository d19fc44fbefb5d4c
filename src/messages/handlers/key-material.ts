import { decodeBase64 } from '../../encoding/base64.ts';
import type { NewWay, Opener } from '../../vault/ways.ts';
import type { Request } from '../protocol.ts';

/** What opens the vault, as it came in a message. */
export function readOpener(request: Request<'vault.open'>): Opener {
  if ('recoveryCode' in request) return request;
  return { way: request.way, material: decodeBase64(request.material) };
}

export function readNewWay(request: Request<'ways.add'>): NewWay {
  if ('recoveryCode' in request) return request;
  return { way: request.way, material: decodeBase64(request.material), name: request.name };
}
