import { vi } from 'vitest';
import { MemoryStorage } from '../vault/in-memory.ts';

type Listener = (...given: never[]) => unknown;

/** An event of the browser, that a test lets happen. */
class FakeEvent {
  readonly listeners = new Set<Listener>();
  readonly addListener = (listener: Listener) => void this.listeners.add(listener);

  happen(...given: unknown[]): void {
    for (const listener of this.listeners) listener(...(given as never[]));
  }
}

/** The part of the browser that the background uses. */
export function newBrowser() {
  return {
    alarms: {
      create: vi.fn(async (_name: string, _info: { when: number }) => {}),
      clear: vi.fn(async (_name: string) => true),
      onAlarm: new FakeEvent(),
    },
    idle: {
      onStateChanged: new FakeEvent(),
      setDetectionInterval: vi.fn((_seconds: number) => {}),
    },
    commands: { onCommand: new FakeEvent() },
    runtime: {
      id: 'countersignextensionid',
      getURL: (path: string) => `chrome-extension://countersignextensionid${path}`,
      sendMessage: vi.fn(async (_message: unknown) => undefined),
    },
    tabs: {
      query: vi.fn(async () => []),
      get: vi.fn(async () => ({
        active: false,
        url: 'https://mysignins.microsoft.com/security-info',
      })),
      sendMessage: vi.fn(async () => undefined),
    },
    action: {
      setBadgeText: vi.fn(async () => {}),
      setTitle: vi.fn(async () => {}),
      openPopup: vi.fn(async () => {}),
    },
    i18n: { getMessage: (key: string) => key },
    storage: { session: new MemoryStorage(), local: new MemoryStorage() },
    extension: { inIncognitoContext: false },
    permissions: { contains: vi.fn(async () => true) },
  };
}
