/** In our own world of the page, which the page does not see. */
interface World {
  countersignAttends?: true;
}

/** Whether the document is attended. */
export function isAttended(): boolean {
  return (globalThis as World).countersignAttends === true;
}

/** Starts `work` in a document that has it not yet: a script may be put into a page that has it already. */
export function once(work: () => void): void {
  if (isAttended()) return;
  (globalThis as World).countersignAttends = true;
  work();
}
