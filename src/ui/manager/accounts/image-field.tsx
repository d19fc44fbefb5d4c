import { useRef } from 'preact/hooks';
import type { AccountRow } from '../../accounts/use-accounts.ts';
import { t } from '../../i18n.ts';
import { AccountIcon } from '../../kit/account-icon.tsx';

interface Props {
  /** With the picture that is to be its own. */
  readonly account: AccountRow;
  /** Base64 of a PNG; null: none of its own. */
  readonly onImage: (image: string | null) => void;
  readonly attempt: (act: () => Promise<unknown>) => Promise<void>;
}

/** The picture by which an account is known: that of its issuer, or one from a file of the user's. */
export function ImageField({ account, onImage, attempt }: Props) {
  const choose = useRef<HTMLInputElement>(null);
  const take = (file: File | undefined) => {
    if (!file) return;
    void attempt(async () => {
      // Late, since hardly anybody draws one.
      const { ownImage } = await import('./own-image.ts');
      onImage(await ownImage(file));
    });
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset draws a frame around what is one line.
    <div class="image-field" role="group" aria-label={t('imageLabel')}>
      <AccountIcon account={account} size={56} />
      <button type="button" id="choose-image" onClick={() => choose.current?.click()}>
        {t('imageChoose')}
      </button>
      <input
        ref={choose}
        type="file"
        id="image-file"
        accept="image/*"
        hidden
        aria-label={t('imageChoose')}
        onChange={({ currentTarget }) => {
          take(currentTarget.files?.[0]);
          // The same file may be chosen again.
          currentTarget.value = '';
        }}
      />
      {account.image !== undefined && (
        <button
          type="button"
          class="quiet"
          id="remove-image"
          onClick={() => {
            onImage(null);
            document.getElementById('choose-image')?.focus();
          }}
        >
          {t('imageRemove')}
        </button>
      )}
    </div>
  );
}
