import workerUrl from './worker.ts?worker&url';

/** The one policy that our content security policy names (`wxt.config.ts`). */
const POLICY_NAME = 'countersign';

/** The part of the browser's `trustedTypes` that is used; TypeScript's DOM library does not know it. */
interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { readonly createScriptURL: (url: string) => string },
  ): { createScriptURL(url: string): string };
}

let policy: ReturnType<TrustedTypes['createPolicy']> | undefined;

/** Starts the decoder's worker: the only script that any page of ours may start. */
export function startTrustedWorker(): Worker {
  // A name may be taken once in each document.
  policy ??= (globalThis as unknown as { trustedTypes: TrustedTypes }).trustedTypes.createPolicy(
    POLICY_NAME,
    { createScriptURL: onlyOurs },
  );
  return new Worker(policy.createScriptURL(workerUrl));
}

/** @throws TypeError for any address but that of the worker that is packaged with us */
function onlyOurs(url: string): string {
  if (url !== workerUrl) throw new TypeError('not a script of ours');
  return url;
}
