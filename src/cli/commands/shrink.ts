import type { Command } from 'commander';
import { shrinkRates } from '#statistics';
import { name, size, whole } from '../statistical/cells.ts';
import { statisticalCommand } from '../statistical/statistical-command.ts';
import type { Terminal } from '../terminal.ts';

export function shrinkCommand(terminal: Terminal): Command {
  return statisticalCommand(terminal, {
    name: 'shrink',
    summary: 'steadier figures for small places, drawn towards the common mean',
    description: [
      'Reads place,numerator,denominator (events over expected events, or over people) and prints',
      'place,raw,shrunk,weight by gamma–Poisson empirical Bayes (Marshall 1991, global). A weight of 1 leaves a place',
      'its own figure, 0 gives it the common mean.',
    ].join('\n'),
    examples: ['shrink observed-expected.csv', 'shrink - < observed-expected.csv'],
    rules: () => ({
      columns: { place: name, numerator: whole, denominator: size },
      once: ['place'],
      check: (rows) =>
        rows
          .filter(({ values }) => values.denominator === 0 && values.numerator > 0)
          .map(({ line }) => ({
            line,
            name: 'denominator',
            problem: 'It is 0 although there is a numerator. Correct one of them.',
          })),
    }),
    answer: (rows) => ({
      keys: ['place'],
      columns: ['raw', 'shrunk', 'weight'],
      rows: shrinkRates(rows.map(({ values }) => values)).places.map((place, at) => ({
        key: [rows[at]?.values.place ?? ''],
        figures: [place?.raw, place?.shrunk, place?.weight],
        reason: place ? undefined : 'The denominator is 0.',
      })),
    }),
  });
}
