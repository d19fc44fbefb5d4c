import { useSignal } from '@preact/signals';
import { t } from '../../i18n.ts';
import { Said } from '../../notice.tsx';
import type { Ceremonies } from '../../ways/ceremonies.ts';
import type { Guard } from '../../ways/guard.tsx';
import { LockingSettings } from './locking-settings.tsx';
import { WaysIn } from './ways-in.tsx';
import '../../ways/ways.css';
import './security.css';

interface Props {
  readonly ceremonies: Ceremonies;
  /** Asks for a fresh verification where the background wants one. */
  readonly guard: Guard;
}

/** Who may open the vault, for how long it stays open, and the key to it all. */
export function SecuritySection({ ceremonies, guard }: Props) {
  const said = useSignal('');
  const say = (sentence: string) => {
    said.value = sentence;
  };
  return (
    <section class="security stack" aria-labelledby="security-title">
      <h1 id="security-title">{t('securityTitle')}</h1>
      <Said>{said.value}</Said>
      <WaysIn ceremonies={ceremonies} guard={guard} say={say} />
      <LockingSettings guard={guard} say={say} />
    </section>
  );
}
