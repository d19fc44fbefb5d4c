/** In our own world of the page, which the page does not see. */
interface World {
  countersignPointedTo?: string | undefined;
}

/**
 * Notes the address of the image that the user pointed to, for the scan that follows. The browser takes it into the
 * page as text: it sees nothing of this file.
 */
export function notePointedTo(address: string): void {
  (globalThis as World).countersignPointedTo = address;
}

/** The address that was noted last, once. */
export function takePointedTo(): string | undefined {
  const world = globalThis as World;
  const address = world.countersignPointedTo;
  world.countersignPointedTo = undefined;
  return address;
}
