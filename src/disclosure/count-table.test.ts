import { describe, expect, test } from 'vitest';
import { readCountTable, writeCountTable } from './count-table.ts';
import { protectTable } from './table.ts';

describe('a table that cannot be used is refused whole, with line and column', () => {
  test.each([
    ['nothing', '', 1, 'no-count'],
    ['no column of counts', 'school,pupils\nA,3\n', 1, 'no-count'],
    ['counts that are not last', 'count,school\n3,A\n', 1, 'no-count'],
    ['no category', 'count\n3\n', 1, 'no-count'],
    ['a column twice', 'a,a,count\nx,y,3\n', 1, 'repeated-column'],
    ['a column called reason', 'reason,count\nx,3\n', 1, 'repeated-column'],
    ['eleven dimensions', 'a,b,c,d,e,f,g,h,i,j,k,count\n', 1, 'too-many-columns'],
    ['a field too few', 'a,b,count\nx,y,3\nx,4\n', 3, 'row-length'],
    ['a blank category', 'a,count\nx,3\n ,4\n', 3, 'category'],
    ['a blank count', 'a,count\nx,3\ny,\n', 3, 'count'],
    ['a negative count', 'a,count\nx,-3\n', 2, 'count'],
    ['a fraction', 'a,count\nx,3\ny,2.5\n', 3, 'count'],
    ['a count in words', 'a,count\nx,three\n', 2, 'count'],
    ['a count that is hidden already', 'a,count\nx,c\n', 2, 'count'],
    ['a count with a comma', 'a,count\nx,"1,000"\n', 2, 'count'],
    ['a count too long to be one', 'a,count\nx,9999999999999\n', 2, 'count'],
    ['a row twice', 'a,b,count\nx,y,3\nx,z,3\nx,y,3\n', 4, 'repeated-row'],
    ['a total in small letters', 'a,count\nx,10\ny,3\ntotal,13\n', 4, 'total-spelling'],
    ['a total with an invisible letter', 'a,count\nx,10\ny,3\nTotal\u200B,13\n', 4, 'total-spelling'],
    ['a grand total', 'a,b,count\nx,y,10\nx,Grand Total,10\n', 3, 'total-spelling'],
    ['an open quotation mark', 'a,count\n"x,3\ny,4\n', 2, 'not-csv'],
  ])('%s', (_, text, line, fault) => {
    const read = readCountTable('t.csv', text);
    expect(read).toMatchObject({ kind: 'refused', problem: { file: 't.csv', fault, line } });
    expect(read.kind === 'refused' && read.problem.problem).toMatch(/^[A-Z].*\.$/);
  });
});

test('the same rows come back in the same order, as they were written', async () => {
  const text = '\uFEFFschool,sen,count\r\n"Beck, Upper",EHCP,3\r\nTotal,Total,0093\r\n"Beck, Upper",None,90\r\n';
  const read = readCountTable('t.csv', text);
  if (read.kind === 'refused') throw new Error(read.problem.problem);
  const answer = await protectTable(read.rows, 'public', 'exact');
  if (answer.kind === 'misfit') throw new Error('misfit');
  expect(writeCountTable(read, answer.table.content.rows)).toBe(
    'school,sen,count,reason\n"Beck, Upper",EHCP,c,primary\nTotal,Total,93,\n"Beck, Upper",None,c,secondary\n',
  );
});

test('a header alone is an empty table', async () => {
  const read = readCountTable('t.csv', 'a,count\n');
  if (read.kind === 'refused') throw new Error(read.problem.problem);
  const answer = await protectTable(read.rows, 'public');
  expect(answer).toMatchObject({ kind: 'protected', table: { content: { rows: [], primary: 0, secondary: 0 } } });
});
