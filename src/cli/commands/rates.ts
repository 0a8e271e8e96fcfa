import { Option, type Command } from 'commander';
import { Refusal } from '#kernel';
import { findCountRate, findProportion } from '#statistics';
import { numberAboveZero } from '../options.ts';
import { name, size, whole } from '../statistical/cells.ts';
import { statisticalCommand, tooManyOf } from '../statistical/statistical-command.ts';
import type { Terminal } from '../terminal.ts';

type RatesOptions = { readonly kind: 'proportion' | 'count'; readonly per?: number };

export function ratesCommand(terminal: Terminal): Command {
  return statisticalCommand(terminal, {
    name: 'rates',
    summary: 'rates with their intervals, from a CSV of counts',
    description: [
      'Reads place,numerator,denominator and prints place,rate,lower95,upper95,lower998,upper998.',
      'proportion: people out of people, 0 to 1, with Wilson’s score interval (1927).',
      'count: events over people or time, times --per, with exact Poisson limits (Garwood 1936).',
    ].join('\n'),
    examples: [
      'rates absent.csv --kind proportion',
      'rates suspensions.csv --kind count --per 100',
      'rates - --kind count --per 1000 < suspensions.csv',
    ],
    options: [
      new Option('--kind <kind>', 'what the numerator counts').choices(['proportion', 'count']).makeOptionMandatory(),
      new Option('--per <number>', 'how many the rate of a count is for (default: 100)').argParser(numberAboveZero),
    ],
    rules: ({ kind, per }: RatesOptions) => {
      if (kind === 'proportion' && per !== undefined) {
        throw new Refusal('usage/per', '--per goes with --kind count. A proportion is always from 0 to 1.');
      }
      return {
        columns: { place: name, numerator: whole, denominator: kind === 'count' ? size : whole },
        once: ['place'],
        check: (rows) => (kind === 'count' ? [] : tooManyOf(rows)),
      };
    },
    answer: (rows, { kind, per = 100 }) => ({
      keys: ['place'],
      columns: ['rate', 'lower95', 'upper95', 'lower998', 'upper998'],
      rows: rows.map(({ values: { place, numerator, denominator } }) => {
        const rate =
          kind === 'count' ? findCountRate(numerator, denominator, per) : findProportion(numerator, denominator);
        const figures = [rate?.value, rate?.at95.lower, rate?.at95.upper, rate?.at998.lower, rate?.at998.upper];
        return { key: [place], figures, reason: rate ? undefined : 'The denominator is 0.' };
      }),
    }),
  });
}
