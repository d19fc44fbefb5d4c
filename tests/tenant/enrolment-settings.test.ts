import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { CAPTCHA_ANSWER } from './captcha.ts';
import { ORGANISATIONS, PEOPLE } from './directory.ts';
import { declineToStay, signInWithPassword } from './sign-in-visits.ts';
import { startTenant, type Tenant } from './tenant.ts';
import { codeOfStep, stepAt } from './totp-check.ts';
import { Visitor } from './visitor.ts';

const { contoso } = ORGANISATIONS;
const API = 'https://mysignins.microsoft.com/api';
const SECURITY_INFO = `https://mysignins.microsoft.com/security-info?tenantId=${contoso.tenantId}`;

let tenant: Tenant;
let visitor: Visitor;
let id: string;

beforeAll(async () => {
  tenant = await startTenant();
});

afterAll(() => tenant.close());

beforeEach(async () => {
  tenant.reset();
  tenant.enrolment.restore();
  visitor = new Visitor(tenant.proxyPort);
  await declineToStay(visitor, await signInWithPassword(visitor, SECURITY_INFO, PEOPLE.alex));
  ({ id } = await ask('set-up', { app: 'other' }));
});

async function ask(path: string, form?: Record<string, string>) {
  return JSON.parse((await visitor.visit(`${API}/${path}`, form)).body);
}

const verify = async (code: string) => (await ask('verify', { id, code })).verdict;

function rightCode(): string {
  const secret = tenant.secrets().at(-1);
  return secret ? codeOfStep(secret.bytes, stepAt(tenant.clock.now())) : '';
}

describe('the settings of enrolment', () => {
  it('reach the page at once, and go back to what they were', async () => {
    const usual = await ask('settings');
    Object.assign(tenant.enrolment, {
      otherApps: 'forbidden',
      differentAppAt: 'qr',
      methods: 'missing',
      testIds: false,
    });
    expect(await ask('settings')).toMatchObject({
      otherApps: 'forbidden',
      differentAppAt: 'qr',
      methods: 'missing',
      testIds: false,
    });
    tenant.enrolment.restore();
    expect(await ask('settings')).toEqual(usual);
  });

  it.each([
    ['de', 'Andere Authenticator-App einrichten', 'Sicherheitsinformationen'],
    ['fr', "Configurer une autre application d'authentification", 'Informations de sécurité'],
    ['es', 'Configurar otra aplicación de autenticación', 'Información de seguridad'],
    ['ja', '別の認証アプリをセットアップする', 'セキュリティ情報'],
  ] as const)('let the pages speak %s', async (language, link, title) => {
    tenant.enrolment.language = language;
    expect((await ask('settings')).texts.different).toBe(link);
    const page = await visitor.visit(SECURITY_INFO);
    expect(page.body).toContain(`<html lang="${language}">`);
    expect(page.body).toContain(`<title>${title.replaceAll("'", '&#39;')}</title>`);
  });

  it('make the server refuse a right code, or fail, and enrol nothing', async () => {
    tenant.enrolment.verify = 'refuse';
    expect(await verify(rightCode())).toBe('wrong');
    expect(tenant.refusedCodes()).toBe(1);
    tenant.enrolment.verify = 'error';
    expect(await verify(rightCode())).toBe('error');
    expect(tenant.enrolled('Contoso', PEOPLE.alex.address)).toBe(0);
    tenant.enrolment.verify = 'check';
    expect(await verify(rightCode())).toBe('accepted');
  });

  it('interrupt with a captcha after so many wrong codes, until it is solved', async () => {
    tenant.enrolment.captchaAfter = 2;
    expect(await verify('000000')).toBe('wrong');
    expect(await verify('000000')).toBe('captcha');
    expect(await verify(rightCode())).toBe('captcha');
    expect(await ask('captcha', { answer: '123456' })).toEqual({ solved: false });
    expect(await ask('captcha', { answer: CAPTCHA_ANSWER.toLowerCase() })).toEqual({
      solved: true,
    });
    expect(await verify(rightCode())).toBe('accepted');
  });

  it('interrupt with a captcha at once', async () => {
    tenant.enrolment.verify = 'captcha';
    expect(await verify(rightCode())).toBe('captcha');
    expect(tenant.enrolled('Contoso', PEOPLE.alex.address)).toBe(0);
  });
});
