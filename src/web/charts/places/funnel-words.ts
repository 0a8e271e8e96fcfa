import { notShownOf, notShownWords, reasonWords, shownOf } from './figured.ts';
import { expectedWords, type FunnelPoint, type FunnelSide } from './funnel-count.ts';
import type { FunnelInput } from './place-inputs.ts';
import { printed } from '../scale.ts';

const sides: Readonly<Record<FunnelSide, string>> = {
  inside: 'within the 95% limits',
  'outside-95': 'between the 95% and the 99.8% limits',
  'outside-99.8': 'outside the 99.8% limits',
};

/** How many lie outside, how many would by chance, and where the chosen place lies. */
export function funnelWords(input: FunnelInput, points: readonly FunnelPoint[]): string {
  const without = notShownWords(input.points, input.reasons);
  if (points.length === 0) return `There is no figure that may be shown${without}.`;
  const far = points.filter((point) => point.side === 'outside-99.8').length;
  const out = far + points.filter((point) => point.side === 'outside-95').length;
  const all = `${printed(points.length)} ${input.things}`;
  const expected = `${input.overdispersed ? 'limits widened for what differs between places besides chance; within that ' : 'by chance '}one would expect ${expectedWords(points.length, 0.05)} and ${expectedWords(points.length, 0.002)}`;
  return `${input.target.words} ${input.target.printed}; of ${all}, ${printed(out)} outside the 95% limits, ${printed(far)} of them outside the 99.8% limits too (${expected})${chosenWords(input, points)}${without}.`;
}

function chosenWords(input: FunnelInput, points: readonly FunnelPoint[]): string {
  const drawn = points.find((point) => point.code === input.chosen);
  if (drawn)
    return `; ${drawn.name}, ${drawn.printed} of ${printed(drawn.n)} ${input.denominator}, is ${sides[drawn.side]}`;
  const hidden = input.points.find((point) => point.code === input.chosen && !shownOf(point));
  return hidden ? `; ${hidden.name}: ${reasonWords(notShownOf(hidden), input.reasons)}` : '';
}
