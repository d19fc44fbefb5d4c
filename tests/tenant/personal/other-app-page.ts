import type { Account } from '../directory.ts';
import type { Reply } from '../exchange.ts';
import { html } from '../html.ts';
import type { QrDrawing } from '../qr-drawing.ts';
import type { TenantState } from '../state.ts';
import { livePage } from './pages.ts';

interface OtherApp {
  readonly id: string;
  readonly base32: string;
  readonly qr: QrDrawing;
}

/** `proofs/Add?apt=3`: the bar code for any app, its secret in words, and the field for the code. */
export function otherAppPage(
  state: TenantState,
  account: Account,
  { id, base32, qr }: OtherApp,
): Reply {
  const { personal, wizard } = state.texts;
  const groups = base32.match(/.{4}/g) ?? [];
  const secret = groups.map((group, index) => (index ? html`&nbsp;${group}` : html`${group}`));
  return livePage(state, account, {
    title: personal.otherTitle,
    script: 'live-other-app.js',
    config: {
      wrong: personal.wrongCode,
      used: personal.usedCode,
      error: personal.error,
      captchaWrong: wizard.captchaWrong,
    },
    body: html`<h1>${personal.otherTitle}</h1>
<form id="frmAddProof" autocomplete="off" novalidate>
<input type="hidden" id="ProofId" name="ProofId" value="${id}">
<p>${personal.otherScan}</p>
<p class="qr"><img id="iBarCode" src="${qr.png}" alt="${personal.barCode}" width="200" height="200"></p>
<p><a id="iShowPlainLink" href="#" role="button">${personal.cannotScan}</a></p>
<div id="iShowPlain" hidden>
<p>${personal.accountName} <span class="dirltr bold">${account.person.address}</span></p>
<p>${personal.secretKey} <span class="dirltr bold">${secret}</span></p>
<p>${personal.spaces}</p>
</div>
<label for="TotpCode">${personal.codeLabel}</label>
<input type="tel" id="TotpCode" name="TotpCode" maxlength="8" autocomplete="off">
<p id="TotpCodeError" class="error" role="alert" hidden></p>
<div class="actions"><a class="secondary" id="iCancel" role="button" href="/proofs/Manage/additional">${personal.cancel}</a>
<input type="submit" id="iNext" value="${personal.next}"></div>
</form>
<form id="hip" autocomplete="off" novalidate hidden>
<h2>${wizard.captchaTitle}</h2>
<p>${wizard.captchaText}</p>
<img id="hipPicture" alt="${wizard.captchaPicture}">
<input type="text" id="hipAnswer" maxlength="10" autocomplete="off" aria-label="${wizard.captchaLabel}">
<p id="hipError" class="error" role="alert" hidden></p>
<div class="actions"><input type="submit" id="hipNext" value="${personal.next}"></div>
</form>`,
  });
}
