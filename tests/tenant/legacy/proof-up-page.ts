import type { Account } from '../directory.ts';
import type { Reply } from '../exchange.ts';
import { html } from '../html.ts';
import { page } from '../page.ts';
import type { TenantState } from '../state.ts';

const CONTENT = 'ctl00_ContentPlaceHolder1_';

/**
 * "Additional security verification". Nobody wrote down its ids, so these are such as ASP.NET makes
 * of the names of controls; the texts and the order of things are known.
 */
export function proofUpPage({ organisation, person }: Account, state: TenantState): Reply {
  const { legacy, wizard } = state.texts;
  const forbidden = state.enrolment.otherApps === 'forbidden';
  return page({
    title: legacy.title,
    look: 'legacy',
    language: state.enrolment.language,
    script: 'legacy.js',
    config: {
      wrong: legacy.wrongCode,
      used: legacy.usedCode,
      error: legacy.error,
      captchaWrong: wizard.captchaWrong,
    },
    body: html`<header>
<strong id="organisation">${organisation.name}</strong>
<span class="who" id="account">${person.address}</span>
</header>
<main>
<h1>${legacy.title}</h1>
<p>${legacy.intro}</p>
<form id="aspnetForm" method="post" action="/proofup.aspx" autocomplete="off">
<input type="hidden" id="__VIEWSTATE" name="__VIEWSTATE" value="/wEPDwUKLTQ2MjA4">
<input type="hidden" id="__EVENTVALIDATION" name="__EVENTVALIDATION" value="/wEdAAfg5">
<div id="${CONTENT}step1">
<h2>${legacy.step1}</h2>
<select id="${CONTENT}ddlAuthMethod" name="ctl00$ContentPlaceHolder1$ddlAuthMethod" aria-label="${legacy.step1}">
<option value="phone">${legacy.phone}</option>
<option value="office" disabled>${legacy.office}</option>
<option value="app"${state.enrolment.methods === 'missing' ? html` disabled` : undefined}>${legacy.app}</option>
</select>
<div id="${CONTENT}phonePanel" class="panel"><input id="${CONTENT}txtPhone" type="tel" maxlength="15" aria-label="${legacy.phone}" autocomplete="off"></div>
<fieldset id="${CONTENT}appPanel" class="panel" hidden>
<legend>${legacy.howApp}</legend>
<p><input type="radio" id="${CONTENT}rbNotification" name="ctl00$ContentPlaceHolder1$appMode" value="notification">
<label for="${CONTENT}rbNotification">${legacy.notifications}</label></p>
<p><input type="radio" id="${CONTENT}rbVerificationCode" name="ctl00$ContentPlaceHolder1$appMode" value="code">
<label for="${CONTENT}rbVerificationCode">${legacy.code}</label></p>
<p>${legacy.mustSetUp}</p>
<p><input type="button" id="${CONTENT}btnSetup" value="${legacy.setUp}" disabled>
<span id="${CONTENT}lblStatus" class="configured" hidden>${legacy.configured}</span>
<span id="${CONTENT}lblNotConfigured">${legacy.notConfigured}</span></p>
</fieldset>
<div class="actions"><input type="button" id="${CONTENT}btnNext" value="${legacy.next}" disabled></div>
</div>
<div id="${CONTENT}step2" hidden>
<h2>${legacy.step2}</h2>
<label for="${CONTENT}txtVerificationCode">${legacy.codeLabel}</label>
<input type="text" id="${CONTENT}txtVerificationCode" name="ctl00$ContentPlaceHolder1$txtVerificationCode" maxlength="6" autocomplete="off">
<p id="${CONTENT}lblError" class="error" role="alert" hidden></p>
<div class="actions"><input type="button" id="${CONTENT}btnCancelVerify" class="secondary" value="${legacy.cancel}">
<input type="button" id="${CONTENT}btnVerify" value="${legacy.verify}"></div>
</div>
<div id="${CONTENT}captcha" hidden>
<h2>${wizard.captchaTitle}</h2>
<p>${wizard.captchaText}</p>
<img id="${CONTENT}imgCaptcha" alt="${wizard.captchaPicture}">
<input type="text" id="${CONTENT}txtCaptcha" maxlength="10" autocomplete="off" aria-label="${wizard.captchaLabel}">
<p id="${CONTENT}lblCaptchaError" class="error" role="alert" hidden></p>
<div class="actions"><input type="button" id="${CONTENT}btnCaptcha" value="${legacy.next}"></div>
</div>
<div id="${CONTENT}step3" hidden>
<h2 id="verified">${legacy.doneTitle}</h2>
<p>${legacy.doneText}</p>
<div class="actions"><a class="secondary" id="${CONTENT}btnDone" role="button" href="https://${organisation.portalHost}/">${legacy.done}</a></div>
</div>
</form>
</main>
<div id="mobileAppDialog" class="ui-dialog" role="dialog" aria-modal="true" aria-labelledby="mobileAppDialogTitle" hidden>
<div>
<h2 id="mobileAppDialogTitle">${legacy.dialogTitle}</h2>
<p>${legacy.dialogIntro}</p>
<ol><li>${legacy.dialogInstall}</li><li>${legacy.dialogAdd}</li><li>${legacy.dialogScan}</li></ol>
${forbidden ? undefined : html`<p><a id="configureWithoutNotifications" href="#">${legacy.withoutNotifications}</a></p>`}
<p class="qr"><img id="qrCode" alt="${wizard.qrAlt}" width="200" height="200"></p>
<p>${legacy.cannotScan}</p>
<dl id="pushValues" hidden><dt>${legacy.activation}</dt><dd id="activationCode"></dd><dt>${legacy.url}</dt><dd id="activationUrl"></dd></dl>
<dl id="totpValues" hidden><dt>${legacy.accountName}</dt><dd id="accountName"></dd><dt>${legacy.secretKey}</dt><dd id="secretKey"></dd></dl>
<p>${legacy.dialogNext}</p>
<div class="actions"><input type="button" id="btnDialogCancel" class="secondary" value="${legacy.cancel}">
<input type="button" id="btnDialogNext" value="${legacy.next}" disabled></div>
</div>
</div>`,
  });
}
