import { app, one, type Snippet } from './snippet.ts';

const page = (heading: string, text: string, label: string, below = '') =>
  `<h1>${heading}</h1><p>${text}</p><form><label for="c">${label}</label><input id="c" name="c" type="text"><button>OK</button></form>${below}`;

/** A page of each kind in each language, with identifiers that say nothing. */
export const LANGUAGE_SNIPPETS: readonly Snippet[] = [
  app(
    'app, German',
    '#c',
    page(
      'Bestätigung in zwei Schritten',
      'Geben Sie den Code aus Ihrer Authentifizierungs-App ein.',
      'Bestätigungscode',
      '<a href="#">Anderen Weg wählen</a><a href="#">Code per SMS senden</a>',
    ),
  ),
  one(
    'SMS, German',
    'sent',
    '#c',
    page(
      'Anmeldung bestätigen',
      'Wir haben Ihnen einen Code per SMS an ••• 42 geschickt.',
      'Sicherheitscode',
      '<a href="#">Code erneut senden</a>',
    ),
  ),
  one(
    'recovery, German',
    'recovery',
    '#c',
    page(
      'Wiederherstellungscode eingeben',
      'Haben Sie keinen Zugriff auf Ihre Authenticator-App, geben Sie einen Ihrer Wiederherstellungscodes ein.',
      'Code',
    ),
  ),
  app(
    'app, French',
    '#c',
    page(
      'Validation en deux étapes',
      "Saisissez le code affiché dans votre application d'authentification.",
      'Code de vérification',
    ),
  ),
  one(
    'SMS, French',
    'sent',
    '#c',
    page(
      'Vérifiez votre identité',
      'Un code a été envoyé par SMS au numéro se terminant par 42.',
      'Code de vérification',
      '<button>Renvoyer le code</button>',
    ),
  ),
  one(
    'recovery, French',
    'recovery',
    '#c',
    page('Code de secours', "Saisissez l'un de vos codes de secours.", 'Code'),
  ),
  app(
    'app, Spanish',
    '#c',
    page(
      'Verificación en dos pasos',
      'Introduce el código que aparece en tu aplicación de autenticación.',
      'Código de verificación',
    ),
  ),
  one(
    'e-mail, Spanish',
    'sent',
    '#c',
    page(
      'Verifica que eres tú',
      'Hemos enviado un código a tu correo a***@ejemplo.es.',
      'Código de verificación',
      '<a href="#">Reenviar código</a>',
    ),
  ),
  one(
    'recovery, Spanish',
    'recovery',
    '#c',
    page(
      'Usar un código de recuperación',
      'Introduce uno de tus códigos.',
      'Código de recuperación',
    ),
  ),
  app(
    'app, Italian',
    '#c',
    page(
      'Verifica in due passaggi',
      "Inserisci il codice generato dall'app di autenticazione.",
      'Codice di verifica',
    ),
  ),
  one(
    'SMS, Italian',
    'sent',
    '#c',
    page(
      'Conferma la tua identità',
      'Abbiamo inviato un codice via SMS al tuo telefono.',
      'Codice di verifica',
      '<a href="#">Non hai ricevuto il codice?</a>',
    ),
  ),
  app(
    'app, Portuguese',
    '#c',
    page(
      'Verificação em duas etapas',
      'Digite o código do seu aplicativo autenticador.',
      'Código de verificação',
    ),
  ),
  one(
    'SMS, Portuguese',
    'sent',
    '#c',
    page(
      'Confirme que é você',
      'Enviamos um código por SMS para o seu telemóvel.',
      'Código',
      '<a href="#">Reenviar código</a>',
    ),
  ),
  app(
    'app, Dutch',
    '#c',
    page('Tweestapsverificatie', 'Voer de code uit je authenticator-app in.', 'Verificatiecode'),
  ),
  one(
    'e-mail, Dutch',
    'sent',
    '#c',
    page(
      'Bevestig dat jij het bent',
      'We hebben een code naar je e-mailadres gestuurd.',
      'Verificatiecode',
      '<a href="#">Code opnieuw versturen</a>',
    ),
  ),
  app(
    'app, Polish',
    '#c',
    page(
      'Weryfikacja dwuetapowa',
      'Wpisz kod z aplikacji uwierzytelniającej.',
      'Kod weryfikacyjny',
    ),
  ),
  one(
    'SMS, Polish',
    'sent',
    '#c',
    page(
      'Potwierdź tożsamość',
      'Wysłaliśmy kod w wiadomości SMS na Twój numer.',
      'Kod',
      '<a href="#">Wyślij ponownie</a>',
    ),
  ),
  app(
    'app, Turkish',
    '#c',
    page('İki adımlı doğrulama', 'Kimlik doğrulama uygulamanızdaki kodu girin.', 'Doğrulama kodu'),
  ),
  one(
    'SMS, Turkish',
    'sent',
    '#c',
    page(
      'Kimliğinizi doğrulayın',
      'Telefonunuza SMS ile bir kod gönderdik.',
      'Doğrulama kodu',
      '<a href="#">Kodu tekrar gönder</a>',
    ),
  ),
  app(
    'app, Japanese',
    '#c',
    page('2段階認証', '認証アプリに表示されている6桁のコードを入力してください。', '確認コード'),
  ),
  one(
    'SMS, Japanese',
    'sent',
    '#c',
    page(
      '本人確認',
      'ご登録の電話番号にSMSで認証コードを送信しました。',
      '認証コード',
      '<a href="#">コードを再送信</a>',
    ),
  ),
  one(
    'recovery, Japanese',
    'recovery',
    '#c',
    page('リカバリーコード', '保存したリカバリーコードを入力してください。', 'コード'),
  ),
  app(
    'app, simplified Chinese',
    '#c',
    page('两步验证', '请输入身份验证器应用中显示的6位数字。', '验证码'),
  ),
  one(
    'SMS, simplified Chinese',
    'sent',
    '#c',
    page('安全验证', '短信验证码已发送至 138****1234', '验证码', '<button>重新发送</button>'),
  ),
  app(
    'app, traditional Chinese',
    '#c',
    page('兩步驟驗證', '請輸入驗證器應用程式中的驗證碼。', '驗證碼'),
  ),
  one(
    'SMS, traditional Chinese',
    'sent',
    '#c',
    page('安全驗證', '我們已將驗證碼以簡訊傳送到您的手機。', '驗證碼', '<button>重新傳送</button>'),
  ),
  app(
    'app, Korean',
    '#c',
    page('2단계 인증', '인증 앱에 표시된 6자리 코드를 입력하세요.', '인증 코드'),
  ),
  one(
    'SMS, Korean',
    'sent',
    '#c',
    page('본인 확인', '휴대폰으로 인증번호를 보냈습니다.', '인증번호', '<button>재전송</button>'),
  ),
  one(
    'recovery, Korean',
    'recovery',
    '#c',
    page('복구 코드', '저장해 둔 복구 코드를 입력하세요.', '복구 코드'),
  ),
  one(
    'access pass, German',
    'access-pass',
    '#c',
    page('Anmelden', 'Geben Sie Ihren befristeten Zugriffspass ein.', 'Befristeter Zugriffspass'),
  ),
];
