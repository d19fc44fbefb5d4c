import { type Signal, useSignal } from '@preact/signals';

const VIEWS = ['table', 'cards'] as const;
export type View = (typeof VIEWS)[number];

/** It says nothing of the vault: it may stand on the disk as it is. */
const PLACE = 'countersign:manager-view';

/** The view that was chosen last; a table where none was. */
export function viewOf(stored: string | null): View {
  return VIEWS.find((view) => view === stored) ?? 'table';
}

/** How accounts are laid out; the choice is kept in this browser. */
export function useView(): { readonly view: Signal<View>; readonly choose: (view: View) => void } {
  const view = useSignal(viewOf(localStorage.getItem(PLACE)));
  return {
    view,
    choose: (chosen) => {
      view.value = chosen;
      localStorage.setItem(PLACE, chosen);
    },
  };
}
