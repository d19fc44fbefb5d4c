import { describe, expect, it, vi } from 'vitest';
import { findCodeError } from '../../src/page/code-error.ts';
import { BANK_TEXTS } from '../tenant/bank/texts.ts';

vi.mock('../../src/page/visible.ts', () => ({ isVisible: () => true }));

/** Whether this, where a page speaks up, is taken for words against the code. */
function isError(text: string): boolean {
  const spoken = { textContent: text } as Element;
  const page = { querySelectorAll: () => [spoken] } as unknown as Document;
  vi.stubGlobal('document', page);
  const input = {
    form: page,
    getRootNode: () => page,
    getAttribute: () => null,
  } as unknown as HTMLInputElement;
  return findCodeError({ kind: 'app', score: 10, inputs: [input] }) === spoken;
}

describe('what a page says against a code', () => {
  it.each(Object.entries(BANK_TEXTS))('is understood in this language: %s', (_, { refused }) => {
    expect(isError(refused)).toBe(true);
  });

  it.each([
    'Two-factor authentication failed.',
    'Verification failed',
    'That’s not the right code',
    'Please enter a valid code',
    'Unable to verify code',
    'We could not verify your code.',
    'That code has already been used',
    'Too many attempts.',
    'Überprüfung fehlgeschlagen',
    'Der Code wurde bereits verwendet.',
    'Bitte geben Sie einen gültigen Code ein.',
    'Échec de la vérification',
    'Veuillez saisir un code valide.',
    'Le code a expiré.',
    'No se ha podido verificar el código.',
    'Autenticación fallida',
    'Verifica non riuscita',
    'Inserisci un codice valido',
    'Falha na verificação',
    'Verificatie mislukt',
    'Weryfikacja nie powiodła się',
    'Nie udało się zweryfikować kodu.',
    'Doğrulama başarısız oldu.',
    'コードが違います',
    '認証に失敗しました。',
    '正しいコードを入力してください',
    '验证失败',
    '驗證失敗',
    '请输入正确的验证码',
    '인증에 실패했습니다',
    '이미 사용된 코드입니다.',
    '올바른 코드를 입력하세요.',
  ])('is understood: %s', (text) => {
    expect(isError(text)).toBe(true);
  });

  it.each(['alert', 'flash', 'toast', 'notification', 'error'])(
    'is seen anywhere on the page in an element of the class "%s"',
    (name) => {
      const alert = { textContent: 'Verification failed' } as Element;
      const page = {
        querySelectorAll: (selector: string) =>
          selector.includes(`[class*="${name}" i]`) ? [alert] : [],
      } as unknown as Document;
      const input = {
        form: { querySelectorAll: () => [] },
        getRootNode: () => page,
        getAttribute: () => null,
      } as unknown as HTMLInputElement;
      vi.stubGlobal('document', page);
      expect(findCodeError({ kind: 'app', score: 10, inputs: [input] })).toBe(alert);
    },
  );

  it.each([
    'No code? Verify by SMS.',
    'The code is not shown to others.',
    'Ce code expire dans 20 secondes.',
    'Enter the code of your app.',
    'Your password was changed.',
    '验证码已发送',
    '認証コードを入力してください',
    '인증 코드를 입력하세요',
    'The code is valid for 30 seconds.',
    'A new code was sent.',
    'Is that right? The code has six digits.',
    'Ce code est le bon.',
    'O código está certo.',
    'De code klopt.',
    'Kod doğru.',
  ])('is not: %s', (text) => {
    expect(isError(text)).toBe(false);
  });
});
