import { expect, test } from 'vitest';
import { systemClock } from '#kernel';
import { folderWith } from '#testing';
import { findFindings, openArea } from './index.ts';

test('a row that cannot be read is told of as it stands, also where no school is known yet', async () => {
  const folder = await folderWith({ 'marks.csv': 'upn,urn,date,am,pm\n"open quote,1' });
  const open = await openArea(folder, { clock: systemClock });
  try {
    const { summary } = await findFindings(open, systemClock.now());
    expect(summary).toMatchObject([{ line: 2, column: '', value: '"open quote,1', fault: 'quotes', count: 1 }]);
  } finally {
    await open.close();
  }
});
