import { request } from 'node:http';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ORGANISATIONS, PEOPLE } from '../directory.ts';
import { startTenant, type Tenant } from '../tenant.ts';
import { type Visit, Visitor } from '../visitor.ts';
import { HOSTILE } from './hosts.ts';
import { TRICKS } from './tricks.ts';

const BANK = 'https://bank.example';
const { contoso } = ORGANISATIONS;
const FRAMED_CODE = `https://login.microsoftonline.com/${contoso.tenantId}/framed-code`;

let tenant: Tenant;
let visitor: Visitor;

beforeAll(async () => {
  tenant = await startTenant();
});

afterAll(() => tenant.close());

beforeEach(() => {
  tenant.reset();
  visitor = new Visitor(tenant.proxyPort);
});

const policyOf = ({ headers }: Visit) => String(headers['content-security-policy']);

describe('look-alike hosts', () => {
  it('are others than those that they look like', () => {
    expect(HOSTILE.lookAlike).toBe('xn--bnk-6cd.example');
    expect(new URL('https://b\u0430nk.example').host).toBe(HOSTILE.lookAlike);
    expect(HOSTILE.entraLookAlike).toMatch(/^login\.xn--/);
    expect(new Set(Object.values(HOSTILE)).size).toBe(Object.keys(HOSTILE).length);
    expect(Object.values(HOSTILE)).not.toContain('bank.example');
  });

  it.each(Object.values(HOSTILE))('%s copies both pages, and keeps what is sent', async (host) => {
    const entra = await visitor.visit(`https://${host}/entra`);
    expect(entra.body).toContain('content="ConvergedTFA"');
    expect(entra.body).toContain(`"sPOST_Username":"${PEOPLE.alex.address}"`);
    expect(entra.body).toContain(contoso.tenantId);
    const bank = await visitor.visit(`https://${host}/bank`);
    expect(bank.body).toContain('<input id="code"');
    for (const page of [entra, bank]) {
      expect(page.body).toContain('hostile/catch.js');
      const sent = await visitor.submit(page, { step: 'code', otc: '123456', text: 'hello' });
      expect(sent.body).toContain('id="thanks"');
    }
    expect(tenant.caught()).toEqual([
      expect.stringMatching(`^${host}/.+ form otc: 6 digits$`),
      expect.stringMatching(`^${host}/sign-in/single form otc: 6 digits$`),
    ]);
  });

  it('of Microsoft begin with its page, others with the bank’s', async () => {
    for (const [name, host] of Object.entries(HOSTILE)) {
      const { body } = await visitor.visit(`https://${host}/`);
      const entra = ['suffix', 'dashed', 'entraLookAlike'].includes(name);
      expect(body.includes('ConvergedTFA')).toBe(entra);
    }
  });

  it('of the bank are served without TLS too, and nothing else is', async () => {
    const plain = (url: string) =>
      new Promise<[number | undefined, string]>((resolve, reject) =>
        request({
          host: '127.0.0.1',
          port: tenant.proxyPort,
          path: url,
          headers: { host: 'bank.example' },
        })
          .on('response', async (response) => resolve([response.statusCode, await text(response)]))
          .on('error', reject)
          .end(),
      );
    expect(await plain('http://bank.example/bank')).toEqual([
      200,
      expect.stringContaining('id="code"'),
    ]);
    expect(await plain('http://shop.contoso.example/')).toEqual([403, '']);
    expect(tenant.refusedConnections()).toEqual(['shop.contoso.example:80']);
  });
});

describe('the pages in frames', () => {
  it('are shown by another host: the bank’s, Entra’s, and a field of its own', async () => {
    const { body } = await visitor.visit('https://evil.example/frame');
    expect(body).toContain(`src="${BANK}/sign-in/single?watched"`);
    expect(body).toContain(`src="${FRAMED_CODE}"`);
    expect(body).toContain('<input id="code"');
    const watched = await visitor.visit(`${BANK}/sign-in/single?watched`);
    expect(policyOf(watched)).toContain('https://evil.example');
    const framed = await visitor.visit(FRAMED_CODE);
    expect(policyOf(framed)).toContain('frame-ancestors *;');
    for (const page of [watched, framed]) expect(page.body).toContain('hostile/catch.js');
  });

  it('go from the bank through another host back to the bank', async () => {
    const top = await visitor.visit(`${BANK}/hostile/framed-back`);
    expect(top.body).toContain('src="https://evil.example/frame-back"');
    expect(top.body).not.toContain('<input');
    const middle = await visitor.visit('https://evil.example/frame-back');
    expect(policyOf(middle)).toContain(`frame-ancestors ${BANK};`);
    expect(middle.body).toContain(`src="${BANK}/sign-in/single?watched"`);
  });
});

describe('tricks on the bank’s own host', () => {
  it.each(TRICKS.filter((name) => name !== 'framed-back'))(
    '%s has the bank’s field',
    async (name) => {
      const page = await visitor.visit(`${BANK}/hostile/${name}`);
      expect(page.body).toContain('<input id="code" name="code"');
      expect(page.body).toMatch(/src="\/assets\/hostile\/[a-z]+\.js"/);
      for (const [address] of page.body.matchAll(/\/assets\/[a-z/-]+\.js/g)) {
        expect((await visitor.visit(BANK + address)).status).toBe(200);
      }
    },
  );

  it('are no others', async () => {
    expect((await visitor.visit(`${BANK}/hostile/nothing`)).status).toBe(404);
  });

  it('lead away and back, until the rounds are over', async () => {
    let rounds = 0;
    let page = await visitor.visit(`${BANK}/hostile/navigates`);
    for (;;) {
      const next = /"next":"([^"]+)"/.exec(page.body)?.[1];
      if (!next) break;
      page = await visitor.visit(next);
      rounds += 1;
    }
    expect(rounds).toBe(23);
    expect(page.url.host).toBe('evil.example');
  });
});

describe('what was caught', () => {
  it.each(['evil.example', 'bank.example', 'codes.example', 'login.microsoftonline.com'])(
    'is noted at %s in words, and forgotten on reset',
    async (host) => {
      const report = (value: string) =>
        visitor.visit(`https://${host}/caught`, { page: '/x', place: 'input#code', value });
      await report('123456');
      await report('a b');
      expect(tenant.caught()).toEqual([
        `${host}/x input#code: 6 digits`,
        `${host}/x input#code: a text of 3 characters`,
      ]);
      tenant.reset();
      expect(tenant.caught()).toEqual([]);
    },
  );
});
