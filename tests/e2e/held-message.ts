import type { Page } from './browsers/browser.ts';

interface HoldingWindow {
  releaseMessage?: () => void;
}

/** Keeps the next message of this name from leaving a page until the returned function is called. */
export async function holdMessage(page: Page, name: string): Promise<() => Promise<void>> {
  await page.evaluate(hold, name);
  return () => page.evaluate(() => (window as HoldingWindow).releaseMessage?.());
}

function hold(name: string): void {
  const { runtime } = chrome;
  const send = runtime.sendMessage.bind(runtime) as (message: {
    name?: string;
  }) => Promise<unknown>;
  const sendLater = async (message: { name?: string }): Promise<unknown> => {
    if (message.name === name) {
      Object.defineProperty(runtime, 'sendMessage', { value: send, configurable: true });
      await new Promise<void>((resolve) => {
        (window as HoldingWindow).releaseMessage = resolve;
      });
    }
    return send(message);
  };
  Object.defineProperty(runtime, 'sendMessage', { value: sendLater, configurable: true });
}
