import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { PEOPLE } from '../directory.ts';
import { LIVE_LOGOUT_URL } from '../hosts.ts';
import { readPicture } from '../read-picture.ts';
import { declineToStay, signInWithPassword } from '../sign-in-visits.ts';
import { startTenant, type Tenant } from '../tenant.ts';
import { codeOfStep, stepAt } from '../totp-check.ts';
import { type Visit, Visitor } from '../visitor.ts';

const { pat, alex } = PEOPLE;
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
  tenant.enrolment.restore();
  now = 1_700_000_000_000;
  visitor = new Visitor(tenant.proxyPort);
});

function code(): string {
  const secret = tenant.secrets().at(-1);
  return secret ? codeOfStep(secret.bytes, stepAt(now)) : '';
}

const open = async (path: string) =>
  declineToStay(visitor, await signInWithPassword(visitor, ACCOUNT + path, pat));

const pictureIn = ({ body }: Visit) =>
  readPicture(/src="(data:image\/png[^"]+)"/.exec(body)?.[1] ?? '');

async function enrol(): Promise<void> {
  const page = await visitor.visit(`${ACCOUNT}/proofs/Add?apt=3&mpsplit=2`);
  const proofId = /id="ProofId" name="ProofId" value="([^"]+)"/.exec(page.body)?.[1] ?? '';
  const answer = await visitor.visit(`${ACCOUNT}/API/AddVerifyTotp`, {
    ProofId: proofId,
    TotpCode: code(),
  });
  expect(JSON.parse(answer.body).verdict).toBe('accepted');
}

describe('a personal account', () => {
  it('signs in at login.live.com, on a page that is empty until its script has run', async () => {
    const userName = await visitor.visit(`${ACCOUNT}/`);
    expect(userName.url.host).toBe('login.live.com');
    expect(userName.body).toContain('"view":"userName"');
    expect(userName.body).not.toContain('<input');
    expect((await open('/')).body).toContain('id="signed-in"');
  });

  it('is no account of an organisation, nor the other way round', async () => {
    const userName = await visitor.visit(`${ACCOUNT}/`);
    const refused = await visitor.submit(userName, { step: 'userName', loginfmt: alex.address });
    expect(refused.body).toContain('That Microsoft account doesn');
  });

  it('is shown the push code first, with a link to the code for a different app', async () => {
    await open('/proofs/Manage/additional');
    const page = await visitor.visit(`${ACCOUNT}/proofs/Add?apt=12&mpsplit=2`);
    expect(await pictureIn(page)).toEqual([
      expect.stringMatching(
        /^https:\/\/login\.microsoftonline\.com\/authenticatorApp\/activateAccount\?accountType=msa&code=M\.C5/,
      ),
    ]);
    expect(page.body).toContain('set up a different Authenticator app');

    tenant.enrolment.otherApps = 'forbidden';
    for (const apt of ['12', '3']) {
      const forbidden = await visitor.visit(`${ACCOUNT}/proofs/Add?apt=${apt}`);
      expect(forbidden.body).not.toContain('different Authenticator app');
      expect(forbidden.body).not.toContain('ProofId');
    }
  });

  it('has its secret in the code and in words', async () => {
    await open('/proofs/Manage/additional');
    const page = await visitor.visit(`${ACCOUNT}/proofs/Add?apt=3`);
    const secret = tenant.secrets().at(-1);
    expect(secret).toMatchObject({ organisation: 'Microsoft', address: pat.address });
    expect(await pictureIn(page)).toEqual([
      `otpauth://totp/Microsoft:${pat.address}?secret=${secret?.base32}&issuer=Microsoft`,
    ]);
    const words = /Secret key: <span class="dirltr bold">([^<]+)</.exec(page.body)?.[1];
    expect(words).toMatch(/^[a-z2-7]{4}(&nbsp;[a-z2-7]{4}){3}$/);
    expect(words?.replaceAll('&nbsp;', '')).toBe(secret?.base32);
  });

  it('is enrolled, gets a recovery code, and is asked for the app’s code from then on', async () => {
    await open('/proofs/Manage/additional');
    await enrol();
    expect(tenant.enrolled('Microsoft', pat.address)).toBe(1);
    const recovery = await visitor.visit(`${ACCOUNT}/proofs/RecoveryCode`);
    expect(recovery.body).toMatch(/class="dirltr bold">[A-Z2-9]{5}(-[A-Z2-9]{5}){4}</);
    await visitor.visit(LIVE_LOGOUT_URL);
    now += 30_000;

    const codePage = await signInWithPassword(visitor, `${ACCOUNT}/`, pat);
    expect(codePage.body).toContain('"view":"code"');
    const refused = await visitor.submit(codePage, { step: 'code', otc: '000000' });
    expect(refused.body).toContain('Check the code and try again');
    const stay = await visitor.submit(codePage, { step: 'code', otc: code() });
    expect((await declineToStay(visitor, stay)).body).toContain(
      'data-with="password and app code"',
    );
    expect(tenant.signIns()).toEqual([
      { organisation: 'Microsoft', address: pat.address, at: now },
    ]);
  });

  it('says so when a code is wrong, or when a captcha has to be solved first', async () => {
    await open('/proofs/Manage/additional');
    const page = await visitor.visit(`${ACCOUNT}/proofs/Add?apt=3`);
    const ProofId = /name="ProofId" value="([^"]+)"/.exec(page.body)?.[1] ?? '';
    const verify = async (TotpCode: string) =>
      JSON.parse((await visitor.visit(`${ACCOUNT}/API/AddVerifyTotp`, { ProofId, TotpCode })).body)
        .verdict;
    expect(await verify('000000')).toBe('wrong');
    tenant.enrolment.captchaAfter = 2;
    expect(await verify('000000')).toBe('captcha');
    expect(tenant.enrolled('Microsoft', pat.address)).toBe(0);
  });
});
