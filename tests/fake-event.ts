type Listener = (...given: never[]) => unknown;

/** An event of the browser, which a test lets happen. */
export class FakeEvent {
  readonly listeners: Listener[] = [];
  readonly addListener = (listener: Listener) => void this.listeners.push(listener);

  /** Also waits for what the listeners do about it. */
  happen = (...given: unknown[]) =>
    Promise.all(this.listeners.map((listener) => listener(...(given as never[]))));
}
