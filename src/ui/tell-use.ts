import { send } from '../messages/client.ts';

/** The background moves its deadline no more often than this, in milliseconds. */
const STEP_MS = 10_000;

/**
 * Tells the background whenever somebody is at this page, by mouse or keyboard: the vault stays open for as long
 * again. That the page is open, or asks for something on its own, is no use; neither are events that a script makes.
 */
export function tellUse(): void {
  let toldAt = Number.NEGATIVE_INFINITY;
  const tell = () => {
    if (performance.now() - toldAt < STEP_MS) return;
    toldAt = performance.now();
    void send('vault.used').catch(() => undefined);
  };
  tell();
  for (const type of ['pointerdown', 'keydown']) {
    addEventListener(type, ({ isTrusted }) => isTrusted && tell(), { capture: true });
  }
}
