/** A request as the sites see it. */
export interface Request {
  readonly method: string;
  readonly url: URL;
  readonly form: URLSearchParams;
  /** The value of this host's session cookie. */
  readonly cookie: string | undefined;
}

export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array;
}

/** All that one host does. */
export type Site = (request: Request) => Reply | Promise<Reply>;

/** The handlers of a host by method and path: `GET /security-info`. */
export type Routes = Readonly<Record<string, Site>>;

const SESSION_COOKIE = '__Host-session';
const NINETY_DAYS_IN_SECONDS = 90 * 24 * 60 * 60;

export function redirect(location: string): Reply {
  return { status: 303, headers: { Location: location }, body: '' };
}

export function json(value: unknown, status = 200): Reply {
  return { status, headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(value) };
}

/** The reply with the host's session cookie set: until the browser closes, or for 90 days. */
export function withCookie(reply: Reply, value: string, keep = false): Reply {
  const lifetime = keep ? `; Max-Age=${NINETY_DAYS_IN_SECONDS}` : '';
  const cookie = `${SESSION_COOKIE}=${value}; Path=/; Secure; HttpOnly; SameSite=Lax${lifetime}`;
  return { ...reply, headers: { ...reply.headers, 'Set-Cookie': cookie } };
}

export function sessionCookie(header: string | undefined): string | undefined {
  const prefix = `${SESSION_COOKIE}=`;
  const pair = header?.split('; ').find((each) => each.startsWith(prefix));
  return pair?.slice(prefix.length);
}
