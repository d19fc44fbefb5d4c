import { send } from '../messages/client.ts';

/**
 * Puts a code of an account on the clipboard, and says so: the background takes it back when the vault locks, and remembers
 * when the account was used.
 */
export async function copyCode({ id }: { readonly id: string }, code: string): Promise<void> {
  await navigator.clipboard.writeText(code);
  // The copy is good without it.
  const used = send('accounts.used', { id }).catch(() => undefined);
  await Promise.all([send('clipboard.copied'), used]);
}
