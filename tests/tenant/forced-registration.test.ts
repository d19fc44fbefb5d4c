import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ORGANISATIONS, PEOPLE } from './directory.ts';
import { declineToStay, signInWithPassword } from './sign-in-visits.ts';
import { startTenant, type Tenant } from './tenant.ts';
import { codeOfStep, stepAt } from './totp-check.ts';
import { type Visit, Visitor } from './visitor.ts';

const { contoso } = ORGANISATIONS;
const { alex } = PEOPLE;
const API = 'https://mysignins.microsoft.com/api';
const PORTAL = `https://${contoso.portalHost}/`;

let tenant: Tenant;
let visitor: Visitor;
let now: number;

beforeAll(async () => {
  tenant = await startTenant();
  tenant.clock.set(() => now);
});

afterAll(() => tenant.close());

beforeEach(() => {
  tenant.reset();
  tenant.signIn.forceRegistration = true;
  now = 1_700_000_000_000;
  visitor = new Visitor(tenant.proxyPort);
});

function code(): string {
  const secret = tenant.secrets().at(-1);
  if (!secret) throw new Error('No secret was handed out');
  return codeOfStep(secret.bytes, stepAt(now));
}

/** What the wizard's script is told, for the registration that the page belongs to. */
async function settingsAt({ url }: Visit): Promise<{ returnTo: string }> {
  return JSON.parse((await visitor.visit(`${API}/settings${url.search}`)).body);
}

async function enrolAt({ url }: Visit): Promise<void> {
  const setUp = await visitor.visit(`${API}/set-up${url.search}`, { app: 'other' });
  const { id } = JSON.parse(setUp.body);
  const verified = await visitor.visit(`${API}/verify${url.search}`, { id, code: code() });
  expect(JSON.parse(verified.body)).toEqual({ verdict: 'accepted' });
}

describe('forced registration', () => {
  it('stands between the password and the app, and ends at the app', async () => {
    const redirect = await signInWithPassword(visitor, PORTAL, alex);
    expect(redirect.body).toContain('content="ConvergedProofUpRedirect"');
    expect(redirect.body).toMatch(/<body class="sign-in" hidden>/);
    expect(redirect.body).not.toContain('<input');

    const register = await visitor.submit(redirect, {});
    expect(register.url.host + register.url.pathname).toBe('mysignins.microsoft.com/register');
    expect(register.body).toContain('Keep your account secure');
    await enrolAt(register);

    const { returnTo } = await settingsAt(register);
    const stay = await visitor.visit(returnTo);
    expect(stay.body).toContain('content="KmsiInterrupt"');
    const app = await declineToStay(visitor, stay);
    expect(app.url.href).toBe(PORTAL);
    expect(app.body).toContain('Password and a code');
  });

  it('asks again of who comes back with nothing registered', async () => {
    const register = await visitor.submit(await signInWithPassword(visitor, PORTAL, alex), {});
    const { returnTo } = await settingsAt(register);
    expect((await visitor.visit(returnTo)).body).toContain('content="ConvergedProofUpRedirect"');
    expect((await visitor.visit(PORTAL)).url.host).toBe('login.microsoftonline.com');
  });

  it('can be put off', async () => {
    const redirect = await signInWithPassword(visitor, PORTAL, alex);
    const skip = /"urlSkipMfaRegistration":"([^"]+)"/.exec(redirect.body)?.[1] ?? '';
    const stay = await visitor.visit(new URL(skip, redirect.url));
    const app = await declineToStay(visitor, stay);
    expect(app.body).toContain('Password only');
  });

  it('is not asked of who has an authenticator, nor where it is not forced', async () => {
    const register = await visitor.submit(await signInWithPassword(visitor, PORTAL, alex), {});
    await enrolAt(register);
    visitor = new Visitor(tenant.proxyPort);
    const enrolled = await signInWithPassword(visitor, PORTAL, alex);
    expect(enrolled.body).toContain('content="ConvergedTFA"');

    tenant.reset();
    tenant.signIn.restore();
    visitor = new Visitor(tenant.proxyPort);
    const free = await signInWithPassword(visitor, PORTAL, alex);
    expect(free.body).toContain('content="KmsiInterrupt"');
  });
});
