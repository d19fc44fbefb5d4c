import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readPicture } from '../read-picture.ts';
import { startTenant, type Tenant } from '../tenant.ts';
import { codeOfStep, stepAt } from '../totp-check.ts';
import { type Visit, Visitor } from '../visitor.ts';
import { BANK_TEXTS } from './texts.ts';
import type { UserName } from './users.ts';
import { VARIANT_NAMES } from './variants.ts';

const BANK = 'https://bank.example';
const NOW = 1_700_000_000_000;

let tenant: Tenant;
let visitor: Visitor;

beforeAll(async () => {
  tenant = await startTenant();
  tenant.clock.set(() => NOW);
});

afterAll(() => tenant.close());

beforeEach(() => {
  tenant.reset();
  tenant.bank.settings.restore();
  visitor = new Visitor(tenant.proxyPort);
});

const open = (path: string) => visitor.visit(`${BANK}/sign-in/${path}`);
const codeOf = (name: UserName) => codeOfStep(tenant.bank.users[name].secret, stepAt(NOW));
const isField = /<input id="code" name="code" [^>]+>/;

/** Sends a code as the page's form does, or its script where it has one of its own. */
function send(page: Visit, code: string): Promise<Visit> {
  const action = /action="([^"]+)"/.exec(page.body)?.[1];
  return visitor.visit(new URL(action ?? '', page.url), { code });
}

describe('the bank', () => {
  it('lets somebody in with a user name, a password and a right code, once', async () => {
    const page = await visitor.visit(`${BANK}/sign-in`, {
      user: 'alex',
      password: 'amber lantern',
    });
    expect(page.url.pathname).toBe('/sign-in/single');
    expect(page.body).toContain('<p id="account">alex@bank.example</p>');
    expect((await send(page, codeOf('alex'))).body).toContain(
      '<span id="signed-in">alex@bank.example</span>',
    );
    expect(tenant.bank.signIns()).toEqual([{ user: 'alex', variant: 'single', at: NOW }]);

    const again = await send(await open('single'), codeOf('alex'));
    expect(again.body).toContain('id="refused"');
    expect(tenant.bank.refused()).toBe(1);
    expect(tenant.bank.submissions().map(({ verdict }) => verdict)).toEqual(['accepted', 'used']);
  });

  it('takes a code once more where its time is said to have passed, and one of a counter never', async () => {
    const ofCounter = codeOfStep(tenant.bank.users.casey.secret, 0);
    await send(await open('single'), codeOf('alex'));
    await send(await open('counter'), ofCounter);
    tenant.passPeriod();
    await send(await open('single'), codeOf('alex'));
    await send(await open('counter'), ofCounter);
    const verdicts = tenant.bank.submissions().map(({ verdict }) => verdict);
    expect(verdicts).toEqual(['accepted', 'accepted', 'accepted', 'wrong']);
  });

  it('lets nobody in with a password alone, or with a wrong one', async () => {
    const page = await visitor.visit(`${BANK}/sign-in`, { user: 'alex', password: 'wrong' });
    expect(page.body).toContain('role="alert"');
    const visit = await open('single');
    const account = await visitor.visit(
      `${BANK}/account?${new URL(/action="([^"]+)"/.exec(visit.body)?.[1] ?? '', BANK).searchParams}`,
    );
    expect(account.url.pathname).toBe('/sign-in');
  });

  it('shows the same page with an error and an empty field when a code is wrong, and forgets it', async () => {
    const page = await open('plain');
    const refused = await send(page, '12345');
    expect(refused.url.pathname).toBe('/sign-in/plain');
    expect(refused.body).toContain('<p id="refused" class="error" role="alert">');
    expect(isField.exec(refused.body)?.[0]).not.toContain('value');
    expect((await visitor.visit(refused.url)).body).not.toContain('id="refused"');
    expect((await send(page, codeOf('alex'))).body).toContain('id="signed-in"');
  });

  it('refuses so many codes as it is set to, right ones too', async () => {
    tenant.bank.settings.refuseNext = 1;
    const page = await open('single');
    expect((await send(page, codeOf('alex'))).body).toContain('id="refused"');
    expect((await send(page, codeOf('alex'))).body).toContain('id="signed-in"');
    expect(tenant.bank.settings.refuseNext).toBe(0);
  });

  it('has a counter of its own for casey, which goes on with each code that was right', async () => {
    const { secret } = tenant.bank.users.casey;
    const page = await open('counter');
    expect(page.body).toContain('casey@bank.example');
    expect((await send(page, codeOfStep(secret, 3))).body).toContain('id="signed-in"');
    expect((await send(page, codeOfStep(secret, 2))).body).toContain('id="refused"');
    expect((await send(page, codeOfStep(secret, 4))).body).toContain('id="signed-in"');
    tenant.reset();
    expect((await send(await open('counter'), codeOfStep(secret, 0))).body).toContain('signed-in');
  });

  it('takes the code of the one whose address it shows, and of nobody else', async () => {
    const page = await open('two-accounts?user=robin');
    expect(page.body).toContain('<p id="account">robin@bank.example</p>');
    expect(page.body).toContain('alex@bank.example');
    expect((await send(page, codeOf('alex'))).body).toContain('id="refused"');
    expect((await send(page, codeOf('robin'))).body).toContain('id="signed-in"');
  });

  it('gives each user’s secret in a code to scan', async () => {
    const { alex, casey } = tenant.bank.users;
    const shown = async (path: string) => {
      const { body } = await visitor.visit(BANK + path);
      return readPicture(/src="(data:image\/png[^"]+)"/.exec(body)?.[1] ?? '');
    };
    expect(await shown('/enrol')).toEqual([alex.uri]);
    expect(alex.uri).toMatch(
      /^otpauth:\/\/totp\/Bank%20of%20Example:alex%40bank\.example\?secret=[A-Z2-7]{32}&/,
    );
    expect(await shown('/enrol?user=casey')).toEqual([casey.uri]);
    expect(casey.uri).toMatch(/^otpauth:\/\/hotp\/.+&counter=0$/);
  });

  it('has no page for a way that it does not know, and one without any field', async () => {
    expect((await open('nothing')).status).toBe(404);
    expect((await open('constructor')).status).toBe(404);
    expect((await visitor.visit(`${BANK}/empty`)).body).not.toContain('<input');
  });
});

describe('its ways to ask for the code', () => {
  it.each(VARIANT_NAMES.filter((name) => name !== 'counter'))(
    '%s takes a right code and refuses a wrong one',
    async (name) => {
      const page = await open(name);
      const { url } = page;
      expect(page.status).toBe(200);
      // The frames and the pages without a form send to the same place.
      const ctx = /ctx=([\w-]+)/.exec(page.body)?.[1];
      const action = new URL(`/sign-in/${name}?ctx=${ctx}`, url);
      expect((await visitor.visit(action, { code: '000' })).url.pathname).toBe(url.pathname);
      expect((await visitor.visit(action, { code: codeOf('alex') })).body).toContain('signed-in');
      expect(tenant.bank.signIns()).toEqual([{ user: 'alex', variant: name, at: NOW }]);
    },
  );

  it.each(['spa', 'inline-error'])('%s asks without a form', async (name) => {
    const page = await open(name);
    const api = /"api":"([^"]+)"/.exec(page.body)?.[1] ?? '';
    const ask = async (code: string) => (await visitor.visit(BANK + api, { code })).body;
    expect(await ask('000')).toBe('{"verdict":"wrong"}');
    expect(await ask(codeOf('alex'))).toBe('{"verdict":"accepted"}');
  });

  it.each(['late', 're-rendered', 'shadow', 'shadow-closed', 'spa', 'frame-same', 'frame-cross'])(
    '%s has no field of the code in its HTML',
    async (name) => {
      expect((await open(name)).body).not.toMatch(isField);
    },
  );

  it('hidden-body starts hidden', async () => {
    expect((await open('hidden-body')).body).toContain('<body class="bank" hidden>');
  });

  it.each([
    ['frame-same', BANK],
    ['frame-cross', 'https://codes.example'],
  ])('%s has its field in a frame of %s, which sends to the whole page', async (name, origin) => {
    const page = await open(name);
    const frame = new URL(/<iframe id="frame" src="([^"]+)"/.exec(page.body)?.[1] ?? '', BANK);
    expect(frame.origin).toBe(origin);
    const framed = await visitor.visit(frame);
    expect(framed.body).toMatch(isField);
    expect(framed.body).toContain('target="_top"');
    expect(framed.headers['content-security-policy']).toContain(`frame-ancestors ${BANK};`);
    expect((await send(framed, codeOf('alex'))).url.pathname).toBe('/account');
  });

  it.each(['boxes', 'boxes-paste-only'])('%s has six boxes', async (name) => {
    expect((await open(name)).body.match(/<input id="code-\d"[^>]+maxlength="1"/g)).toHaveLength(6);
  });

  it.each([
    ['sms', 'text message'],
    ['email', 'e-mail'],
    ['hardware', 'hardware token'],
    ['access-pass', 'Temporary Access Pass'],
    ['recovery', 'backup codes'],
  ])('%s says where its code comes from', async (name, words) => {
    const { body } = await open(name);
    expect(body).toContain(words);
    expect(body).toMatch(isField);
    expect(body).not.toContain('authenticator');
  });

  it.each(Object.entries(BANK_TEXTS))('speak %s', async (language, texts) => {
    const { body } = await open(`single?lang=${language}`);
    expect(body).toContain(`<html lang="${language}">`);
    expect(body).toContain(`<label for="code">${texts.label}</label>`);
    if (language !== 'en') {
      for (const text of Object.values(texts))
        expect(Object.values(BANK_TEXTS.en)).not.toContain(text);
    }
  });
});
