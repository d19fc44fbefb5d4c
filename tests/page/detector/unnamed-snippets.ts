import { app, boxes, none, one, type Snippet } from './snippet.ts';

const NUMBERS = [0, 1, 2, 3, 4, 5] as const;
const BOX = (at: number) =>
  `<input id="b${at}" maxlength="1" inputmode="numeric" style="width:2em">`;
const ROW = `<div>${boxes(6, BOX)}</div><button>Continue</button>`;
const IDS = NUMBERS.map((at) => `#b${at}`);

/** Six boxes, which say nothing themselves. */
function six(what: string, kind: 'app' | 'sent' | 'other', text: string): Snippet {
  const fields = Object.fromEntries(IDS.map((id) => [id, kind]));
  return { what, html: `${text}${ROW}`, fields, fill: kind === 'app' ? IDS : [] };
}

/** Boxes of what is not said to be a code, or not one for signing in. */
const BOXES: readonly Snippet[] = [
  six('six boxes of which nothing is said', 'other', '<h1>Almost done</h1>'),
  six('a number of an employee', 'other', '<h1>Enter your employee number</h1>'),
  ...[
    'Enter the last 6 digits of your Social Security number',
    'Geben Sie Ihr Geburtsdatum ein',
    'Votre date de naissance',
    'Data di nascita',
    'Data de nascimento',
    'Geboortedatum',
    'Data urodzenia',
    'Doğum tarihiniz',
    '生年月日（6桁）',
    '출생: 생년월일 6자리',
  ].map((heading) => six(`boxes under "${heading}"`, 'other', `<h2>${heading}</h2>`)),
  ...[
    'Enter your PIN',
    'Create a 6-digit PIN',
    'Enter your security PIN',
    'Enter your 6-digit passcode',
    'Enter the last 6 digits of your card',
    'Sort code',
    'Enter your date of birth (DDMMYY)',
    'Game PIN',
    'Enter your invite code',
    'PIN festlegen',
    'Einladungscode eingeben',
    'Saisissez votre code PIN',
    'Introduce tu PIN',
    'Los últimos 6 dígitos de tu tarjeta',
    'Inserisci il PIN',
    'Digite seu PIN',
    'Voer je pincode in',
    'Wpisz kod PIN',
    'PIN kodunuzu girin',
    '暗証番号を入力してください',
    '请输入6位支付密码',
    '輸入您的 PIN 碼',
    'PIN 6자리를 입력하세요',
  ].map((heading) => none(`boxes under "${heading}"`, `<h2>${heading}</h2>${ROW}`)),
  none(
    'boxes after the word',
    `<p>Create a 6-digit PIN – you will use it to approve payments in the app.</p>${ROW}`,
  ),
  none(
    'boxes of passwords for a PIN',
    `<h1>Create a 6-digit PIN</h1><p>You will use it to approve payments.</p><form>${boxes(6, (at) => `<input type="password" maxlength="1" name="pin${at}" autocomplete="one-time-code" style="width:2em">`)}</form>`,
  ),
  six('digits that are heard', 'other', '<h1>Enter the six digits you hear</h1>'),
  six(
    'a code in a letter',
    'other',
    '<h1>Enter the 6-digit code</h1><p>It is in the letter we posted to you.</p>',
  ),
  six(
    'what is on its way',
    'sent',
    '<h1>Enter the code</h1><p>It is on its way to your phone.</p>',
  ),
];

/** Boxes of which no more is said than that they take a code. */
const CODE_BOXES: readonly Snippet[] = [
  'Enter the 6-digit code',
  'Verification code',
  'Two-factor authentication',
  'Geben Sie den 6-stelligen Code ein',
  'Bestätigungscode',
  'Zwei-Faktor-Authentifizierung',
  'Saisissez le code à 6 chiffres',
  'Code de vérification',
  'Authentification à deux facteurs',
  'Introduce el código de 6 dígitos',
  'Código de verificación',
  'Autenticación de dos factores',
  'Inserisci il codice a 6 cifre',
  'Codice di verifica',
  'Autenticazione a due fattori',
  'Digite o código de 6 dígitos',
  'Autenticação de dois fatores',
  'Voer de 6-cijferige code in',
  'Verificatiecode',
  'Tweefactorauthenticatie',
  'Wpisz 6-cyfrowy kod',
  'Kod weryfikacyjny',
  'Uwierzytelnianie dwuskładnikowe',
  '6 haneli kodu girin',
  'Doğrulama kodu',
  'İki faktörlü kimlik doğrulama',
  '6桁のコードを入力',
  '認証コード',
  '2段階認証',
  '输入6位数代码',
  '验证码',
  '双重身份验证',
  '輸入6位數代碼',
  '驗證碼',
  '雙重驗證',
  '6자리 코드 입력',
  '인증번호',
  '2단계 인증',
].map((heading) => six(`boxes under "${heading}"`, 'app', `<h2>${heading}</h2>`));

const SINGLE: readonly Snippet[] = [
  none(
    'a PIN',
    '<form><label for="p">6-digit PIN</label><input id="p" type="password" name="pin" maxlength="6" inputmode="numeric"></form>',
  ),
  none(
    'a PIN, written again',
    '<form><label for="p">Confirm PIN</label><input id="p" type="password" name="confirm_pin" maxlength="6" inputmode="numeric"></form>',
  ),
  none(
    'a passcode',
    '<form><label for="p">Enter your 6-digit passcode</label><input id="p" name="passcode" maxlength="6"></form>',
  ),
  none(
    'a game',
    '<h1>Game PIN</h1><input id="p" name="code" maxlength="6" inputmode="numeric" autocomplete="one-time-code">',
  ),
  one(
    'a code by post',
    'other',
    '#c',
    '<form><label for="c">Enter the code from the letter we posted</label><input id="c" name="verification_code"></form>',
  ),
  one(
    'a code by post, German',
    'other',
    '#c',
    '<form><label for="c">Bestätigungscode aus unserem Brief</label><input id="c" name="code"></form>',
  ),
  one(
    'a code that was told',
    'other',
    '#c',
    '<p>Type the code you got from our call centre agent.</p><form><label for="c">Verification code</label><input id="c" name="code"></form>',
  ),
  one(
    'a password of six digits',
    'other',
    '#c',
    '<form><label for="c">6 digits</label><input id="c" type="password" name="digits" maxlength="6" inputmode="numeric"></form>',
  ),
  app(
    'a code that is not shown while it is typed',
    '#c',
    '<h1>Verification code</h1><form><label for="c">Enter the 6-digit code</label><input id="c" type="password" name="code" maxlength="6" inputmode="numeric"></form>',
  ),
  app(
    'a one-time PIN',
    '#c',
    '<h1>Two-step verification</h1><form><label for="c">One-time PIN</label><input id="c" name="otp_pin" maxlength="6"></form>',
  ),
  app(
    'a passcode of two factors',
    '#c',
    '<h1>Two-factor authentication</h1><form><label for="c">Passcode</label><input id="c" name="passcode" maxlength="6"></form>',
  ),
  app(
    'a code of an app, where a PIN is spoken of',
    '#c',
    '<p>Enter the code from your authenticator app. Never tell anybody your PIN.</p><form><label for="c">Code</label><input id="c" name="code" maxlength="6"></form>',
  ),
];

/** What is read as a code only where the page calls it one. */
export const UNNAMED: readonly Snippet[] = [...BOXES, ...CODE_BOXES, ...SINGLE];
