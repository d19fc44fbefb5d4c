import { Eye, EyeOff, LayoutList, Lock, Plus, ScanQrCode } from 'lucide-preact';
import { t } from '../i18n.ts';
import { IconButton } from '../kit/icon-button.tsx';
import { Menu } from '../kit/menu.tsx';

interface HeaderActs {
  readonly isScanning: boolean;
  readonly hidesCodes: boolean;
  readonly onScan: () => void;
  readonly onStart: (kind: 'work' | 'personal') => void;
  readonly onAddOtherwise: () => void;
  readonly onHideCodes: (hidden: boolean) => void;
  readonly onLock: () => void;
}

interface Props {
  /** Undefined where there is no vault to manage. */
  readonly onManage: (() => void) | undefined;
  /** Undefined where it is closed. */
  readonly acts: HeaderActs | undefined;
  /** The ways to a new account stand below already. */
  readonly isEmpty: boolean;
}

/** What can be done from everywhere. */
export function PopupHeader({ onManage, acts, isEmpty }: Props) {
  return (
    <header>
      <h1>{t('extensionName')}</h1>
      {acts && !isEmpty && (
        <>
          <IconButton
            id="scan-page"
            label={t(acts.isScanning ? 'scanning' : 'scanPage')}
            icon={ScanQrCode}
            disabled={acts.isScanning}
            onClick={acts.onScan}
          />
          <Menu
            id="add-menu"
            label={t('addMenu')}
            icon={Plus}
            items={[
              { id: 'add-work', label: t('addWork'), onSelect: () => acts.onStart('work') },
              {
                id: 'add-personal',
                label: t('addPersonal'),
                onSelect: () => acts.onStart('personal'),
              },
              { id: 'add-otherwise', label: t('addOtherwise'), onSelect: acts.onAddOtherwise },
            ]}
          />
          <IconButton
            id="hide-codes"
            label={t('hideCodes')}
            icon={acts.hidesCodes ? EyeOff : Eye}
            pressed={acts.hidesCodes}
            onClick={() => acts.onHideCodes(!acts.hidesCodes)}
          />
        </>
      )}
      {onManage && (
        <IconButton id="manage" label={t('manage')} icon={LayoutList} onClick={onManage} />
      )}
      {acts && <IconButton id="lock" label={t('lock')} icon={Lock} onClick={acts.onLock} />}
    </header>
  );
}
