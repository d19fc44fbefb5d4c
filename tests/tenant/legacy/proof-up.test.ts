import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ORGANISATIONS, PEOPLE } from '../directory.ts';
import { LEGACY_HOST } from '../hosts.ts';
import { totpUri } from '../qr-texts.ts';
import { readPicture } from '../read-picture.ts';
import { declineToStay, signInWithPassword } from '../sign-in-visits.ts';
import { startTenant, type Tenant } from '../tenant.ts';
import { codeOfStep, stepAt } from '../totp-check.ts';
import { type Visit, Visitor } from '../visitor.ts';

const { fabrikam } = ORGANISATIONS;
const { alex } = PEOPLE;
const PAGE = `https://${LEGACY_HOST}/proofup.aspx`;
const QUERY = `?tenantId=${fabrikam.tenantId}`;

let tenant: Tenant;
let visitor: Visitor;

beforeAll(async () => {
  tenant = await startTenant();
});

afterAll(() => tenant.close());

beforeEach(() => {
  tenant.reset();
  tenant.enrolment.restore();
  visitor = new Visitor(tenant.proxyPort);
});

/** The address as it is often written, since the server does not care for its case. */
async function openPage(): Promise<Visit> {
  const address = `https://${LEGACY_HOST}/Proofup.aspx${QUERY}`;
  return declineToStay(visitor, await signInWithPassword(visitor, address, alex));
}

async function call(method: string, form: Record<string, string>) {
  return JSON.parse((await visitor.visit(`${PAGE}/${method}${QUERY}`, form)).body);
}

const pictureOf = async (id: string) =>
  readPicture((await visitor.visit(`https://${LEGACY_HOST}/QrCode.ashx?id=${id}`)).bytes);

describe('the legacy page', () => {
  it('asks for sign-in, and shows who is there', async () => {
    const page = await openPage();
    expect(page.body).toContain('How should we contact you?');
    expect(page.body).toContain(alex.address);
    expect(page.body).toContain('<strong id="organisation">Fabrikam</strong>');
    expect(page.body).toContain('Configure app without notifications');
  });

  it('shows the push code first, then the code for other apps, and enrols', async () => {
    await openPage();
    const push = await call('InitializeMobileApp', { notifications: 'true' });
    expect(push.kind).toBe('push');
    expect(await pictureOf(push.id)).toEqual([expect.stringMatching(/^phonefactor:/)]);

    const totp = await call('InitializeMobileApp', { notifications: 'false' });
    const [secret] = tenant.secrets().slice(-1);
    expect(totp).toMatchObject({ kind: 'totp', accountName: `Fabrikam:${alex.address}` });
    expect(totp.secretKey.replaceAll(' ', '')).toBe(secret?.base32);
    const uri = totpUri(`Fabrikam:${alex.address}`, secret?.base32 ?? '');
    expect(await pictureOf(totp.id)).toEqual([uri]);

    const wrong = await call('VerifyCode', { id: totp.id, code: '000000' });
    expect(wrong.verdict).toBe('wrong');
    const code = codeOfStep(secret?.bytes ?? new Uint8Array(), stepAt(tenant.clock.now()));
    expect((await call('VerifyCode', { id: totp.id, code })).verdict).toBe('accepted');
    expect(tenant.enrolled('Fabrikam', alex.address)).toBe(1);
  });

  it('has no way to another app where the organisation forbids it', async () => {
    tenant.enrolment.otherApps = 'forbidden';
    expect((await openPage()).body).not.toContain('configureWithoutNotifications');
  });

  it('answers nobody who is not signed in', async () => {
    const answer = await visitor.visit(`${PAGE}/InitializeMobileApp${QUERY}`, {
      notifications: 'false',
    });
    expect(answer.status).toBe(401);
    expect((await visitor.visit(PAGE)).url.host).toBe('login.microsoftonline.com');
  });
});
