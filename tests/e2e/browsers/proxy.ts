/** The discard port, on which nobody listens: the network without a proxy is no network. */
const NOBODY = 9;

export const PROXY_HOST = '127.0.0.1';

export function proxyPort(wanted: number | undefined): number {
  return wanted ?? NOBODY;
}
