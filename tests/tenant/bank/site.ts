import { json, type Reply, type Request, redirect, type Site } from '../exchange.ts';
import { EVIL_HOST } from '../hostile/hosts.ts';
import { BANK_HOST } from '../hosts.ts';
import { notFound, page } from '../page.ts';
import { drawQr } from '../qr-drawing.ts';
import type { BankState, Visit } from './bank.ts';
import {
  type CodePageParts,
  codeForm,
  codePage,
  codePath,
  emptyPage,
  enrolPage,
  indexPage,
  passwordPage,
  signedInPage,
} from './pages.ts';
import { isBankLanguage } from './texts.ts';
import { findVariant } from './variants.ts';

/** Who may show the bank's pages in a frame: a bank that takes no care, so that it is ours to take. */
const FRAMABLE = { 'frame-ancestors': `'self' https://${BANK_HOST} https://${EVIL_HOST}` };

/** The bank, and the host that has its field where a frame of another host is to hold it. */
export function bankSites(bank: BankState): { readonly bank: Site; readonly codes: Site } {
  const signIn: Site = (request) => {
    const { method, url, form } = request;
    const [, , name = 'single'] = url.pathname.split('/');
    const variant = findVariant(name);
    if (!variant) return notFound();
    const known = bank.visit(url.searchParams.get('ctx'));
    if (method === 'POST') {
      return known ? submitted(known, name, form.get('code') ?? '') : staleVisit();
    }
    const user = bank.userCalled(url.searchParams.get('user')) ?? usualUser(name);
    const visit = known ?? bank.begin(user);
    const reply = codePage(visit, partsFor(request, { name, variant }));
    visit.refused = false;
    return reply;
  };

  const usualUser = (name: string) => (name === 'counter' ? bank.users.casey : bank.users.alex);

  function partsFor(
    { url: { searchParams } }: Request,
    parts: Pick<CodePageParts, 'name' | 'variant'>,
  ): CodePageParts {
    const language = searchParams.get('lang');
    return {
      ...parts,
      language: isBankLanguage(language) ? language : 'en',
      settings: bank.settings,
      users: bank.users,
      policy: FRAMABLE,
      ...(searchParams.has('watched') && { scripts: ['hostile/catch.js'] }),
    };
  }

  function submitted(visit: Visit, name: string, code: string): Reply {
    const verdict = bank.submit(visit, name, code.trim());
    return redirect(verdict === 'accepted' ? `/account?ctx=${visit.id}` : codePath(name, visit));
  }

  /** What a page's script asks in place of sending the form. */
  const api: Site = ({ url, form }) => {
    const [, , , name = ''] = url.pathname.split('/');
    const visit = bank.visit(url.searchParams.get('ctx'));
    if (!visit || !findVariant(name)) return json({}, 404);
    return json({ verdict: bank.submit(visit, name, form.get('code') ?? '') });
  };

  const framedForm =
    (scripts: readonly string[]): Site =>
    ({ url }) => {
      const [, , name = ''] = url.pathname.split('/');
      const visit = bank.visit(url.searchParams.get('ctx'));
      const variant = findVariant('single');
      if (!visit || !variant) return notFound();
      const home = `https://${BANK_HOST}`;
      return page({
        title: 'Code',
        look: 'bank',
        footer: false,
        script: [...scripts, 'bank/main.js'],
        policy: { 'frame-ancestors': home, 'form-action': home },
        body: codeForm(visit, home + codePath(name, visit), { variant, language: 'en' }, '_top'),
      });
    };

  const checkPassword: Site = ({ form }) => {
    const user = bank.userCalled(form.get('user')?.trim());
    if (user?.password !== form.get('password') || !user) return passwordPage(true);
    return redirect(codePath('single', bank.begin(user)));
  };

  const account: Site = ({ url }) => {
    const visit = bank.visit(url.searchParams.get('ctx'));
    return visit?.signedIn ? signedInPage(visit) : redirect('/sign-in');
  };

  const enrol: Site = async ({ url }) => {
    const user = bank.userCalled(url.searchParams.get('user')) ?? bank.users.alex;
    return enrolPage(user, await drawQr(user.uri));
  };

  const routes: Readonly<Record<string, Site>> = {
    'GET ': () => indexPage(),
    'GET account': account,
    'GET empty': () => emptyPage(),
    'GET enrol': enrol,
    'GET frame': framedForm([]),
    'POST api': api,
  };

  return {
    bank: (request) => {
      const { method, url } = request;
      if (url.pathname === '/sign-in') {
        return method === 'POST' ? checkPassword(request) : passwordPage(false);
      }
      const [, first] = url.pathname.split('/');
      if (first === 'sign-in') return signIn(request);
      return routes[`${method} ${first}`]?.(request) ?? notFound();
    },
    codes: (request) =>
      request.method === 'GET' && request.url.pathname.startsWith('/frame/')
        ? framedForm(['hostile/catch.js'])(request)
        : notFound(),
  };
}

function staleVisit(): Reply {
  return redirect('/sign-in');
}
