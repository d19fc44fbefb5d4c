import { app, boxes, type Snippet } from './snippet.ts';

/** Fields for codes of an app, as frameworks and kinds of sites make them. */
export const APP_SNIPPETS: readonly Snippet[] = [
  app(
    'a form field of Angular Material',
    '#mat-input-3',
    `<mat-card><mat-card-title>Two-step sign-in</mat-card-title><form>
    <mat-form-field class="mat-mdc-form-field"><div class="mdc-text-field"><div class="mat-mdc-form-field-flex"><div class="mat-mdc-form-field-infix">
    <label class="mdc-floating-label" for="mat-input-3" id="mat-label-1"><mat-label>Authenticator code</mat-label></label>
    <input matinput class="mat-mdc-input-element" id="mat-input-3" formcontrolname="code" aria-required="true"></div></div></div></mat-form-field>
    <button mat-raised-button type="submit"><span>Continue</span></button></form></mat-card>`,
  ),
  {
    what: 'the boxes of Ant Design, without maxlength',
    html: `<h3>Two-factor authentication</h3><p>Open your authenticator app and enter the 6-digit code.</p><div class="ant-otp">${boxes(6, (at) => `<input aria-label="OTP Input ${at + 1}" size="1" type="text" class="ant-input ant-otp-input" value="">`)}</div><button class="ant-btn">OK</button>`,
    fields: Object.fromEntries(
      [1, 2, 3, 4, 5, 6].map((at) => [
        `html > body > div > input:nth-of-type(${at})`,
        'app' as const,
      ]),
    ),
    fill: [1, 2, 3, 4, 5, 6].map((at) => `html > body > div > input:nth-of-type(${at})`),
  },
  {
    what: 'boxes in two halves, of which the first takes a pasted code',
    html: `<h2>Enter your 2FA code</h2><div class="row"><div class="half">${boxes(3, (at) => `<input id="c${at}" inputmode="numeric" maxlength="${at === 0 ? 6 : 1}" class="cell" style="width:30px">`)}</div><span>–</span><div class="half">${boxes(3, (at) => `<input id="c${at + 3}" inputmode="numeric" maxlength="1" class="cell" style="width:30px">`)}</div></div>`,
    fields: Object.fromEntries([0, 1, 2, 3, 4, 5].map((at) => [`#c${at}`, 'app' as const])),
    fill: [0, 1, 2, 3, 4, 5].map((at) => `#c${at}`),
  },
  {
    what: 'boxes of passwords, each in an element of its own',
    html: `<h1>Two-step verification</h1><p>Type the code of your authenticator app.</p><form>${boxes(6, (at) => `<div class="cell"><input type="password" maxlength="1" name="pin-${at}" autocomplete="off" style="width:2em"></div>`)}<button>Go</button></form>`,
    fields: Object.fromEntries(
      [0, 1, 2, 3, 4, 5].map((at) => [`input[name="pin-${at}"]`, 'app' as const]),
    ),
    fill: [0, 1, 2, 3, 4, 5].map((at) => `input[name="pin-${at}"]`),
  },
  {
    what: 'boxes without a word of length, alike and narrow',
    html: `<h1>Enter the code from your authenticator app</h1><div role="group" aria-label="Please enter your pin code">${boxes(6, (at) => `<input id="pin-input-${at}" type="tel" class="chakra-pin-input" placeholder="○" autocomplete="one-time-code" style="width:40px">`)}</div>`,
    fields: Object.fromEntries(
      [0, 1, 2, 3, 4, 5].map((at) => [`#pin-input-${at}`, 'app' as const]),
    ),
    fill: [0, 1, 2, 3, 4, 5].map((at) => `#pin-input-${at}`),
  },
  app(
    'the challenge of an identity service, named "code"',
    '#code',
    `<main><section><header><h1>Verify Your Identity</h1><p>Check your preferred one-time password application for a code.</p></header>
    <form method="post"><input type="hidden" name="state" value="x"><div class="input-wrapper"><div><label for="code">Enter your one-time code*</label><input class="input c1" name="code" id="code" type="text" autocomplete="off" autocapitalize="none" spellcheck="false" required></div></div>
    <div><label><input type="checkbox" name="rememberBrowser" value="true"> Remember this device for 30 days</label></div><button type="submit">Continue</button></form>
    <p><a href="/u/mfa-options">Try another method</a></p></section></main>`,
  ),
  app(
    'a field named "answer"',
    '#input59',
    `<div class="auth-container"><h2>Google Authenticator</h2><form class="mfa-verify-totp"><div class="o-form-fieldset"><label for="input59">Enter code</label><span><input type="tel" name="answer" id="input59" autocomplete="off"></span></div><input type="submit" value="Verify"></form><a href="#">Back to sign in</a></div>`,
  ),
  app(
    'the second step of a host of repositories',
    '#app_totp',
    `<div class="auth-form"><h1>Two-factor authentication</h1><div class="auth-form-body"><form action="/sessions/two-factor" method="post"><label for="app_totp">Authentication code</label><input type="text" name="app_otp" id="app_totp" autocomplete="one-time-code" inputmode="numeric" pattern="([0-9]{6})|([0-9a-fA-F]{5}-?[0-9a-fA-F]{5})" placeholder="XXXXXX"><button type="submit">Verify</button><p>Open your two-factor authenticator (TOTP) app or browser extension to view your authentication code.</p></form></div><p>Having problems?</p><ul><li><a href="/recovery">Use a recovery code</a></li><li><a href="/sms">Use your SMS number</a></li></ul></div>`,
  ),
  app(
    'a field that takes recovery codes, too, as its help says',
    '#user_otp_attempt',
    `<form action="/users/sign_in"><h1>Two-Factor Authentication</h1><div class="form-group"><label for="user_otp_attempt">Enter verification code</label><input id="user_otp_attempt" name="user[otp_attempt]" autocomplete="off" inputmode="numeric" type="text"><p class="form-text">Enter the code from your two-factor authenticator app. If you've lost your device, you can enter one of your recovery codes.</p></div><button>Verify code</button></form>`,
  ),
  app(
    'a label with both ways',
    '#otp',
    `<form><label for="otp">2FA code or recovery code</label><input id="otp" name="otp"><button>Go</button></form>`,
  ),
  app(
    'the second step of a large provider',
    '#totpPin',
    `<h1><span>2-Step Verification</span></h1><div><p>To help keep your account safe, we want to make sure it's really you trying to sign in</p></div><section><h2>2-Step Verification</h2><p>Get a verification code from the <strong>Authenticator</strong> app</p><div><input type="tel" class="whsOnd" tabindex="0" aria-label="Enter code" name="totpPin" id="totpPin" dir="ltr" pattern="[0-9 ]*"><div aria-hidden="true">Enter code</div></div><label><input type="checkbox" checked> Don't ask again on this device</label><button>Next</button><button>Try another way</button></section>`,
  ),
  app(
    'a console of a cloud',
    '#mfaCode',
    `<div><h2>Additional verification required</h2><p>Your account is secured using multi-factor authentication (MFA). To finish signing in, turn on or view your MFA device and type the authentication code below.</p><form><label for="mfaCode">MFA code</label><input id="mfaCode" name="mfaCode" type="text" maxlength="6"><button>Submit</button><a href="#">Cancel</a></form></div>`,
  ),
  app(
    "a weblog's plugin",
    '#authcode',
    `<body class="login"><div id="login"><h1><a>Powered by a weblog</a></h1><form name="validate_2fa_form" id="loginform" action="wp-login.php?action=validate_2fa" method="post"><p class="two-factor-prompt">Enter the code generated by your authenticator app.</p><p><label for="authcode">Authentication Code:</label><input type="text" inputmode="numeric" name="authcode" id="authcode" class="input authcode" value="" size="20" pattern="[0-9 ]*" placeholder="123 456" autocomplete="one-time-code" data-digits="6"></p><input type="submit" value="Authenticate"></form><div class="backup-methods-wrap"><p>Having Problems?</p><ul><li><a href="#">Use a recovery code</a></li><li><a href="#">Send a code to your email</a></li></ul></div></div>`,
  ),
  app(
    'a code beside name and password',
    '#wfls-token',
    `<form name="loginform" action="/login" method="post"><p><label for="user_login">Username or Email Address</label><input type="text" name="log" id="user_login" autocomplete="username"></p><p><label for="user_pass">Password</label><input type="password" name="pwd" id="user_pass" autocomplete="current-password"></p><p><label for="wfls-token">2FA Code (if enabled)</label><input type="text" name="wfls-token" id="wfls-token" autocomplete="off"></p><input type="submit" value="Log In"></form>`,
  ),
  app(
    'webmail, with a placeholder only',
    'input[name="_code_2FA"]',
    `<div id="login-form"><form name="form" method="post"><table><tbody><tr><td class="title"><label for="2FA_code">Two-factor code</label></td><td class="input"><input name="_code_2FA" id="2FA_code" type="text" autocapitalize="off" autocomplete="off" placeholder="Code"></td></tr></tbody></table><button>Login</button></form></div>`,
  ),
  app(
    'a home server',
    '#challenge',
    `<div class="guest-box"><h2 class="two-factor-header">TOTP (Authenticator app)</h2><form method="POST" class="totp-form"><input type="tel" minlength="6" maxlength="10" name="challenge" id="challenge" required autofocus autocomplete="off" autocapitalize="off" placeholder="Authentication code"><button class="primary two-factor-submit" type="submit">Submit</button><p>Get the authentication code from the two-factor authentication app on your device.</p></form><a class="two-factor-secondary" href="#">Use backup code</a></div>`,
  ),
  app(
    'random identifiers, and only text to go by',
    '#f_8a3e',
    `<div class="x1"><div class="x2">Open the authenticator app on your phone and type the code that it shows.</div><div class="x3"><input id="f_8a3e" class="x9" type="text"></div><div role="button">Next</div></div>`,
  ),
  app(
    'a page that offers to send a code instead',
    '#verificationCode',
    `<h1>Enter the code from your app</h1><p>Open your authenticator app to find it.</p><form><label for="verificationCode">Code</label><input id="verificationCode" name="verificationCode" maxlength="6" inputmode="numeric"></form><button>Send me an SMS instead</button><a href="#">I lost my phone</a>`,
  ),
  app(
    'a page that takes either',
    '#token',
    `<h1>Confirm it is you</h1><p>Enter the code from your authenticator app, or the one we sent to your phone.</p><form><input id="token" name="token" placeholder="6-digit code" autocomplete="one-time-code"><button>Continue</button></form>`,
  ),
  app(
    'a choice of ways, of which the app is taken',
    '#otp-value',
    `<form><fieldset><legend>How do you want to sign in?</legend><label><input type="radio" name="way" checked> Authenticator app</label><label><input type="radio" name="way"> Text message to •••• 12</label></fieldset><label for="otp-value">Code</label><input id="otp-value" name="otp"><button>Sign in</button></form>`,
  ),
  app(
    'tabs, of which that of the app is open',
    '#tab-code',
    `<div role="tablist"><button role="tab" aria-selected="false">SMS</button><button role="tab" aria-selected="true">App</button></div><div role="tabpanel"><label for="tab-code">Security code</label><input id="tab-code" autocomplete="one-time-code" maxlength="6"></div>`,
  ),
  app(
    'no word of a channel',
    '#onetimecode',
    `<h1>Two-step verification</h1><form><label for="onetimecode">One-time code</label><input id="onetimecode" name="onetimecode"><button>Verify</button></form>`,
  ),
  app(
    'an enrolment, whose code confirms it',
    '#totp_setup',
    `<h1>Set up two-factor authentication</h1><ol><li>Scan this QR code with your authenticator app: <img alt="QR code" src="data:,"></li><li>Enter the code from the app: <input id="totp_setup" name="totp" maxlength="6"></li></ol><button>Enable two-factor authentication</button>`,
  ),
  app(
    'a page with a search field, too',
    '#tfa',
    `<header><form role="search"><input type="search" name="q" placeholder="Search"></form></header><main><h1>Two-factor authentication</h1><form><label for="tfa">6-digit code</label><input id="tfa" name="tfa" maxlength="6"></form></main>`,
  ),
  app(
    'a dialog over a shop',
    '#dlg-code',
    `<form action="/newsletter"><input name="newsletter_email" type="email" placeholder="Your e-mail"></form><div role="dialog" aria-label="Two-step verification"><p>Enter the code shown in your authenticator app.</p><input id="dlg-code" inputmode="numeric" maxlength="6"><button>Confirm</button></div>`,
  ),
  app(
    'a mobile authenticator of a game shop',
    '#twofactorcode_entry',
    `<div class="newmodal"><h2>Guard</h2><p>You have a mobile authenticator protecting this account.</p><p>Enter the code currently displayed on your Guard mobile app</p><input class="twofactorauthcode_entry_input" id="twofactorcode_entry" type="text" placeholder="enter your code here" autocomplete="off" maxlength="5"></div>`,
  ),
];
