import { describe, expect, it } from 'vitest';
import {
  CAPTCHA_TEXT,
  CODE_NAME,
  FAILURE,
  SENT,
  WRONG_CODE,
} from '../../../src/page/wizard/common-table.ts';
import { INTERRUPT } from '../../../src/page/wizard/interrupt-table.ts';
import {
  ADD,
  ADDED,
  BACK,
  DIFFERENT_APP,
  DONE,
  GET_APP,
  NEXT,
  type Phrases,
  PICK_METHOD,
  PUSH_TRIAL,
  SCAN_QR,
  SECURITY_INFO_TITLE,
  SET_UP_ACCOUNT,
  says,
  VERIFY,
} from '../../../src/page/wizard/phrases.ts';
import { plain } from '../../../src/page/wizard/plain-text.ts';
import type { StepMarks } from '../../../src/page/wizard/table.ts';
import { TABLES } from '../../../src/page/wizard/tables.ts';

const { 'security-info': SECURITY_INFO, legacy: LEGACY, personal: PERSONAL } = TABLES;

function titlesOf(steps: readonly StepMarks[], step: StepMarks['step']): Phrases[] {
  return steps
    .filter((marks) => marks.step === step)
    .flatMap(({ titles = [], texts = [] }) => [...titles, ...texts]);
}

/**
 * The words of Microsoft's pages, as its own help pages and those of universities quote them; `*`: of which no source is
 * known, only the same words elsewhere.
 */
const WORDS: [what: string, phrases: readonly Phrases[], texts: string[]][] = [
  [
    'the way to another app',
    [DIFFERENT_APP],
    [
      'I want to use a different authenticator app',
      'Set up a different authenticator app',
      'Set up a different authentication app',
      'set up a different Authenticator app',
      'Ich möchte eine andere Authentifikator-App verwenden',
      'Andere App für die Authentifizierung einrichten',
      'Andere Authenticator‑App einrichten', // *
      'Je souhaite utiliser une autre application d’authentification',
      "Je veux utiliser une autre application d'authentification",
      'Configurer une autre application Authenticator',
      'Quiero usar otra aplicación de autenticación',
      'Deseo usar otra aplicación de autenticación',
      'Configurar otra aplicación Authenticator',
      'Configurar una aplicación de autenticación diferente', // *
      '別の認証アプリを使用します',
      '別の認証アプリを使用する',
      '別の認証アプリを設定する',
      '別の認証アプリを設定します。',
    ],
  ],
  [
    'the way to another app, on the legacy page',
    LEGACY.controls['different-app']?.names ?? [],
    [
      'Configure app without notifications',
      'App ohne Benachrichtigungen konfigurieren', // *
      'Configurer l’application sans notifications', // *
      'Configurar aplicación sin notificaciones', // *
      '通知をオフにしてアプリを構成',
    ],
  ],
  [
    'a method to add',
    SECURITY_INFO.controls['add-method']?.names ?? [],
    [
      'Add sign-in method',
      '+ Add sign-in method',
      'Add method',
      'Anmeldemethode hinzufügen',
      'Methode hinzufügen',
      'Ajouter une méthode de connexion',
      'Ajouter une méthode',
      'Agregar método de inicio de sesión',
      'Agregar método',
      'サインイン方法の追加',
      'メソッドの追加',
    ],
  ],
  [
    'the tile of the app',
    SECURITY_INFO.controls['authenticator-app']?.names ?? [],
    [
      'Microsoft Authenticator',
      'Microsoft Authenticator Approve sign-in requests or use one-time codes',
      'Authenticator app',
      'Authentifikator-App',
      'Authenticator-App',
      'Authentifizierungs-App',
      'Application d’authentification',
      'Aplicación autenticadora',
      'Aplicación de autenticación',
      '認証アプリ',
    ],
  ],
  [
    'a personal account’s new way',
    PERSONAL.controls['add-method']?.names ?? [],
    [
      'Add a new way to sign in or verify',
      'Add another way to sign in to your account',
      'Neue Anmelde- oder Überprüfungsmethode hinzufügen', // *
      'Ajouter un nouveau moyen de se connecter ou de vérifier',
      'Ajouter une nouvelle méthode de connexion à votre compte',
      'Agregar una nueva forma de iniciar sesión o verificar',
      'サインインまたは確認の新しい方法を追加',
    ],
  ],
  [
    'a personal account’s app',
    PERSONAL.controls['authenticator-app']?.names ?? [],
    [
      'Use an app',
      'App verwenden',
      'Utiliser une application',
      'Usar una aplicación',
      'アプリを使う',
      'アプリを使用する',
    ],
  ],
  [
    'the legacy page’s app',
    LEGACY.controls['authenticator-app']?.names ?? [],
    [
      'Mobile app',
      'Mobile App',
      'Application mobile',
      'Aplicación móvil',
      'モバイル アプリ',
      'モバイルアプリ',
      '認証アプリ',
    ],
  ],
  [
    'the legacy page’s codes',
    LEGACY.controls['verification-code']?.names ?? [],
    [
      'Use verification code',
      'Use a verification code',
      'Prüfcode verwenden',
      'Utiliser le code de vérification',
      'Usar código de verificación',
      '確認コードを使用する',
    ],
  ],
  [
    'the legacy page’s button',
    LEGACY.controls['set-up']?.names ?? [],
    ['Set up', 'Einrichten', 'Configurer', 'Configurar', 'セットアップ', '構成'],
  ],
  ['next', [NEXT], ['Next', 'Weiter', 'Suivant', 'Siguiente', '次へ', 'Continue']],
  ['verify', [VERIFY], ['Verify', 'Überprüfen', 'Vérifier', 'Verificar', '確認', '検証']],
  ['back', [BACK], ['Back', 'Zurück', 'Retour', 'Atrás', '戻る']],
  ['done', [DONE], ['Done', 'Finish', 'Finished', 'Fertig', 'Terminé', 'Listo', '完了']],
  [
    'add',
    [ADD],
    [
      'Add',
      'Confirm',
      'Hinzufügen',
      'Bestätigen',
      'Ajouter',
      'Confirmer',
      'Agregar',
      'Confirmar',
      '追加',
      '確認',
    ],
  ],
  [
    'the interruption of a sign-in',
    titlesOf(INTERRUPT.steps, 'interrupt'),
    [
      'More information required',
      'Let’s keep your account secure',
      'Weitere Informationen erforderlich',
      'Plus d’informations requises',
      'Sécurisons votre compte',
      'Se necesita más información',
      '詳細情報が必要',
      'アカウントをセキュリティ保護しましょう',
    ],
  ],
  [
    'the list of methods',
    [SECURITY_INFO_TITLE],
    [
      'Security info',
      'Sicherheitsinformationen',
      'Informations de sécurité',
      'Información de seguridad',
      'セキュリティ情報',
    ],
  ],
  [
    'the choice of a method',
    [PICK_METHOD],
    [
      'Add a sign-in method',
      'Add a method',
      'Which method would you like to add?',
      'Methode hinzufügen',
      'Ajouter une méthode',
      'Agregar un método',
      '方法を追加します',
    ],
  ],
  [
    'the download of the app',
    [GET_APP],
    [
      'Start by getting the app',
      'Install Microsoft Authenticator',
      'App abrufen und loslegen',
      'App herunterladen',
      'Microsoft Authenticator installieren',
      'Commencer par obtenir l’application',
      'Obtenir l’application',
      'Installer Microsoft Authenticator',
      'Empiece obteniendo la aplicación',
      'Obtener la aplicación',
      'Instalar Microsoft Authenticator',
      '最初にアプリを取得します',
      'アプリの入手から開始',
      'Microsoft Authenticator のインストール',
    ],
  ],
  [
    'the account in the app',
    [SET_UP_ACCOUNT],
    [
      'Set up your account',
      'Set up your account in app',
      'Konto einrichten',
      'Configurer votre compte',
      'Configurer votre compte dans l’application',
      'Configuración de la cuenta',
      'Configurar su cuenta', // *
      'アカウントのセットアップ',
      'アカウントの設定',
    ],
  ],
  [
    'the QR code',
    [SCAN_QR],
    [
      'Scan the QR code',
      'Scan QR code',
      'QR-Code scannen',
      'Scannen Sie den QR-Code',
      'Scanner le code QR',
      'Scannez le code QR',
      'Digitalización del código QR',
      'Escanear el código QR',
      'QR コードをスキャンします',
      'QRコードをスキャン',
    ],
  ],
  [
    'the question of the legacy page',
    titlesOf(LEGACY.steps, 'pick-method'),
    [
      'Step 1: How should we contact you?',
      'Schritt 1: Auf welchem Weg sollen wir Sie kontaktieren?',
      'Wie möchten Sie die mobile App verwenden?',
      'Paso 1: ¿De qué manera deberíamos ponernos en contacto con usted?',
      '¿Cómo quiere usar la aplicación móvil?',
    ],
  ],
  [
    'the QR code of the legacy page',
    titlesOf(LEGACY.steps, 'qr'),
    [
      'Configure mobile app',
      'Mobile App konfigurieren',
      'Configurer l’application mobile',
      'Configurar aplicación móvil',
      'モバイルアプリケーションの構成',
    ],
  ],
  [
    'the legacy page between QR code and field',
    titlesOf(LEGACY.steps, 'set-up-account'),
    [
      'Mobile app has been configured for notifications and verification codes.',
      '確認コード用にモバイルアプリが構成されました',
    ],
  ],
  [
    'the legacy page after the field',
    titlesOf(LEGACY.steps, 'done'),
    [
      'Step 3: In case you lose access to the mobile app',
      'Schritt 3: Für den Fall, dass Sie den Zugriff auf Ihre mobile App verlieren',
      'Schritt 4: Verwenden Sie vorhandene Anwendungen weiterhin',
      'Paso 3: En el caso de que haya perdido el acceso a la aplicación móvil',
      'Paso 4: Siga usando sus aplicaciones existentes',
    ],
  ],
  [
    'the trial of a notification',
    [PUSH_TRIAL],
    [
      'Let’s try it out',
      'Notification approved',
      'Testen wir es',
      'Essayons',
      'Vamos a probarlo',
      '試してみましょう',
    ], // all but the first two: *
  ],
  [
    'an added app',
    [ADDED],
    [
      'Authenticator Added',
      'Authenticator app added',
      'Authenticator app was successfully registered',
      'Success!',
      'Great job! You have successfully set up your security info.',
      'Authenticator ajouté',
      'Authenticator-App hinzugefügt', // *
      'Die Authentifikator-App wurde erfolgreich registriert', // *
      'Aplicación de autenticación agregada', // *
      '認証アプリが正常に登録されました', // *
      '成功',
    ],
  ],
  [
    'a personal account that is protected now',
    titlesOf(PERSONAL.steps, 'done'),
    [
      'Two-step verification is turned on',
      'Your new recovery code: MWGR3-9MJC9-STK76-SZCE5-X77PR',
      '2段階認証がオンになりました',
      '回復用コード MWGR3-9MJC9-STK76-SZCE5-X77PR',
      'Ihr neuer Wiederherstellungscode: MWGR3-9MJC9-STK76-SZCE5-X77PR', // *
    ],
  ],
  [
    'a wrong code',
    [WRONG_CODE],
    [
      'Wrong code entered. Please try again.',
      'You didn’t enter the expected verification code. Please try again.',
      'Sie haben nicht den erwarteten Prüfcode eingegeben.',
      'Vous n’avez pas entré le code de vérification attendu.',
      'No ha escrito el código de verificación esperado.',
      '予期された検証コードが入力されませんでした',
      'The code you entered is incorrect',
      'That code didn’t work. Check the code and try again.',
      'The verification code is incorrect.',
      'Der eingegebene Code ist falsch.',
      'Falscher Code eingegeben',
      'Ungültiger Prüfcode',
      'Le code que vous avez entré est incorrect.',
      'Ce code n’a pas fonctionné.',
      'El código que escribió no es correcto.',
      'Código incorrecto',
      '入力したコードが正しくありません',
      '間違ったコードが入力されました',
    ],
  ],
  [
    'a failure',
    [FAILURE],
    [
      'Sorry, we ran into a problem',
      'Something went wrong. Try again later.',
      'Leider ist ein Fehler aufgetreten',
      'Désolé, une erreur s’est produite',
      'Lo sentimos, se ha producido un error',
      '申し訳ありません。問題が発生しました',
    ],
  ],
  [
    'a captcha',
    [CAPTCHA_TEXT],
    [
      'Enter the characters you see',
      'Geben Sie die angezeigten Zeichen ein',
      'Entrez les caractères que vous voyez',
      'Escriba los caracteres que ve',
      '表示されている文字を入力してください',
    ],
  ],
  [
    'a field for a code',
    [CODE_NAME],
    [
      'Enter code',
      '6-digit code',
      'Prüfcode',
      'Entrez le code',
      'Introducir el código',
      'コードの入力',
    ],
  ],
  [
    'a code that was sent',
    [SENT],
    [
      'We just sent a 6 digit code to +1 •••55',
      'Wir haben einen Code gesendet',
      'Code envoyé',
      'Hemos enviado un código',
      'コードを送信しました',
    ],
  ],
];

const NOT: [what: string, phrases: readonly Phrases[], texts: string[]][] = [
  [
    'the way to another app',
    [DIFFERENT_APP],
    [
      'I want to set up a different method',
      'Use a different account',
      'Ich möchte eine andere Methode einrichten',
      'Je veux configurer une autre méthode',
      'Quiero configurar otro método',
      '別の方法を設定します',
      'その他のオプション',
    ],
  ],
  [
    'the tile of the app',
    SECURITY_INFO.controls['authenticator-app']?.names ?? [],
    [
      'Passkey in Microsoft Authenticator',
      'Phone',
      'Hardware token',
      'App password',
      'アプリ パスワード',
    ],
  ],
  [
    'next',
    [NEXT],
    ['Next steps', 'Skip setup', 'セットアップをスキップします', 'Weiter ohne Einrichtung'],
  ],
  ['done', [DONE], ['Donate', 'Done with this? Delete', 'Fertigkeiten']],
  [
    'an added app',
    [ADDED],
    [
      'Add a sign-in method',
      'Default sign-in method: Authenticator app',
      'Authenticator app',
      'Enter the 6-digit code shown in the Authenticator app',
      'Phone was successfully registered',
      'Once added, the authenticator app shows a code',
      'Authenticator-App hinzufügen',
      'Ajouter une application d’authentification',
      '認証アプリを追加',
    ],
  ],
  [
    'a personal account that is protected now',
    titlesOf(PERSONAL.steps, 'done'),
    [
      'Generate a new recovery code',
      'Two-step verification is turned off',
      'Two-step verification Turn on',
      'Get a new recovery code',
    ],
  ],
  [
    'the legacy page after the field',
    titlesOf(LEGACY.steps, 'done'),
    [
      'Mobile app has been configured for verification codes.',
      'Step 2: Enter the verification code from the mobile app',
    ],
  ],
  [
    'a wrong code',
    [WRONG_CODE],
    [
      'Enter the 6-digit code shown in the Authenticator app',
      'Geben Sie den Code ein',
      'コードを入力してください',
      'Can’t scan the QR code?',
    ],
  ],
  [
    'a failure',
    [FAILURE],
    [
      'Authenticator app was successfully registered',
      'You’re using the most advisable sign-in method where it applies.',
    ],
  ],
];

describe.each(WORDS)('%s', (_, phrases, texts) => {
  it.each(texts)('is %j', (text) => {
    expect(says(plain(text), phrases)).toBe(true);
  });
});

describe.each(NOT)('%s', (_, phrases, texts) => {
  it.each(texts)('is not %j', (text) => {
    expect(says(plain(text), phrases)).toBe(false);
  });
});
