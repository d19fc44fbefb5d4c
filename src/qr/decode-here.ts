import type { DecoderAnswer, DecoderTask } from './decoder-task.ts';

/** Does a task in a worker of this context, which may load code late: Firefox's event page. */
export async function performHere(task: DecoderTask): Promise<DecoderAnswer> {
  const { openDecoder } = await import('./page-decoder.ts');
  const decoder = openDecoder();
  try {
    return await decoder.perform(task);
  } finally {
    // What it saw was secret.
    decoder.close();
  }
}
