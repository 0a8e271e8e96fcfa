import type { Command } from 'commander';
import { standardise } from '#statistics';
import type { Row, RowProblem } from '../statistical/rows.ts';
import { name, size, whole, word } from '../statistical/cells.ts';
import { statisticalCommand } from '../statistical/statistical-command.ts';
import type { Terminal } from '../terminal.ts';

const COLUMNS = { place: name, stratum: word, numerator: whole, denominator: size };

export function standardiseCommand(terminal: Terminal): Command {
  return statisticalCommand(terminal, {
    name: 'standardise',
    summary: 'observed against expected, allowing for who lives or learns there',
    description: [
      'Reads place,stratum,numerator,denominator and prints place,observed,expected,ratio,lower95,upper95.',
      'Expected is what a place would have, had each of its strata the rate of all rows together (indirect',
      'standardisation). Limits are exact Poisson limits of the observed count over expected. Sorted by place.',
    ].join('\n'),
    examples: ['standardise suspensions-by-phase.csv', 'standardise - < suspensions-by-phase.csv > ratios.csv'],
    rules: () => ({ columns: COLUMNS, once: [], check: eventsOfNobody }),
    answer: (rows) => ({
      keys: ['place'],
      columns: ['observed', 'expected', 'ratio', 'lower95', 'upper95'],
      rows: standardise(rows.map(({ values }) => values)).map(({ place, observed, expected, ratio }) => ({
        key: [place],
        figures: [observed, expected, ratio?.value, ratio?.at95.lower, ratio?.at95.upper],
        reason: ratio ? undefined : 'Nothing is expected here, so there is nothing to compare with.',
      })),
      notes: repeats(rows),
    }),
  });
}

function eventsOfNobody(rows: readonly Row<typeof COLUMNS>[]): readonly RowProblem[] {
  const somebody = new Set(rows.filter(({ values }) => values.denominator > 0).map(({ values }) => values.stratum));
  return rows
    .filter(({ values }) => values.numerator > 0 && !somebody.has(values.stratum))
    .map(({ line }) => ({
      line,
      name: 'denominator',
      problem: 'Nobody in the whole file is in this stratum, yet it has a numerator. Correct one of them.',
    }));
}

function repeats(rows: readonly Row<typeof COLUMNS>[]): readonly string[] {
  const pairs = new Set(rows.map(({ values }) => JSON.stringify([values.place, values.stratum])));
  const more = rows.length - pairs.size;
  return more === 0 ? [] : [`Rows added to another of the same place and stratum: ${more}`];
}
