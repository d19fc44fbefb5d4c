import { X } from 'lucide-preact';
import { useEffect, useState } from 'preact/hooks';
import { t } from '../i18n.ts';
import { IconButton } from './icon-button.tsx';
import { toast } from './toast-queue.ts';
import './toasts.css';

/** Milliseconds; read at leisure, and one that can be taken back longer. */
const STAYS_MS = 6000;
const STAYS_WITH_UNDO_MS = 12_000;

/** Where `say` is heard: once a page, at its end. Screen readers are told politely. */
export function Toasts() {
  const shown = toast.value;
  const [isHeld, setHeld] = useState(false);
  useEffect(() => {
    if (!shown || isHeld) return undefined;
    const timer = setTimeout(forget, shown.undo ? STAYS_WITH_UNDO_MS : STAYS_MS);
    return () => clearTimeout(timer);
  }, [shown, isHeld]);
  return (
    <div
      class="toasts"
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocusIn={() => setHeld(true)}
      onFocusOut={() => setHeld(false)}
    >
      <div role="status">{shown && <p key={shown.id}>{shown.sentence}</p>}</div>
      {shown?.undo && (
        <button
          type="button"
          class="quiet"
          onClick={() => {
            forget();
            shown.undo?.();
          }}
        >
          {t('undo')}
        </button>
      )}
      {shown && <IconButton label={t('dismiss')} icon={X} onClick={forget} />}
    </div>
  );
}

function forget(): void {
  toast.value = undefined;
}
