import { processorTime } from './processor-time.ts';
import { CLASSES, picturesWithoutCode, type Sample, samplesOf } from './qr-classes.ts';
import { type Decoder, JSQR, OURS, openDecoders } from './qr-decoders.ts';
import { type Target, targetsOf } from './qr-targets.ts';
import { spread } from './spread.ts';

const SEED = 20_260_401;
/** Of each class; jsqr takes most of the time. */
const SAMPLES = 4;
const WITHOUT_CODE = 100;

export interface ClassFigure {
  readonly class: string;
  readonly samples: number;
  readonly decoders: readonly {
    readonly name: string;
    /** How many samples it read: all texts of each, and no other. */
    readonly read: number;
    /** Milliseconds of the processor. */
    readonly median: number;
  }[];
}

export interface QrFigures {
  readonly seed: number;
  readonly classes: readonly ClassFigure[];
  /** Of the medians of ours and of plain jsqr over all screenshots, by the pixels of the screen. */
  readonly ratios: readonly { readonly screen: string; readonly ratio: number }[];
  /** How many pictures without a code ours read something from. */
  readonly withoutCode: { readonly pictures: number; readonly read: number };
  readonly targets: readonly Target[];
}

/** Success and time of each decoder over generated screen images, all of them on the same images in turn. */
export async function measureQr(tell: (line: string) => void): Promise<QrFigures> {
  const decoders = await openDecoders();
  const timesByScreen = new Map<string, Map<string, number[]>>();
  const classes: ClassFigure[] = [];
  await warmUp(decoders);
  for (const [index, one] of CLASSES.entries()) {
    tell(`${one.name} …`);
    const results = new Map(decoders.map(({ name }) => [name, { read: 0, times: [] as number[] }]));
    for (const sample of samplesOf(one, SAMPLES, SEED + index)) {
      for (const decoder of decoders) {
        const { isRead, ms } = await run(decoder, sample);
        const result = results.get(decoder.name);
        if (isRead && result) result.read += 1;
        result?.times.push(ms);
        const screen = `${sample.frame.width}×${sample.frame.height}`;
        const times = timesByScreen.get(screen) ?? new Map<string, number[]>();
        timesByScreen.set(
          screen,
          times.set(decoder.name, [...(times.get(decoder.name) ?? []), ms]),
        );
      }
    }
    classes.push({
      class: one.name,
      samples: SAMPLES,
      decoders: Array.from(results, ([name, { read, times }]) => ({
        name,
        read,
        median: spread(times).median,
      })),
    });
  }
  const figures = {
    seed: SEED,
    classes,
    ratios: Array.from(timesByScreen, ([screen, times]) => ({
      screen,
      ratio: spread(times.get(OURS) ?? []).median / spread(times.get(JSQR) ?? []).median,
    })),
    withoutCode: { pictures: WITHOUT_CODE, read: await countFalseReads(decoders, tell) },
  };
  return { ...figures, targets: targetsOf(figures) };
}

async function run(
  { decode }: Decoder,
  { frame, texts }: Sample,
): Promise<{ readonly isRead: boolean; readonly ms: number }> {
  const start = processorTime();
  const found = await decode(frame);
  const ms = processorTime() - start;
  const isRead = found.length === texts.length && texts.every((text) => found.includes(text));
  return { isRead, ms };
}

/** What is compiled late is not counted. */
async function warmUp(decoders: readonly Decoder[]): Promise<void> {
  for (const one of CLASSES.slice(0, 3)) {
    for (const { frame } of samplesOf(one, 1, SEED)) {
      for (const { decode } of decoders) await decode(frame);
    }
  }
}

async function countFalseReads(
  decoders: readonly Decoder[],
  tell: (line: string) => void,
): Promise<number> {
  tell(`${WITHOUT_CODE} pictures without a code …`);
  const ours = decoders.find(({ name }) => name === OURS);
  let count = 0;
  for (const frame of picturesWithoutCode(WITHOUT_CODE, SEED)) {
    if (((await ours?.decode(frame)) ?? []).length > 0) count += 1;
  }
  return count;
}
