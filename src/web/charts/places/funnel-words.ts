import { t } from '#language';
import { notShownOf, notShownWords, reasonWords, sentenceOf, shownOf } from './figured.ts';
import { expectedWords, type FunnelPoint } from './funnel-count.ts';
import type { FunnelInput } from './place-inputs.ts';

/** How many lie outside, how many would by chance, and where the chosen place lies. */
export function funnelWords(input: FunnelInput, points: readonly FunnelPoint[]): string {
  const without = notShownWords(input.points, input.reasons);
  if (points.length === 0) return sentenceOf([t('pictures.none-shown'), ...without]);
  const far = points.filter((point) => point.side === 'outside-99.8').length;
  const summary = t('pictures.funnel.summary', {
    target: input.target.words,
    rate: input.target.printed,
    count: points.length,
    things: input.things,
    out: far + points.filter((point) => point.side === 'outside-95').length,
    far,
    limits: input.overdispersed ? 'widened' : 'chance',
    some: expectedWords(points.length, 0.05),
    few: expectedWords(points.length, 0.002),
  });
  return sentenceOf([summary, ...chosenWords(input, points), ...without]);
}

function chosenWords(input: FunnelInput, points: readonly FunnelPoint[]): readonly string[] {
  const drawn = points.find((point) => point.code === input.chosen);
  if (drawn) {
    const { name, printed: figure, n: count, side } = drawn;
    return [t(`pictures.funnel.chosen.${side}`, { name, figure, count, denominator: input.denominator })];
  }
  const hidden = input.points.find((point) => point.code === input.chosen && !shownOf(point));
  return hidden ? [`${hidden.name}: ${reasonWords(notShownOf(hidden), input.reasons)}`] : [];
}
