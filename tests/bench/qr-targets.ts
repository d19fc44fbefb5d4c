import { OURS } from './qr-decoders.ts';
import type { QrFigures } from './qr-figures.ts';

/** What issue 4 asks of the decoder, and whether the figures show it. */
export interface Target {
  readonly target: string;
  readonly holds: boolean;
  /** What was found. */
  readonly found: string;
}

/** Of the medians of ours and of plain jsqr, on a full screenshot. */
const GREATEST_RATIO = 0.1;

export function targetsOf({
  classes,
  ratios,
  withoutCode,
}: Omit<QrFigures, 'targets'>): readonly Target[] {
  const behind = classes.filter(({ decoders }) => {
    const ours = decoders.find(({ name }) => name === OURS)?.read ?? 0;
    return decoders.some(({ read }) => read > ours);
  });
  return [
    {
      target: 'ours reads at least as many as the best of them, in every class',
      holds: behind.length === 0,
      found: behind.length === 0 ? 'in every class' : `not: ${behind.map((one) => one.class)}`,
    },
    ...ratios.map(({ screen, ratio }) => ({
      target: `the median is at most a tenth of plain jsqr's, at ${screen}`,
      holds: ratio <= GREATEST_RATIO,
      found: ratio.toFixed(3),
    })),
    {
      target: `nothing is read from ${withoutCode.pictures} pictures without a code`,
      holds: withoutCode.read === 0,
      found: `${withoutCode.read} read`,
    },
  ];
}
