import { ask } from './legacy-api.js';

/**
 * The script of the legacy page: shows and hides what the server drew, and fills the dialog.
 *
 * @typedef {{ kind: 'push', id: string, code: string, url: string }} Push
 * @typedef {{ kind: 'totp', id: string, accountName: string, secretKey: string }} Totp
 * @typedef {{ wrong: string, used: string, error: string, captchaWrong: string }} Config
 */

const config = /** @type {{ $Config: Config }} */ (/** @type {unknown} */ (window)).$Config;

/** @param {string} id @returns {HTMLInputElement} */
const control = (id) =>
  /** @type {HTMLInputElement} */ (
    document.getElementById(`ctl00_ContentPlaceHolder1_${id}`) ?? document.getElementById(id)
  );

/** @param {string} id @param {boolean} shown */
const show = (id, shown) => control(id).toggleAttribute('hidden', !shown);

/** The app that the dialog shows, and whether it was carried through with "Next". @type {Push | Totp | undefined} */
let setUp;
let notifications = false;

/** @param {boolean} push */
async function load(push) {
  control('btnDialogNext').disabled = true;
  setUp = await ask('initializemobileapp', { notifications: String(push) });
  if (!setUp) return;
  // A picture at an address of its own, as the old page had it; it comes after all the rest.
  control('qrCode').setAttribute('src', `/QrCode.ashx?id=${encodeURIComponent(setUp.id)}`);
  show('pushValues', setUp.kind === 'push');
  show('totpValues', setUp.kind === 'totp');
  if (setUp.kind === 'push') {
    control('activationCode').textContent = setUp.code;
    control('activationUrl').textContent = setUp.url;
  } else {
    control('accountName').textContent = setUp.accountName;
    control('secretKey').textContent = setUp.secretKey;
  }
  control('btnDialogNext').disabled = false;
}

/** @param {boolean} configured */
function closeDialog(configured) {
  show('mobileAppDialog', false);
  show('lblStatus', configured);
  show('lblNotConfigured', !configured);
  control('btnNext').disabled = !configured;
}

/** @param {'step1' | 'step2' | 'captcha' | 'step3'} step */
function goTo(step) {
  for (const each of ['step1', 'step2', 'captcha', 'step3']) show(each, each === step);
}

async function verify() {
  const code = control('txtVerificationCode').value;
  show('lblError', false);
  const { verdict, captchaPicture } = await ask('verifycode', { id: setUp?.id ?? '', code });
  if (verdict === 'accepted') return goTo('step3');
  if (verdict === 'captcha') {
    control('imgCaptcha').setAttribute('src', captchaPicture);
    return goTo('captcha');
  }
  const complaint = /** @type {Record<string, string>} */ ({ ...config })[verdict];
  control('lblError').textContent = complaint ?? config.error;
  show('lblError', true);
}

async function solve() {
  const { solved } = await ask('solvecaptcha', { answer: control('txtCaptcha').value });
  if (solved) return goTo('step2');
  control('lblCaptchaError').textContent = config.captchaWrong;
  show('lblCaptchaError', true);
}

/** @param {string} id @param {'click' | 'change'} type @param {(event: Event) => unknown} act */
function on(id, type, act) {
  control(id)?.addEventListener(type, act);
}

on('ddlAuthMethod', 'change', () => {
  const app = control('ddlAuthMethod').value === 'app';
  show('appPanel', app);
  show('phonePanel', !app);
});
for (const radio of ['rbNotification', 'rbVerificationCode']) {
  on(radio, 'change', () => {
    notifications = control('rbNotification').checked;
    control('btnSetup').disabled = false;
  });
}
on('btnSetup', 'click', () => {
  show('mobileAppDialog', true);
  // Whichever way was chosen, the dialog starts with the code of Microsoft's own app.
  return load(true);
});
on('configureWithoutNotifications', 'click', (event) => {
  event.preventDefault();
  notifications = false;
  return load(false);
});
on('btnDialogCancel', 'click', () => closeDialog(false));
// Who scanned nothing with Microsoft's app has not activated it: only the other kind is configured.
on('btnDialogNext', 'click', () => closeDialog(setUp?.kind === 'totp' && !notifications));
on('btnNext', 'click', () => goTo('step2'));
on('btnCancelVerify', 'click', () => goTo('step1'));
on('btnVerify', 'click', verify);
on('btnCaptcha', 'click', solve);
