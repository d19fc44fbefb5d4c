import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { CDN_HOST, SHOP_HOST } from '../hosts.ts';
import { readPicture } from '../read-picture.ts';
import { startTenant, type Tenant } from '../tenant.ts';
import { codeOfStep, stepAt } from '../totp-check.ts';
import { type Visit, Visitor } from '../visitor.ts';

const SHOP = `https://${SHOP_HOST}`;
const CDN = `https://${CDN_HOST}`;

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

const show = (query: string) => visitor.visit(`${SHOP}/2fa?${query}`);

const lastUri = () =>
  `otpauth://totp/Contoso%20Shop:alex?secret=${tenant.secrets().at(-1)?.base32.toUpperCase()}&issuer=Contoso%20Shop`;

/** What the first picture or frame of the page holds, wherever it stands. */
async function shown(page: Visit): Promise<string[]> {
  const inline = /(data:image\/png;base64,[^"'&]+)/.exec(page.body)?.[1];
  if (inline) return readPicture(inline);
  const address = /(?:src|srcset)="([^"]+\?id=[^"]+|[^"]+fresh\.png)"/.exec(
    page.body.slice(page.body.indexOf('id="stage"')),
  )?.[1];
  const visit = await visitor.visit(new URL(address ?? '', page.url));
  return visit.body.startsWith('<!DOCTYPE') ? shown(visit) : readPicture(visit.bytes);
}

describe('the shop', () => {
  it.each(['img', 'img-cross', 'picture', 'background', 'frame', 'frame-cross', 'below', 'dark'])(
    'shows the secret that it lists as %s',
    async (as) => {
      expect(await shown(await show(`as=${as}`))).toEqual([lastUri()]);
    },
  );

  it.each(['canvas', 'canvas-tainted', 'video', 'shadow-open', 'shadow-closed', 'webgl'])(
    'leaves %s to the page’s script',
    async (as) => {
      const page = await show(`as=${as}`);
      expect(page.body).toContain('shop/main.js');
      expect(page.body).toContain(`"as":"${as}"`);
      expect(await shown(page)).toEqual([lastUri()]);
    },
  );

  it.each([
    ['web', /^https:/],
    ['wifi', /^WIFI:/],
    ['text-only', /^Table 7/],
    ['push', /^phonefactor:/],
    ['steam', /^otpauth:\/\/steam\/Steam:alex\?secret=[A-Z2-7]{32}&/],
    ['transfer&part=2', /^otpauth-migration:\/\/offline\?data=/],
  ])('shows what is no account of its own: %s', async (as, expected) => {
    expect(await shown(await show(`as=${as}`))).toEqual([expect.stringMatching(expected)]);
  });

  it('draws modules as cells, blocks and paths', async () => {
    const text = 'text=hello';
    const cells = (page: Visit, part: string) => page.body.split(part).length - 1;
    const table = cells(await show(`as=table&${text}`), 'bgcolor="#000000"');
    expect(table).toBeGreaterThan(100);
    expect(cells(await show(`as=divs&${text}`), 'class="cell dark"')).toBe(table);
    for (const as of ['svg', 'svg-use']) {
      expect(cells(await show(`as=${as}&${text}`), 'h1v1h-1z')).toBe(table);
    }
    const blocks = await show(`as=text&${text}`);
    const upper = cells(blocks, '▀') + cells(blocks, '▄') + 2 * cells(blocks, '█');
    expect(upper).toBe(table);
  });

  it('shows three accounts at once', async () => {
    const page = await show('as=several');
    const ids = [...page.body.matchAll(/code\.png\?id=([\w-]+)/g)].map(([address]) => address);
    const texts = await Promise.all(
      ids.map(async (address) => readPicture((await visitor.visit(`${SHOP}/${address}`)).bytes)),
    );
    expect(texts.flat().map((text) => /:(\w+)\?/.exec(text)?.[1])).toEqual([
      'alex',
      'sam',
      'robin',
    ]);
  });

  it('has pictures without a code, and a code that nobody can read', async () => {
    const none = await show('as=none');
    expect(none.body.split('photo.png').length - 1).toBe(3);
    expect(await readPicture((await visitor.visit(`${SHOP}/photo.png`)).bytes)).toEqual([]);
    expect(await shown(await show('as=unreadable'))).toEqual([]);
  });

  it('gives the same part of a transfer again, and other accounts in each', async () => {
    const [first, again, second] = await Promise.all(
      ['1', '1', '2'].map(async (part) => shown(await show(`as=transfer&part=${part}`))),
    );
    expect(again).toEqual(first);
    expect(second).not.toEqual(first);
  });

  it('has another secret at its second host at each request, which it counts', async () => {
    const [first] = await readPicture((await visitor.visit(`${CDN}/fresh.png`)).bytes);
    const [second] = await readPicture((await visitor.visit(`${CDN}/fresh.png`)).bytes);
    expect(first).not.toBe(second);
    expect(second).toBe(lastUri());
    expect(tenant.imageRequests()).toBe(2);
    tenant.reset();
    expect(tenant.imageRequests()).toBe(0);
  });

  it('takes a right code of a secret that it showed, once', async () => {
    await show('as=img');
    const secret = tenant.secrets().at(-1);
    const code = codeOfStep(secret?.bytes ?? new Uint8Array(), stepAt(tenant.clock.now()));
    expect((await visitor.visit(`${SHOP}/verify`, { code: '12345' })).body).toContain('refused');
    const verified = await visitor.visit(`${SHOP}/verify`, { code });
    expect(verified.body).toContain('<p id="verified">alex at Contoso Shop</p>');
    expect(tenant.signIns()).toMatchObject([{ organisation: 'Contoso Shop', address: 'alex' }]);
    expect((await visitor.visit(`${SHOP}/verify`, { code })).body).toContain('refused');
    expect(tenant.refusedCodes()).toBe(2);
  });

  it('lets its frames stand in itself alone, and nothing else in anybody', async () => {
    const policyOf = async (address: string) =>
      (await visitor.visit(address)).headers['content-security-policy'];
    const page = await show('as=frame');
    const frame = /src="(\/frame[^"]+)"/.exec(page.body)?.[1];
    expect(await policyOf(SHOP + frame)).toContain(`frame-ancestors 'self' ${SHOP};`);
    expect(await policyOf(`${SHOP}/2fa`)).toContain("frame-ancestors 'none'");
  });
});
