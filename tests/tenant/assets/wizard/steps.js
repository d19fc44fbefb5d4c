import { ask } from '../api.js';
import { h } from '../dom.js';
import { qrCode } from '../qr-code.js';
import { captchaStep } from './captcha-step.js';
import { codeStep } from './code-step.js';
import { manualEntry } from './manual-entry.js';
import { LINK_CLASS, mark } from './marks.js';
import { methodTiles } from './picker.js';

/**
 * What the server set up: a secret for any app, or an activation of Microsoft's own.
 *
 * @typedef {{ drawAs: import('../qr-code.js').Drawing, qr: import('../qr-code.js').Qr }} Drawn
 * @typedef {Drawn & { kind: 'totp', id: string, accountName: string, secretKey: string }} TotpSetUp
 * @typedef {Drawn & { kind: 'push', code: string, url: string }} PushSetUp
 * @typedef {TotpSetUp | PushSetUp} SetUp
 */

/**
 * From the choice of the method, or from "install the app", to the accepted code. The steps and
 * their titles are Microsoft's; everything happens in one document.
 *
 * @param {{ show(step: import('./step-view.js').Step): void }} place
 * @param {import('./marks.js').Settings} settings
 * @param {'picker' | 'install'} start
 * @param {() => void} onDone
 */
export function runWizard(place, settings, start, onDone) {
  const { texts, otherApps, differentAppAt, differentAppText } = settings;
  /**
   * One set-up per kind of app, kept so that going back and forth shows the same QR code.
   *
   * @type {Record<string, SetUp>}
   */
  const setUps = {};
  let app = 'microsoft';
  /** Counts the steps shown, so that a late answer is dropped when its step was left. */
  let turns = 0;

  /** @param {import('./step-view.js').Step} step */
  function show(step) {
    turns += 1;
    place.show(step);
    return turns;
  }

  /** @param {string} chosen */
  const choose = (chosen) => () => {
    app = chosen;
    setUpAccount();
  };

  /** @param {'get-app' | 'qr'} step */
  function differentApp(step) {
    const here = differentAppAt === step || differentAppAt === 'both';
    if (otherApps === 'forbidden' || !here || app === 'other') return [];
    const text = differentAppText === 'new' ? texts.different : texts.differentOld;
    return [h('button', { type: 'button', class: LINK_CLASS, onclick: choose('other') }, text)];
  }

  function pickMethod() {
    show({ title: texts.pickTitle, body: () => methodTiles(settings, getApp) });
  }

  function getApp() {
    app = 'microsoft';
    const download = { href: '#', ...mark('authenticator-download-link') };
    show({
      title: start === 'install' ? texts.installTitle : texts.getTitle,
      body: () => [
        h('p', {}, texts.getText, ' ', h('a', download, texts.download)),
        h('p', {}, texts.getThen),
        ...differentApp('get-app'),
      ],
      ...(start === 'picker' && { back: pickMethod }),
      next: { label: texts.next, go: choose('microsoft') },
    });
  }

  function setUpAccount() {
    const text = app === 'other' ? texts.setUpOther : texts.setUpText;
    show({
      title: texts.setUpTitle,
      body: () => [h('p', mark('setup-instructions'), text)],
      back: getApp,
      next: { label: texts.next, go: scan },
    });
  }

  async function scan() {
    const wait = h('div', { class: 'ms-Spinner', role: 'status' }, texts.loading);
    const waiting = { title: texts.scanTitle, body: () => [wait], back: setUpAccount, busy: true };
    const turn = show(waiting);
    const chosen = app;
    /** @type {SetUp} */
    const setUp = setUps[chosen] ?? (await ask('set-up', { app: chosen }));
    setUps[chosen] = setUp;
    if (turn !== turns) return;
    show({
      title: texts.scanTitle,
      body: () => [
        h('p', {}, setUp.kind === 'totp' ? texts.scanOther : texts.scanText),
        h('p', {}, texts.scanThen),
        qrCode(setUp.drawAs, setUp.qr, texts.qrAlt),
        ...manualEntry(setUp, texts),
        ...differentApp('qr'),
      ],
      back: setUpAccount,
      next: {
        label: texts.next,
        go: setUp.kind === 'totp' ? () => enterCode(setUp.id) : tryItOut,
      },
    });
  }

  /** @param {string} id */
  function enterCode(id) {
    const { body, verify } = codeStep(id, texts, { accepted: added, captcha: () => captcha(id) });
    show({
      title: texts.enterTitle,
      body,
      back: scan,
      next: { label: texts.next, go: verify },
    });
  }

  /** @param {string} id */
  function captcha(id) {
    const { body, solve } = captchaStep(settings, () => enterCode(id));
    show({ title: texts.captchaTitle, body, next: { label: texts.next, go: solve } });
  }

  function tryItOut() {
    const number = String(10 + Math.floor(Math.random() * 90));
    show({
      title: texts.tryTitle,
      body: () => [h('p', {}, texts.tryText), h('p', { class: 'number' }, number)],
      back: scan,
    });
  }

  function added() {
    show({
      title: texts.addedTitle,
      body: () => [h('p', {}, texts.addedText)],
      next: { label: texts.done, go: onDone },
      last: true,
    });
  }

  if (start === 'picker') pickMethod();
  else getApp();
}
