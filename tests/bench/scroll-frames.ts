/** A list is scrolled by so many equal steps, one a frame. */
export const FRAMES = 120;
/** CSS pixels: more than a row, about as fast as a flick of the wheel. */
export const STEP = 100;

/** The frames of one scroll through a list. */
export interface Scrolled {
  /** Milliseconds from each frame to the next one. */
  readonly times: readonly number[];
  /** Frames that began with a row on show that was not there. */
  readonly bare: number;
}

/** Runs in the page. Rows have their number in `data-row`, and one height. */
export async function scrollInFrames(
  selector: string,
  rowHeight: number,
  frames: number,
  step: number,
): Promise<Scrolled> {
  const list = document.querySelector(selector);
  if (!list) throw new Error(`There is no ${selector}`);
  const isBare = () => {
    const first = Math.floor(list.scrollTop / rowHeight);
    const last = Math.ceil((list.scrollTop + list.clientHeight) / rowHeight);
    for (let row = first; row < last; row += 1) {
      if (!list.querySelector(`[data-row="${row}"]`)) return true;
    }
    return false;
  };
  const frame = () =>
    new Promise<number>((resolve) => {
      requestAnimationFrame(resolve);
    });
  list.scrollTop = 0;
  await frame();
  let before = await frame();
  const times: number[] = [];
  let bare = 0;
  for (let index = 0; index < frames; index += 1) {
    list.scrollTop += step;
    const now = await frame();
    times.push(now - before);
    before = now;
    if (isBare()) bare += 1;
  }
  return { times, bare };
}
