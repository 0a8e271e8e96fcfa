import { LRUCache } from 'lru-cache';
import { spokenLanguage } from '#language';
import type { Chart } from './chart.ts';
import type { ChartInput } from './inputs.ts';

/** Characters of all charts that are kept: those of some hundred schools. */
const MOST = 32_000_000;

const drawn = new LRUCache<string, Chart>({
  maxSize: MOST,
  sizeCalculation: ({ svg, summary }, key) => key.length + svg.length + summary.length,
});

/** Kinds of charts so far: what a program that is packed calls a function is not always its own name. */
let kinds = 0;

/**
 * Keeps what a chart made of its input: a school’s page is opened again and again, and drawing is most of what it costs. A
 * chart knows nothing but its input and the language that is spoken, so of the same two it is the same for whoever asks.
 * For charts of a group: of one child nothing is kept, since whether it was kept would tell that somebody had looked.
 */
export function kept<Input extends ChartInput>(draw: (input: Input) => Chart): (input: Input) => Chart {
  const kind = (kinds += 1);
  return (input) => {
    const key = `${kind} ${spokenLanguage()} ${JSON.stringify(input)}`;
    const before = drawn.get(key);
    if (before) return before;
    const chart = draw(input);
    drawn.set(key, chart);
    return chart;
  };
}
