import { protectTable, type ProtectedTable } from '#disclosure';
import { attack, type PrintedRow, type Reader } from './attacker.ts';
import { randomCountTable, type RandomCountTable } from './random-count-table.ts';

/** A random table protected and attacked by both readers. Undefined where its totals do not fit the rows that are left. */
export async function attackRandomTable(seed: number, dimensions: number, most: number) {
  const table = randomCountTable(seed, dimensions, most);
  const answer = await protectTable(table.rows, 'public', 'exact');
  if (answer.kind === 'misfit') return undefined;
  const { content } = answer.table;
  const plain = await tooNarrow(table, printedRows(content), 'plain');
  const knowing = await tooNarrow(table, printedRows(content), 'knows-the-rule');
  const knowingWhereAllIsHidden =
    knowing.length === 0 ? [] : await tooNarrow(table, allHidden(table), 'knows-the-rule');
  return { content, plain, knowing, knowingWhereAllIsHidden };
}

export function printedRows({ rows }: ProtectedTable): readonly PrintedRow[] {
  return rows.map(({ categories, figure }) =>
    figure.kind === 'shown'
      ? { categories, printed: String(figure.value), reason: '' }
      : { categories, printed: figure.symbol, reason: figure.reason },
  );
}

function allHidden({ rows }: RandomCountTable): readonly PrintedRow[] {
  return rows.map(({ categories, count }) =>
    count === 0
      ? { categories, printed: '0', reason: '' }
      : { categories, printed: 'c', reason: count <= 7 ? 'primary' : 'secondary' },
  );
}

/** Rows that the attacker bounds closer than 5. The truth must lie between the bounds, or the attack itself is wrong. */
async function tooNarrow(
  { rows, absent }: RandomCountTable,
  printed: readonly PrintedRow[],
  reader: Reader,
): Promise<readonly number[]> {
  const found = await attack(printed, reader, absent);
  const wrong = found.find(({ row, least, most }) => (rows[row]?.count ?? 0) < least || (rows[row]?.count ?? 0) > most);
  if (wrong) throw new Error(`the attack shut out the truth of row ${wrong.row}`);
  return found.filter(({ least, most }) => most - least < 5).map(({ row }) => row);
}
