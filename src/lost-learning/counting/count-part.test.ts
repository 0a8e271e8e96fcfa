import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { quoted, Warehouse } from '#store';
import { workFolder } from '#testing';
import { childrenFile } from '../folded/open-folded.ts';
import { emptyChildRows, type EnrolmentRows } from './child-rows.ts';
import { makeRowFolders, offerRows, writeRows } from './count-part.ts';

test('who has no session has no row, and every enrolment with a possible one stands beside its own child', async () => {
  const folder = await workFolder();
  const to = join(folder, 'account');
  const warehouse = await Warehouse.open({ folders: [folder] });
  try {
    await mkdir(join(folder, 'children'));
    await warehouse.run(
      `copy (select unnest(['ANN', 'BEN', 'CAT', 'DAN']) as upn) to ${childrenFile({ folder }, '801')} (format parquet)`,
    );
    await makeRowFolders(to);
    const rows = emptyChildRows(4, 2);
    // Ann has two enrolments, Ben no session, Cat sessions of which none is possible, and Dan two enrolments again.
    rows.count = 4;
    rows.calendar.set([60, 0, 4, 25]);
    enrol(rows.first, 0, 900001, [40, 3, 1]);
    enrol(rows.first, 3, 900002, [20, 0, 1]);
    rows.furtherCount = 2;
    rows.furtherChild.set([0, 3]);
    enrol(rows.further, 0, 900003, [20, 2, 8]);
    enrol(rows.further, 1, 900004, [5, 0, 0]);
    offerRows(warehouse, rows);
    await writeRows(warehouse, { folder }, '801', to);
    const read = async (name: string, columns: string, order: string): Promise<readonly unknown[]> =>
      (
        await warehouse.rows(
          `select ${columns} from read_parquet(${quoted(join(to, name, '*.parquet'))}, hive_partitioning = false) order by ${order}`,
        )
      ).map((row) => Object.values(row).join(' '));
    expect(await read('child', 'upn, calendar', 'upn')).toEqual(['ANN 60', 'CAT 4', 'DAN 25']);
    expect(await read('enrolment', '*', 'urn')).toEqual([
      '900001 ANN 40 3 1 4 1 0',
      '900002 DAN 20 0 1 1 0 0',
      '900003 ANN 20 2 8 10 1 1',
      '900004 DAN 5 0 0 0 0 0',
    ]);
  } finally {
    warehouse.close();
  }
});

function enrol(rows: EnrolmentRows, at: number, urn: number, sessions: readonly [number, number, number]): void {
  rows.urn[at] = urn;
  [rows.possible[at], rows.authorised[at], rows.unauthorised[at]] = sessions;
}
