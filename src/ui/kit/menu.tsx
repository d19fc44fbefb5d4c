import type { LucideIcon } from 'lucide-preact';
import type { TargetedEvent, TargetedKeyboardEvent } from 'preact';
import { useId, useRef, useState } from 'preact/hooks';
import { IconButton } from './icon-button.tsx';
import { nextItem } from './menu-keys.ts';
import './menu.css';

interface MenuItem {
  readonly id: string;
  readonly label: string;
  readonly icon?: LucideIcon;
  readonly danger?: boolean;
  readonly onSelect: () => void;
}

interface Props {
  /** Of the button, and of the menu it opens. */
  readonly label: string;
  readonly icon: LucideIcon;
  readonly items: readonly MenuItem[];
  /** Of the button. */
  readonly id?: string;
}

/**
 * A button that opens a menu. The browser closes it (a click elsewhere) and keeps it in view; arrows, Home, End and
 * first letters move in it. Its items exist only while it is open: a list may have thousands of menus.
 */
export function Menu({ label, icon, items, id }: Props) {
  const menuId = useId();
  const menu = useRef<HTMLDivElement>(null);
  const button = () => menu.current?.previousElementSibling as HTMLElement | null;
  const [isOpen, setOpen] = useState(false);
  const anchor = `--${menuId}`;

  const close = () => {
    menu.current?.hidePopover();
    button()?.focus();
  };
  const onToggle = ({ newState, currentTarget }: TargetedToggleEvent) => {
    if (newState === 'open') itemsOf(currentTarget)[0]?.focus();
  };
  const onKeyDown = (event: TargetedKeyboardEvent<HTMLDivElement>) => {
    if (event.key === 'Escape' || event.key === 'Tab') {
      // Escape would close the popup around it, too.
      if (event.key === 'Escape') event.preventDefault();
      event.stopPropagation();
      close();
      return;
    }
    const all = itemsOf(event.currentTarget);
    const labels = all.map(({ textContent }) => textContent ?? '');
    const next = nextItem(
      event.key,
      labels,
      all.findIndex((each) => each.matches(':focus')),
    );
    if (next === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    all[next]?.focus();
  };

  return (
    <>
      <IconButton
        label={label}
        icon={icon}
        {...(id !== undefined && { id })}
        popovertarget={menuId}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        style={{ anchorName: anchor }}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown' || isOpen) return;
          event.preventDefault();
          event.stopPropagation();
          menu.current?.showPopover();
        }}
      />
      <div
        ref={menu}
        id={menuId}
        class="menu"
        role="menu"
        aria-label={label}
        popover="auto"
        style={{ positionAnchor: anchor }}
        onBeforeToggle={({ newState }) => setOpen(newState === 'open')}
        onToggle={onToggle}
        onKeyDown={onKeyDown}
      >
        {isOpen &&
          items.map(({ id: itemId, label: itemLabel, icon: Icon, danger, onSelect }) => (
            <button
              key={itemId}
              type="button"
              role="menuitem"
              tabIndex={-1}
              data-item={itemId}
              class={danger ? 'danger' : undefined}
              onClick={() => {
                close();
                onSelect();
              }}
            >
              {Icon && <Icon />}
              {itemLabel}
            </button>
          ))}
      </div>
    </>
  );
}

type TargetedToggleEvent = TargetedEvent<HTMLDivElement, ToggleEvent>;

function itemsOf(menu: HTMLElement): HTMLElement[] {
  return [...menu.querySelectorAll<HTMLElement>('[role="menuitem"]')];
}
