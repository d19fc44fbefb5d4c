import { useSignal } from '@preact/signals';
import { RecoveryCodeSheet } from './recovery-code-sheet.tsx';
import { TypeBack } from './type-back.tsx';

interface Props {
  readonly recoveryCode: string;
  /** Of the button with which it is done. */
  readonly finishLabel: string;
  /** It was written down, and two groups of it typed back. */
  readonly onKept: () => void;
}

/** A new recovery code: on show until it is written down, then hidden and asked for. */
export function NewRecoveryCode({ recoveryCode, finishLabel, onKept }: Props) {
  const isShown = useSignal(true);
  const show = (shown: boolean) => () => {
    isShown.value = shown;
  };
  return isShown.value ? (
    <RecoveryCodeSheet recoveryCode={recoveryCode} onWritten={show(false)} />
  ) : (
    <TypeBack
      recoveryCode={recoveryCode}
      finishLabel={finishLabel}
      onTyped={onKept}
      onShowAgain={show(true)}
    />
  );
}
