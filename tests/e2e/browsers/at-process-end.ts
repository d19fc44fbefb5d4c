const SIGNALS = { SIGHUP: 1, SIGINT: 2, SIGTERM: 15 } as const;

/**
 * Runs a synchronous cleanup when the Node process ends, also by a signal or an uncaught error. The
 * result takes it back.
 */
export function atProcessEnd(cleanup: () => void): () => void {
  // Last come, first served: the browser has to go before its profile.
  process.prependOnceListener('exit', cleanup);
  // Without a listener a signal ends the process at once, without 'exit'.
  const exits = Object.entries(SIGNALS).map(([signal, number]) => {
    const exit = () => process.exit(128 + number);
    process.once(signal, exit);
    return () => process.off(signal, exit);
  });
  return () => {
    process.off('exit', cleanup);
    for (const takeBack of exits) takeBack();
  };
}
