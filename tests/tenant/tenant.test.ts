import { request } from 'node:http';
import jsQR from 'jsqr';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ORGANISATIONS, type Organisation, PEOPLE } from './directory.ts';
import type { QrDrawing } from './qr-drawing.ts';
import { PUSH_TEXTS, totpUri } from './qr-texts.ts';
import { declineToStay, signInWithPassword } from './sign-in-visits.ts';
import { startTenant, type Tenant } from './tenant.ts';
import { codeOfStep, stepAt } from './totp-check.ts';
import { type Visit, Visitor } from './visitor.ts';

const { contoso, fabrikam } = ORGANISATIONS;
const { alex, sam } = PEOPLE;
const API = 'https://mysignins.microsoft.com/api';

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
  now = 1_700_000_000_000;
  visitor = new Visitor(tenant.proxyPort);
});

const portal = ({ portalHost }: Organisation) => `https://${portalHost}/`;
const securityInfo = ({ tenantId }: Organisation) =>
  `https://mysignins.microsoft.com/security-info?tenantId=${tenantId}`;

/** The code of the secret handed out last. */
function code(): string {
  const secret = tenant.secrets().at(-1);
  if (!secret) throw new Error('No secret was handed out');
  return codeOfStep(secret.bytes, stepAt(now));
}

const passPassword = (address: string) => signInWithPassword(visitor, address, alex);
const passStaySignedIn = (page: Visit) => declineToStay(visitor, page);

const passCode = (page: Visit, otc: string, mfaAuthMethod = 'PhoneAppOTP') =>
  visitor.submit(page, { step: 'code', otc, mfaAuthMethod });

async function enrol(organisation: Organisation): Promise<void> {
  await passStaySignedIn(await passPassword(securityInfo(organisation)));
  const query = `?tenantId=${organisation.tenantId}`;
  const setUp = await visitor.visit(`${API}/set-up${query}`, { app: 'other' });
  const { id } = JSON.parse(setUp.body);
  const verified = await visitor.visit(`${API}/verify${query}`, { id, code: code() });
  expect(JSON.parse(verified.body)).toEqual({ verdict: 'accepted' });
  await visitor.visit('https://login.microsoftonline.com/logout');
  now += 30_000;
}

describe('signing in', () => {
  it('takes an account without an authenticator by password alone', async () => {
    const staySignedIn = await passPassword(portal(contoso));
    expect(staySignedIn.body).toContain('content="KmsiInterrupt"');
    const app = await passStaySignedIn(staySignedIn);
    expect(app.url.href).toBe(portal(contoso));
    expect(app.body).toContain('alex@contoso.example at Contoso');
    expect(tenant.signIns()).toEqual([]);
  });

  it('refuses unknown people, people of other organisations, and wrong passwords', async () => {
    const userName = await visitor.visit(portal(fabrikam));
    for (const loginfmt of ['nobody@contoso.example', sam.address]) {
      const refused = await visitor.submit(userName, { step: 'userName', loginfmt });
      expect(refused.body).toContain('id="usernameError"');
    }
    const password = await visitor.submit(userName, { step: 'userName', loginfmt: alex.address });
    const refused = await visitor.submit(password, { step: 'password', passwd: 'wrong' });
    expect(refused.body).toContain('id="passwordError"');
  });

  it('asks an enrolled account for the code, and lets it in with a right one only', async () => {
    await enrol(contoso);
    const codePage = await passPassword(portal(contoso));
    expect(codePage.body).toContain('content="ConvergedTFA"');
    expect(codePage.body).toContain('"sPOST_Username":"alex@contoso.example"');
    expect(codePage.body).toContain(contoso.tenantId);
    expect(codePage.body).toMatch(/<body class="sign-in" hidden>/);
    expect(codePage.body).not.toContain('<input');

    const refused = await passCode(codePage, '000000');
    expect(refused.body).toContain('expected verification code');
    expect(tenant.refusedCodes()).toBe(1);

    const app = await passStaySignedIn(await passCode(codePage, code()));
    expect(app.body).toContain('Password and a code');
    expect(tenant.signIns()).toEqual([{ organisation: 'Contoso', address: alex.address, at: now }]);
  });

  it('does not accept the code of the enrolment again', async () => {
    await enrol(contoso);
    now -= 30_000;
    const codePage = await passPassword(portal(contoso));
    const refused = await passCode(codePage, code());
    expect(refused.body).toContain('used already');
    tenant.passPeriod();
    expect((await passCode(codePage, code())).body).toContain('content="KmsiInterrupt"');
  });

  it('accepts no code as one of a text message', async () => {
    await enrol(contoso);
    tenant.signIn.method = 'OneWaySMS';
    const codePage = await passPassword(portal(contoso));
    tenant.signIn.method = 'PhoneAppOTP';
    expect(codePage.body).toContain('{"authMethodId":"OneWaySMS","isDefault":true}');
    await passCode(codePage, code(), 'OneWaySMS');
    expect(tenant.signIns()).toEqual([]);
  });

  it('ends the session at every host when signed out at one', async () => {
    await passStaySignedIn(await passPassword(portal(contoso)));
    expect((await visitor.visit(securityInfo(contoso))).body).toContain('security-info.js');
    await visitor.visit('https://login.microsoftonline.com/logout');
    for (const address of [portal(contoso), securityInfo(contoso)]) {
      expect((await visitor.visit(address)).url.hostname).toBe('login.microsoftonline.com');
    }
  });

  it('comes back to no other host than the app', async () => {
    const page = await visitor.visit(
      `https://login.microsoftonline.com/${contoso.tenantId}/oauth2/v2.0/authorize?client_id=${contoso.tenantId}&state=//start.contoso.example/`,
    );
    const password = await visitor.submit(page, { step: 'userName', loginfmt: alex.address });
    const stay = await visitor.submit(password, { step: 'password', passwd: alex.password });
    expect((await passStaySignedIn(stay)).status).toBe(400);
  });

  it('ignores a flow of another browser', async () => {
    const userName = await visitor.visit(portal(contoso));
    visitor = new Visitor(tenant.proxyPort);
    const answer = await visitor.submit(userName, { step: 'userName', loginfmt: alex.address });
    expect(answer.status).toBe(400);
  });
});

describe('enrolling', () => {
  it('keeps the same address apart in two organisations', async () => {
    await enrol(contoso);
    expect(tenant.enrolled('Contoso', alex.address)).toBe(1);
    expect(tenant.enrolled('Fabrikam', alex.address)).toBe(0);
    await enrol(fabrikam);
    expect(tenant.enrolled('Fabrikam', alex.address)).toBe(1);

    const contosoSecret = tenant.secrets().find(({ organisation }) => organisation === 'Contoso');
    const wrongOne = codeOfStep(contosoSecret?.bytes ?? new Uint8Array(), stepAt(now));
    await passCode(await passPassword(portal(fabrikam)), wrongOne);
    expect(tenant.signIns()).toEqual([]);
  });

  it('asks for the code at Security info once enrolled, and for nothing more after deleting', async () => {
    await enrol(contoso);
    const page = await passStaySignedIn(
      await passCode(await passPassword(securityInfo(contoso)), code()),
    );
    expect(page.body).toContain('security-info.js');
    const [method] = JSON.parse((await visitor.visit(`${API}/methods`)).body);
    await visitor.visit(`${API}/delete`, { id: method.id });
    expect(tenant.enrolled('Contoso', alex.address)).toBe(0);
  });

  it('answers nobody who is not signed in', async () => {
    expect((await visitor.visit(`${API}/set-up`, { app: 'other' })).status).toBe(401);
    expect(tenant.enrolled('Contoso', alex.address)).toBe(0);
  });
});

describe('the QR codes', () => {
  it('hold the URI as Entra writes it', () => {
    expect(totpUri('Contoso:alex@contoso.example', 'abcdefghijklmnop')).toBe(
      'otpauth://totp/Contoso%3Aalex%40contoso.example?secret=abcdefghijklmnop&issuer=Microsoft',
    );
    expect(totpUri('Two Words:a@b.example', 'abcdefghijklmnop')).toContain('/Two+Words%3Aa%40b.');
  });

  it('hold what only Microsoft’s app can use', () => {
    const activation = { code: '123456789', url: 'https://push.example/activatev2/1' };
    expect(PUSH_TEXTS.old(activation)).toBe(
      'phonefactor://activate_account?code=123456789&url=https%3A%2F%2Fpush.example%2Factivatev2%2F1',
    );
    expect(PUSH_TEXTS.new(activation)).toBe(
      'https://login.microsoftonline.com/authenticatorApp/activateAccount?accountType=mfa&code=123456789&url=https%3A%2F%2Fpush.example%2Factivatev2%2F1',
    );
  });

  it('hold a push activation until another app is asked for, and then the secret', async () => {
    await passStaySignedIn(await passPassword(securityInfo(fabrikam)));
    const textFor = async (app: string) => {
      const setUp = await visitor.visit(`${API}/set-up?tenantId=${fabrikam.tenantId}`, { app });
      return readQr(JSON.parse(setUp.body).qr);
    };
    expect(await textFor('microsoft')).toMatch(/^phonefactor:/);
    tenant.enrolment.push = 'new';
    expect(await textFor('microsoft')).toMatch(/^https:.*activateAccount/);
    tenant.enrolment.push = 'old';

    const uri = await textFor('other');
    const [secret] = tenant.secrets().slice(-1);
    expect(uri).toBe(totpUri('Fabrikam:alex@contoso.example', secret?.base32 ?? ''));

    tenant.enrolment.text = 'https://example.com/menu';
    expect(await textFor('other')).toBe('https://example.com/menu');
    tenant.enrolment.text = undefined;
  });
});

/** Paints the modules and reads the picture, as a browser and an authenticator do. */
function readQr({ size, path }: QrDrawing): string | undefined {
  const scale = 4;
  const side = size * scale;
  const pixels = new Uint8ClampedArray(side * side * 4).fill(255);
  for (const [, left = '', top = ''] of path.matchAll(/M(\d+) (\d+)h/g)) {
    for (let y = Number(top) * scale; y < (Number(top) + 1) * scale; y += 1) {
      const start = (y * side + Number(left) * scale) * 4;
      for (let x = 0; x < scale; x += 1) pixels.set([0, 0, 0, 255], start + x * 4);
    }
  }
  return jsQR(pixels, side, side)?.data;
}

describe('every reply', () => {
  it.each([
    'https://start.contoso.example/',
    'https://start.contoso.example/assets/base.css',
    'https://start.contoso.example/nothing',
    `${API}/methods`,
  ])('of %s forbids keeping it', async (address) => {
    expect((await visitor.visit(address)).headers['cache-control']).toBe('no-store');
  });

  it('escapes what came from outside', async () => {
    const userName = await visitor.visit(portal(contoso));
    const answer = await visitor.submit(userName, { step: 'userName', loginfmt: '"><script>' });
    expect(answer.body).not.toContain('"><script>');
  });
});

describe('the proxy', () => {
  it('leads to the served hosts only, and notes what it refused', async () => {
    await expect(visitor.visit('https://elsewhere.example/')).rejects.toThrow('403');
    await new Promise((resolve) =>
      request({ host: '127.0.0.1', port: tenant.proxyPort, path: 'http://plain.example/x' })
        .on('response', (response) => response.resume().on('end', resolve))
        .end(),
    );
    expect(tenant.refusedConnections()).toEqual(['elsewhere.example:443', 'plain.example:80']);
  });
});
