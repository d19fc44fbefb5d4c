/** What the bank's page for the code says. */
export interface BankTexts {
  readonly title: string;
  readonly lead: string;
  readonly label: string;
  readonly verify: string;
  readonly refused: string;
}

export const BANK_TEXTS = {
  en: {
    title: 'Two-step verification',
    lead: 'Open your authenticator app and enter the six-digit code that it shows.',
    label: 'Authentication code',
    verify: 'Verify',
    refused: 'That code is not right. Please try again.',
  },
  de: {
    title: 'Bestätigung in zwei Schritten',
    lead: 'Öffnen Sie Ihre Authenticator-App und geben Sie den sechsstelligen Code ein, den sie anzeigt.',
    label: 'Bestätigungscode',
    verify: 'Bestätigen',
    refused: 'Dieser Code stimmt nicht. Bitte versuchen Sie es noch einmal.',
  },
  fr: {
    title: 'Validation en deux étapes',
    lead: 'Ouvrez votre application d’authentification et saisissez le code à six chiffres affiché.',
    label: 'Code de validation',
    verify: 'Valider',
    refused: 'Ce code n’est pas le bon. Veuillez réessayer.',
  },
  es: {
    title: 'Verificación en dos pasos',
    lead: 'Abra su aplicación de autenticación e introduzca el código de seis dígitos que muestra.',
    label: 'Código de verificación',
    verify: 'Verificar',
    refused: 'Ese código no es correcto. Inténtelo de nuevo.',
  },
  it: {
    title: 'Verifica in due passaggi',
    lead: 'Apri la tua app di autenticazione e inserisci il codice di sei cifre che mostra.',
    label: 'Codice di verifica',
    verify: 'Verifica',
    refused: 'Il codice non è corretto. Riprova.',
  },
  pt: {
    title: 'Verificação em duas etapas',
    lead: 'Abra seu aplicativo autenticador e digite o código de seis dígitos exibido nele.',
    label: 'Código de verificação',
    verify: 'Verificar',
    refused: 'Esse código não está certo. Tente novamente.',
  },
  nl: {
    title: 'Verificatie in twee stappen',
    lead: 'Open je authenticator-app en voer de zescijferige code in die daar staat.',
    label: 'Verificatiecode',
    verify: 'Controleren',
    refused: 'Die code klopt niet. Probeer het opnieuw.',
  },
  pl: {
    title: 'Weryfikacja dwuetapowa',
    lead: 'Otwórz aplikację uwierzytelniającą i wpisz sześciocyfrowy kod, który się w niej wyświetla.',
    label: 'Kod weryfikacyjny',
    verify: 'Zweryfikuj',
    refused: 'Ten kod jest nieprawidłowy. Spróbuj ponownie.',
  },
  tr: {
    title: 'İki adımlı doğrulama',
    lead: 'Kimlik doğrulama uygulamanızı açın ve gösterdiği altı haneli kodu girin.',
    label: 'Doğrulama kodu',
    verify: 'Doğrula',
    refused: 'Bu kod doğru değil. Lütfen yeniden deneyin.',
  },
  ja: {
    title: '2 段階認証',
    lead: '認証アプリを開き、表示されている 6 桁のコードを入力してください。',
    label: '認証コード',
    verify: '確認する',
    refused: 'コードが正しくありません。もう一度お試しください。',
  },
  zh: {
    title: '两步验证',
    lead: '请打开您的身份验证器应用，输入其中显示的六位验证码。',
    label: '动态验证码',
    verify: '验证',
    refused: '验证码不正确，请重试。',
  },
  ko: {
    title: '2단계 인증',
    lead: '인증 앱을 열고 표시된 6자리 코드를 입력하세요.',
    label: '인증 코드',
    verify: '확인',
    refused: '코드가 올바르지 않습니다. 다시 시도하세요.',
  },
} satisfies Readonly<Record<string, BankTexts>>;

export type BankLanguage = keyof typeof BANK_TEXTS;

export function isBankLanguage(name: string | null): name is BankLanguage {
  return name !== null && Object.hasOwn(BANK_TEXTS, name);
}
