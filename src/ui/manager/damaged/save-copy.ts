import { decodeBase64 } from '../../../encoding/base64.ts';
import { send } from '../../../messages/client.ts';

/** Downloads the sealed bytes of a damaged state, as they stand on the disk. */
export async function saveCopy(generation: number): Promise<void> {
  const { sealed } = await send('damaged.read', { generation });
  const file = new Blob([decodeBase64(sealed)], { type: 'application/octet-stream' });
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = `countersign-damaged-${generation}.countersign`;
  link.click();
  // The browser has taken hold of the file by the time that it runs other tasks.
  setTimeout(() => URL.revokeObjectURL(link.href), RELEASE_MS);
}

/** Firefox reads the file only after it has asked where to put it. */
const RELEASE_MS = 60_000;
