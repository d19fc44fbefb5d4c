import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { type MessageKey, t } from '../../i18n.ts';
import { moment } from '../../moment.ts';
import type { ListedWay } from '../../ways/ceremonies.ts';
import { RenameWay } from './rename-way.tsx';
import { kindOfWay, nameOfWay } from './way-name.ts';

/** A recovery code is not changed by its owner: he gets another one. */
const REPLACE: Record<
  ListedWay['kind'],
  { readonly short: MessageKey; readonly full: MessageKey }
> = {
  passkey: { short: 'replace', full: 'replaceWay' },
  passphrase: { short: 'change', full: 'changeWay' },
  recovery: { short: 'newRecoveryCode', full: 'newRecoveryCode' },
};

interface Props {
  readonly way: ListedWay;
  readonly isLast: boolean;
  readonly onRename: (name: string) => Promise<void>;
  readonly onReplace: () => void;
  readonly onRemove: () => void;
}

/** One way in: what it is, since when, and what can be done with it. */
export function WayRow({ way, isLast, onRename, onReplace, onRemove }: Props) {
  const isRenaming = useSignal(false);
  const renameButton = useRef<HTMLButtonElement>(null);
  const wasRenaming = useRef(false);
  useEffect(() => {
    // The form is gone, and the focus with it.
    if (wasRenaming.current && !isRenaming.value) renameButton.current?.focus();
    wasRenaming.current = isRenaming.value;
  }, [isRenaming.value]);

  const name = nameOfWay(way);
  const replace = REPLACE[way.kind];
  const endRenaming = () => {
    isRenaming.value = false;
  };

  return (
    <li class="way" data-kind={way.kind} data-name={way.name}>
      {isRenaming.value ? (
        <RenameWay
          name={name}
          onRename={(renamed) => void onRename(renamed).then(endRenaming)}
          onCancel={endRenaming}
        />
      ) : (
        <p class="way-name" dir="auto">
          {name}
        </p>
      )}
      <p class="facts quiet-text">
        {name !== kindOfWay(way) && <span>{kindOfWay(way)}</span>}
        <span>{t('wayCreated', moment(way.createdAt))}</span>
        <span>
          {way.lastUsedAt === undefined ? t('wayUnused') : t('wayUsed', moment(way.lastUsedAt))}
        </span>
      </p>
      {!isRenaming.value && (
        <div class="actions">
          <button
            type="button"
            ref={renameButton}
            data-action="rename"
            aria-label={t('renameWay', name)}
            onClick={() => {
              isRenaming.value = true;
            }}
          >
            {t('rename')}
          </button>
          <button
            type="button"
            data-action="replace"
            aria-label={t(replace.full, name)}
            onClick={onReplace}
          >
            {t(replace.short)}
          </button>
          {!isLast && (
            <button
              type="button"
              data-action="remove"
              aria-label={t('removeWay', name)}
              onClick={onRemove}
            >
              {t('remove')}
            </button>
          )}
        </div>
      )}
      {isLast && <p class="quiet-text last-way">{t('lastWayExplained')}</p>}
    </li>
  );
}
