import { truncate } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { calendarDate, dayNumber, endOfDay, firstDay, fixedClock } from '#kernel';
import { areaAt, importFiles, listAreaFiles, openStore } from '#exchange/area-files';
import { askChild, askLedger, closeChildCounter, countAccount, findChildRow, openChildCounter } from '#lost-learning';
import { folderWith, randomArea, today, upnWith } from '../index.ts';

/** After everything that was recorded, so that the folded register is kept. */
const clock = fixedClock(endOfDay(calendarDate('2040-01-01')));
const nobody = upnWith('999999999999');

// More children than a block of their places holds, in two authorities and in both at once.
test('a child asked for alone has the row that it has among all', async () => {
  const files = randomArea(1003, { children: 700, schools: 5, days: 8 });
  const folder = await folderWith(Object.fromEntries(files.map(({ name, text }) => [name, text])));
  const area = areaAt(join(folder, 'store'));
  await importFiles(area, await listAreaFiles(folder), { clock, by: 'tester' });
  const open = await openStore(area, {});
  try {
    const asking = { source: open, question: {}, clock, onProgress: () => undefined };
    const all = await askLedger(asking, 'child');
    const { folded, answered } = await countAccount(open, {}, clock);
    expect(folded.parts.map(({ part }) => part)).toContain('across');
    expect(Math.max(...folded.parts.map(({ children }) => children))).toBeGreaterThan(256);
    const asOfDay = dayNumber(answered.asOf ?? calendarDate(today)) - dayNumber(firstDay(answered.year));
    const own = openChildCounter(folded, asOfDay);
    try {
      for (const row of all.table.rows.filter((_, at) => at % 16 === 0))
        expect(findChildRow(own, upnWith(String(row['upn']).slice(1)))).toEqual(row);
      expect(findChildRow(own, nobody)).toBeUndefined();
      // Cut short behind its back; whoever asks next has it made again.
      for (const { part } of folded.parts) await truncate(join(folded.folder, 'years', `part=${part}.words`), 2);
      const some = upnWith(String(all.table.rows[0]?.['upn']).slice(1));
      expect(() => findChildRow(own, some)).toThrow('folded/years');
    } finally {
      closeChildCounter(own);
    }

    const last = all.table.rows.at(-1);
    const one = await askChild(asking, upnWith(String(last?.['upn']).slice(1)));
    expect(one).toEqual({ answered: all.answered, table: { columns: all.table.columns, rows: [last] } });
    expect(await askChild(asking, nobody)).toBeUndefined();
  } finally {
    await open.close();
  }
});
