import { newDocument } from '../../src/vault/document.ts';
import { base64 } from '../crypto/slots.ts';

export const EMPTY_DOCUMENT = newDocument(base64('sealing key'));
