import type { SealedAccounts } from './sealed-accounts.ts';

/** Runs in the background: puts a vault where the extension keeps its own, in the place of what is there. */
export async function installVault({ generation, savedAt, sealed }: SealedAccounts): Promise<void> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open('countersign', 1);
    opening.onupgradeneeded = () => {
      const store = opening.result.createObjectStore('generations', { keyPath: 'generation' });
      store.createIndex('savedAt', 'savedAt');
    };
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error);
  });
  const bytes = Uint8Array.from(atob(sealed), (character) => character.charCodeAt(0));
  await new Promise((resolve, reject) => {
    const transaction = database.transaction('generations', 'readwrite');
    transaction.objectStore('generations').clear();
    transaction.objectStore('generations').put({ generation, savedAt, sealed: bytes });
    transaction.oncomplete = resolve;
    transaction.onerror = () => reject(transaction.error);
  });
  database.close();
}

/** Runs in the background: opens the vault with its data key, for as long as it would be open without use. */
export async function keepOpen(dataKey: string): Promise<void> {
  const now = Date.now();
  const unusedMs = 900_000;
  await chrome.storage.session.set({
    'vault.open': { dataKey, deadline: now + unusedMs - 1000, unusedMs, verifiedAt: now },
  });
}
