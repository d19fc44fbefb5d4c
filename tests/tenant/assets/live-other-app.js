import { field, say, send } from './live-api.js';

/** @typedef {{ wrong: string, used: string, error: string, captchaWrong: string }} Config */

const config = /** @type {{ $Config: Config }} */ (/** @type {unknown} */ (window)).$Config;

/** @param {'frmAddProof' | 'hip'} form */
function showForm(form) {
  for (const id of ['frmAddProof', 'hip']) {
    document.getElementById(id)?.toggleAttribute('hidden', id !== form);
  }
}

async function verify() {
  say('TotpCodeError', '');
  const form = { ProofId: field('ProofId').value, TotpCode: field('TotpCode').value };
  const { verdict, captchaPicture } = await send('AddVerifyTotp', form);
  if (verdict === 'accepted') return location.assign('/proofs/RecoveryCode');
  if (verdict === 'captcha') {
    document.getElementById('hipPicture')?.setAttribute('src', captchaPicture);
    return showForm('hip');
  }
  const complaint = /** @type {Record<string, string>} */ ({ ...config })[verdict];
  say('TotpCodeError', complaint ?? config.error);
}

async function solve() {
  const { solved } = await send('SolveHip', { answer: field('hipAnswer').value });
  if (solved) showForm('frmAddProof');
  else say('hipError', config.captchaWrong);
}

/** @param {string} id @param {string} buttonId @param {() => Promise<void>} act */
function onSubmit(id, buttonId, act) {
  document.getElementById(id)?.addEventListener('submit', async (event) => {
    event.preventDefault();
    field(buttonId).disabled = true;
    try {
      await act();
    } finally {
      field(buttonId).disabled = false;
    }
  });
}

onSubmit('frmAddProof', 'iNext', verify);
onSubmit('hip', 'hipNext', solve);

document.getElementById('iShowPlainLink')?.addEventListener('click', (event) => {
  event.preventDefault();
  document.getElementById('iShowPlain')?.toggleAttribute('hidden');
});
