import { browser } from 'wxt/browser';
import type { SessionWatcher } from '../vault/session.ts';

const ALARM = 'lock';

interface Locking {
  /** Locks the vault at once. */
  readonly lock: () => Promise<void>;
  /** Looks at the deadline, which locks the vault where it has passed. Gives whether it is still open. */
  readonly check: () => Promise<boolean>;
  /** Minutes without mouse and keyboard after which the vault locks; null where it is locked already or never does. */
  readonly idleMinutes: () => Promise<number | null>;
}

/**
 * Locks the vault when the deadline passes, the screen is locked or nobody is there. The deadline itself is checked at
 * every use of the vault; the alarm only sees to it that codes are gone from the screen in time.
 */
export class AutoLock implements SessionWatcher {
  readonly #onEnded: () => void;

  /** @param onEnded the vault is locked now, for whatever reason */
  constructor(onEnded: () => void) {
    this.#onEnded = onEnded;
  }

  deadlineMoved(deadline: number | null): void {
    // Chrome gives alarms no earlier than 30 seconds ahead; then it is late, never early.
    if (deadline === null) void browser.alarms.clear(ALARM);
    else void browser.alarms.create(ALARM, { when: deadline });
  }

  ended(): void {
    void browser.alarms.clear(ALARM);
    this.#onEnded();
  }

  /** Registers the listeners; synchronously, so that they wake the worker. */
  listen({ lock, check, idleMinutes }: Locking): void {
    browser.alarms.onAlarm.addListener(({ name }) => {
      if (name === ALARM) void check().then((isOpen) => isOpen && ringAgain());
    });
    browser.idle.onStateChanged.addListener((state) => {
      if (state === 'locked') void lock();
      if (state === 'idle') {
        // Where the time cannot be read, the vault cannot be used either: locking is safe.
        void idleMinutes().then(
          (minutes) => (minutes === null ? undefined : lock()),
          () => lock(),
        );
      }
    });
    browser.commands.onCommand.addListener((command) => {
      if (command === 'lock-vault') void lock();
    });
  }
}

/** The alarm came early, or the vault was used in the last moment. */
function ringAgain(): void {
  void browser.alarms.create(ALARM, { delayInMinutes: 0.5 });
}

/** Tells the browser after how many minutes without mouse and keyboard it is to say so. */
export function watchIdleness(minutes: number | null): void {
  if (minutes !== null) browser.idle.setDetectionInterval(minutes * 60);
}
