import { boxes, none, one, type Snippet } from './snippet.ts';

/** Codes that come from elsewhere. */
export const OTHER_KINDS: readonly Snippet[] = [
  one(
    'a text message',
    'sent',
    '#otp',
    `<h1>Enter the code</h1><p>We texted a 6-digit code to (•••) •••-1234.</p><input id="otp" autocomplete="one-time-code" maxlength="6" inputmode="numeric"><button>Resend code</button>`,
  ),
  one(
    'an e-mail',
    'sent',
    '#email_code',
    `<h1>Check your inbox</h1><p>Type the code we e-mailed to a***@example.com</p><form><input id="email_code" name="code"></form>`,
  ),
  one(
    'a call',
    'sent',
    '#phonecode',
    `<h1>2-step verification</h1><p>You will receive a phone call with your code.</p><label for="phonecode">Code</label><input id="phonecode">`,
  ),
  one(
    'a phone number and a button that sends a code',
    'sent',
    '#vc',
    `<form><input name="phone" type="tel" placeholder="Phone number"><input id="vc" name="vcode" placeholder="Verification code" maxlength="6"><div class="btn">Get code</div><button>Sign in</button></form>`,
  ),
  one(
    'a text message, where an app is offered',
    'sent',
    '#sms-code',
    `<h1>Verify it is you</h1><p>A text message with a code was sent to your phone.</p><input id="sms-code" name="code" maxlength="6"><a href="#">Use your authenticator app instead</a>`,
  ),
  one(
    'the button alone says that it was sent',
    'sent',
    '#oc',
    `<h1>Verification</h1><form><label for="oc">Verification code</label><input id="oc"><button type="button" id="resendOtp">↻</button></form>`,
  ),
  one(
    'a transaction number of a bank',
    'other',
    '#tan',
    `<h2>Freigabe</h2><p>Erzeugen Sie eine TAN mit Ihrer pushTAN-App.</p><label for="tan">TAN</label><input id="tan" name="otp" maxlength="6">`,
  ),
  one(
    'a sent TAN',
    'sent',
    '#mtan',
    `<h2>Freigabe</h2><p>Wir haben Ihnen eine mTAN per SMS gesendet.</p><label for="mtan">mTAN (Einmalcode)</label><input id="mtan" name="otp" maxlength="6">`,
  ),
  one(
    'a token of hardware',
    'hardware',
    '#passcode',
    `<h1>RSA SecurID</h1><form><label for="passcode">Passcode</label><input id="passcode" name="passcode" type="password"><p>Enter your PIN followed by the tokencode on your key fob.</p></form>`,
  ),
  one(
    'a key that types',
    'hardware',
    '#yubiotp',
    `<h1>Two-factor authentication</h1><p>Insert your YubiKey and touch it.</p><input id="yubiotp" name="otp" type="password">`,
  ),
  one(
    'an access pass',
    'access-pass',
    '#accesspass',
    `<div>Enter Temporary Access Pass</div><input id="accesspass" name="accesspass" type="password" placeholder="Temporary Access Pass" aria-label="Temporary Access Pass">`,
  ),
  one(
    'a recovery code',
    'recovery',
    '#recovery_code',
    `<h1>Two-factor recovery</h1><form><label for="recovery_code">Recovery code</label><input id="recovery_code" name="recovery_code"><p>If you are unable to use your authenticator app, enter one of your recovery codes.</p></form><a href="#">Use your authenticator app</a>`,
  ),
  one(
    'a backup code, by its text only',
    'recovery',
    '#code',
    `<h1>Enter one of your 8-digit backup codes</h1><p>If you do not have access to your authenticator app, use a backup code.</p><form><input id="code" name="code" placeholder="Enter code"></form>`,
  ),
  one(
    'a scratch code',
    'recovery',
    '#token',
    `<form><h3>Two-Factor Authentication</h3><label for="token">Scratch Code</label><input id="token" name="token"></form>`,
  ),
  one(
    'a sign-up',
    'other',
    '#code',
    `<form action="/signup"><h1>Create your account</h1><input type="email" name="email" placeholder="E-mail"><input type="password" name="password" autocomplete="new-password"><label for="code">Verification code</label><input id="code" name="verification_code" maxlength="6"></form>`,
  ),
  one(
    'a forgotten password',
    'other',
    '#reset',
    `<h1>Reset your password</h1><form><label for="reset">Verification code</label><input id="reset" name="code"><button>Continue</button></form>`,
  ),
  one(
    'a confirmation of an address',
    'sent',
    '#confirmation_code',
    `<h1>Verify your email</h1><label for="confirmation_code">Confirmation code</label><input id="confirmation_code" name="confirmation_code">`,
  ),
  {
    what: 'two fields for codes of an app, of which none can be told to be the one',
    html: `<div><h2>Delete account</h2><label for="a">2FA code</label><input id="a" name="otp_a"></div><div><h2>Change e-mail</h2><label for="b">2FA code</label><input id="b" name="otp_b"></div>`,
    fields: { '#a': 'app', '#b': 'app' },
    fill: [],
  },
  {
    what: 'an app beside a text message, each with a field',
    html: `<section><h2>Authenticator app</h2><label for="a">Code from your authenticator app</label><input id="a" maxlength="6"></section><section><h2>Text message</h2><label for="s">Code from the SMS</label><input id="s" maxlength="6"></section>`,
    fields: { '#a': 'app', '#s': 'sent' },
    fill: ['#a'],
  },
  {
    what: 'an app beside a recovery code',
    html: `<form><h1>Two-factor authentication</h1><p><label for="a">Authentication code</label> <input id="a" name="otp"></p><p>or</p><p><label for="r">Recovery code</label> <input id="r" name="recovery"></p></form>`,
    fields: { '#a': 'app', '#r': 'recovery' },
    fill: ['#a'],
  },
  {
    what: 'a field that is filled, one that is disabled, one that is read only',
    html: `<div><label for="f">2FA code</label><input id="f" value="123456"></div><hr><div><label for="d">2FA code</label><input id="d" disabled></div><hr><div><label for="o">2FA code</label><input id="o" readonly></div>`,
    fields: { '#f': 'app', '#d': 'app', '#o': 'app' },
    fill: [],
  },
  {
    what: 'a field that is hidden, beside the same one on show',
    html: `<div style="display:none"><label for="h">Authenticator code</label><input id="h" name="totp"></div><div><label for="v">Authenticator code</label><input id="v" name="totp2"></div>`,
    fields: { '#h': 'app', '#v': 'app' },
    fill: ['#v'],
  },
];

/** What is no field for one-time codes. */
export const DECOYS: readonly Snippet[] = [
  none(
    'a card',
    `<form><label for="n">Card number</label><input id="n" autocomplete="cc-number"><label for="s">Security code</label><input id="s" name="securityCode" maxlength="4" inputmode="numeric"></form>`,
    'Checkout',
  ),
  none(
    'a code of a card without autofill',
    `<form id="payment"><label>Card number<input name="cardnumber"></label><label>MM/YY<input name="expdate"></label><label>CVC<input name="verification" maxlength="3"></label></form>`,
  ),
  none(
    'an address',
    `<form><label for="z">ZIP code</label><input id="z" name="zipcode" maxlength="5" inputmode="numeric"><label for="c">City</label><input id="c"></form>`,
  ),
  none(
    'a German address',
    `<form><label for="p">Postleitzahl</label><input id="p" name="code" maxlength="5" inputmode="numeric"></form>`,
  ),
  none(
    'a coupon',
    `<form><label for="p">Promo code</label><input id="p" name="code"><button>Apply</button></form>`,
  ),
  none(
    'a gift card',
    `<h2>Redeem</h2><label for="g">Gift card code</label><input id="g" name="code" maxlength="16"><label for="gp">PIN</label><input id="gp" name="pin" maxlength="6">`,
  ),
  none(
    'a captcha',
    `<form><img src="/captcha.png" alt="captcha"><label for="k">Verification code</label><input id="k" name="code" maxlength="6"></form>`,
  ),
  none(
    'a captcha in Chinese',
    `<form><input name="user" placeholder="用户名"><input type="password" name="pwd"><input id="k" name="vcode" placeholder="验证码" maxlength="4"><img src="/verifyCode?x=1" onclick="this.src=this.src"></form>`,
  ),
  none(
    'a captcha by its label',
    `<form><label for="k">Type the characters you see in the picture</label><input id="k" name="code"></form>`,
  ),
  none(
    'a phone number',
    `<h1>Two-step verification</h1><p>We will send you a code.</p><label for="t">Phone number</label><input id="t" type="tel" name="phone">`,
  ),
  none(
    'a country code',
    `<label for="t">Country code</label><input id="t" name="country_code" maxlength="4" inputmode="numeric"><label for="n">Number</label><input id="n" type="tel">`,
  ),
  none(
    'name and password',
    `<h1>Sign in</h1><form><label for="u">User name</label><input id="u" name="login"><label for="p">Password</label><input id="p" type="password" name="password"></form><p>We use two-factor authentication.</p>`,
  ),
  none(
    'a password alone',
    `<h1>Two-factor authentication</h1><p>To change it, confirm your password.</p><label for="p">Password</label><input id="p" type="password" name="password">`,
  ),
  none(
    'a search',
    `<input type="text" name="q" placeholder="Search codes" autocomplete="one-time-code">`,
  ),
  none(
    'settings of token lifetimes',
    `<h1>Two-factor authentication</h1><form><label for="l">Token lifetime (seconds)</label><input id="l" name="token_lifetime" type="number"><label for="o">OTP code length</label><input id="o" name="otp_length" type="number"><label for="w">OTP validity window</label><input id="w" name="otp_window" type="number"></form>`,
    'Admin',
  ),
  none(
    'a client',
    `<form><label for="c">Client code</label><input id="c" name="clientCode" maxlength="8"><label for="p">Password</label><input id="p" type="password"></form>`,
  ),
  none(
    'a device that is paired',
    `<h1>Activate your device</h1><p>Enter the code displayed on your TV.</p><input id="user_code" name="user_code" placeholder="XXXX-XXXX">`,
  ),
  none(
    'a device that is linked',
    `<h1>Connect a device</h1><form><label for="c">Code</label><input id="c" name="code" maxlength="8"></form>`,
  ),
  none(
    'a PIN of a bank',
    `<h1>Online banking</h1><form><label for="k">Customer number</label><input id="k" name="kundennr"><label for="p">PIN</label><input id="p" type="password" name="pin" maxlength="5"></form>`,
  ),
  none(
    'a licence key',
    `<label for="k">Product key</label><div>${boxes(5, (at) => `<input id="k${at}" maxlength="5" name="key${at}">`)}</div>`,
  ),
  none(
    'an invitation',
    `<h1>Join</h1><label for="i">Invitation code</label><input id="i" name="code">`,
  ),
  none(
    'access tokens',
    `<h1>Personal access tokens</h1><label for="t">Token name</label><input id="t" name="token[name]"><label for="e">Expiration date</label><input id="e" name="token[expires_at]">`,
  ),
  none(
    'a puzzle of letters',
    `<h1>Word of the day</h1><table>${boxes(6, () => `<tr>${boxes(5, () => '<td><input maxlength="1" class="letter" style="width:2em"></td>')}</tr>`)}</table>`,
  ),
  none(
    'a date in parts',
    `<fieldset><legend>Date of birth</legend><input name="dd" maxlength="2" inputmode="numeric"><input name="mm" maxlength="2" inputmode="numeric"><input name="yyyy" maxlength="4" inputmode="numeric"></fieldset>`,
  ),
  none(
    'an account number and a sort code',
    `<form><label for="s">Sort code</label><input id="s" name="sortcode" maxlength="6" inputmode="numeric"><label for="a">Account number</label><input id="a" maxlength="8" inputmode="numeric"></form>`,
  ),
  none(
    'a contact form',
    `<form><label for="n">Name</label><input id="n"><label for="s">Subject</label><input id="s" placeholder="Order code or subject"><textarea></textarea></form>`,
  ),
];
