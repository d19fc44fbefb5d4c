import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ORGANISATIONS, PEOPLE } from './directory.ts';
import type { SignInMethod } from './settings.ts';
import { declineToStay, signInWithPassword } from './sign-in-visits.ts';
import { startTenant, type Tenant } from './tenant.ts';
import { codeOfStep, stepAt } from './totp-check.ts';
import { type Visit, Visitor } from './visitor.ts';

const { contoso } = ORGANISATIONS;
const { alex, pat } = PEOPLE;
const PORTAL = `https://${contoso.portalHost}/`;
const API = 'https://mysignins.microsoft.com/api';
const ACCOUNT = 'https://account.live.com';

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
  tenant.signIn.restore();
  tenant.personal.restore();
  now = 1_700_000_000_000;
  visitor = new Visitor(tenant.proxyPort);
});

function code(): string {
  const secret = tenant.secrets().at(-1);
  return secret ? codeOfStep(secret.bytes, stepAt(now)) : '';
}

/** Enrols alex at Contoso and signs in again, up to the page for the second factor. */
async function openCodePage(): Promise<Visit> {
  const query = `?tenantId=${contoso.tenantId}`;
  const securityInfo = `https://mysignins.microsoft.com/security-info${query}`;
  await declineToStay(visitor, await signInWithPassword(visitor, securityInfo, alex));
  const { id } = JSON.parse((await visitor.visit(`${API}/set-up${query}`, { app: 'other' })).body);
  await visitor.visit(`${API}/verify${query}`, { id, code: code() });
  await visitor.visit('https://login.microsoftonline.com/logout');
  now += 30_000;
  return signInWithPassword(visitor, PORTAL, alex);
}

function configOf({ body }: Visit) {
  return JSON.parse(/\$Config=(\{.+\});<\/script>/.exec(body)?.[1] ?? '');
}

describe('the second factor at Entra', () => {
  it.each<SignInMethod>([
    'PhoneAppNotification',
    'OneWaySMS',
    'TwoWayVoiceMobile',
    'AccessPass',
    'Recovery',
  ])('is asked for as %s first, and the app’s code is the other way', async (method) => {
    tenant.signIn.method = method;
    const page = await openCodePage();
    expect(page.body).toContain('content="ConvergedTFA"');
    expect(page.body).toMatch(/<body class="sign-in" hidden>/);
    expect(configOf(page).arrUserProofs).toEqual([
      { authMethodId: method, isDefault: true },
      { authMethodId: 'PhoneAppOTP', isDefault: false },
    ]);
    const form = { step: 'code', otc: code(), accesspass: code(), recoverycode: code() };
    await visitor.submit(page, { ...form, mfaAuthMethod: method });
    expect(tenant.signIns()).toEqual([]);
    await visitor.submit(page, { ...form, mfaAuthMethod: 'PhoneAppOTP' });
    expect(tenant.signIns()).toHaveLength(1);
  });

  it('is the app’s code alone unless set otherwise', async () => {
    const { arrUserProofs, appearance } = configOf(await openCodePage());
    expect(arrUserProofs).toEqual([{ authMethodId: 'PhoneAppOTP', isDefault: true }]);
    expect(appearance).toBe('at-once');
  });

  it('offers the ways that are set, in their order', async () => {
    tenant.signIn.method = 'PhoneAppNotification';
    tenant.signIn.otherWays = [];
    const page = await openCodePage();
    expect(configOf(page).arrUserProofs).toHaveLength(1);
    tenant.signIn.otherWays = ['OneWaySMS', 'PhoneAppOTP'];
    const { arrUserProofs } = configOf(await visitor.visit(page.url));
    expect(arrUserProofs.map((each: { authMethodId: string }) => each.authMethodId)).toEqual([
      'PhoneAppNotification',
      'OneWaySMS',
      'PhoneAppOTP',
    ]);
  });

  it('shows a number of two digits for a push approval, unless none is to be matched', async () => {
    tenant.signIn.method = 'PhoneAppNotification';
    const page = await openCodePage();
    expect(configOf(page).sDisplaySign).toMatch(/^[1-9]\d$/);
    tenant.signIn.numberMatching = false;
    expect(configOf(await visitor.visit(page.url)).sDisplaySign).toBe('');
  });

  it('has a field that appears as it is set', async () => {
    tenant.signIn.appearance = 'late';
    tenant.signIn.lateMs = 5;
    expect(configOf(await openCodePage())).toMatchObject({ appearance: 'late', lateMs: 5 });
  });

  it('is asked for in a frame without a cookie, where nothing comes of it', async () => {
    const framed = await visitor.visit(
      `https://login.microsoftonline.com/${contoso.tenantId}/framed-code`,
    );
    expect(configOf(framed).sPOST_Username).toBe(alex.address);
    const sent = await visitor.submit(framed, { step: 'code', otc: '123456' });
    expect(sent.status).toBe(400);
    const real = await openCodePage();
    expect(String(real.headers['content-security-policy'])).toContain("frame-ancestors 'none'");
  });
});

describe('the second factor of a personal account', () => {
  async function openPersonalCodePage(): Promise<Visit> {
    await declineToStay(visitor, await signInWithPassword(visitor, `${ACCOUNT}/proofs`, pat));
    const page = await visitor.visit(`${ACCOUNT}/proofs/Add?apt=3`);
    const ProofId = /name="ProofId" value="([^"]+)"/.exec(page.body)?.[1] ?? '';
    await visitor.visit(`${ACCOUNT}/API/AddVerifyTotp`, { ProofId, TotpCode: code() });
    await visitor.visit('https://login.live.com/logout.srf');
    now += 30_000;
    return signInWithPassword(visitor, `${ACCOUNT}/`, pat);
  }

  it.each(['one', 'split', 'sent', 'push'] as const)('is asked for as %s', async (codeField) => {
    tenant.personal.codeField = codeField;
    const page = await openPersonalCodePage();
    expect(configOf(page)).toMatchObject({ view: 'code', codeField, address: pat.address });
    expect(configOf(page).displaySign).toMatch(/^[1-9]\d$/);
    const stay = await visitor.submit(page, { step: 'code', otc: code() });
    expect(configOf(stay).view).toBe('staySignedIn');
    expect(tenant.signIns()).toMatchObject([{ organisation: 'Microsoft', address: pat.address }]);
  });

  it('takes no code as one that came by e-mail', async () => {
    tenant.personal.codeField = 'sent';
    const page = await openPersonalCodePage();
    const refused = await visitor.submit(page, { step: 'code', otc: code(), ProofType: 'Email' });
    expect(configOf(refused)).toMatchObject({ view: 'code', error: expect.stringMatching(/./) });
    expect(tenant.signIns()).toEqual([]);
  });
});
