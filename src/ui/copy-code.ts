import { send } from '../messages/client.ts';

/** Puts a code on the clipboard, and says so: the background takes it back when the vault locks. */
export async function copyCode(code: string): Promise<void> {
  await navigator.clipboard.writeText(code);
  await send('clipboard.copied');
}
