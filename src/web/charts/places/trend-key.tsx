import { t } from '#language';
import { own } from '../axis.tsx';
import { ink } from '../frame.tsx';
import { sampleLine, type KeyLine } from '../line-key.tsx';
import { markPath } from '../mark.ts';
import type { TrendBandInput } from './place-inputs.ts';
import { besideLooks, ownLook, SeriesSample } from './trend-series.tsx';

/** What each line and mark of a trend means: its own, those beside it, where it is to lead. */
export function trendKey(input: TrendBandInput): readonly KeyLine[] {
  const sample = (look: typeof ownLook, name: string): KeyLine => ({
    sample: <SeriesSample look={look} />,
    words: name,
  });
  return [
    sample(ownLook, input.own.name),
    ...(input.beside ?? []).slice(0, besideLooks.length).map((one, at) => sample(besideLooks[at] ?? ownLook, one.name)),
    ...(input.target
      ? [
          {
            sample: <path d={markPath('diamond', 17, 11, 6.5)} fill={ink} />,
            words: t('pictures.trend.target', { year: input.target.year }),
          },
        ]
      : []),
    ...(input.target?.milestones?.length
      ? [
          {
            sample: <path d={markPath('diamond', 17, 11, 4.5)} fill="#ffffff" stroke={ink} />,
            words: t('pictures.trend.milestone'),
          },
        ]
      : []),
    ...(input.projection?.length ? [{ sample: sampleLine(own, 2, '6 4'), words: t('pictures.trend.pace') }] : []),
  ];
}
