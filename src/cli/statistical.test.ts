import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { csvLine } from '#kernel';
import { folderWith, workFolder } from '#testing';
import { kith, type Said } from './kith.example.ts';

/** A command over a file that holds this text. */
async function over(text: string | Uint8Array, command: string, ...options: readonly string[]): Promise<Said> {
  const path = join(await workFolder(), 'in.csv');
  await writeFile(path, text);
  return kith(command, path, ...options);
}

const HEADER = 'place,numerator,denominator\n';

describe('the guide', () => {
  /** Its examples: one or two tables, the command, the answer. */
  async function examples(): Promise<
    readonly (readonly [command: string, tables: readonly string[], answer: string])[]
  > {
    const guide = await readFile(join(import.meta.dirname, '../../docs/guides/checking-methods.md'), 'utf8');
    const blocks = [...guide.matchAll(/```(csv|sh)\n([\s\S]*?)```/g)].map(([, kind, text = '']) => ({ kind, text }));
    return blocks.flatMap(({ kind, text }, at) => {
      if (kind !== 'sh') return [];
      const before = blocks.slice(0, at);
      const start = before.findLastIndex((one) => one.kind === 'sh') + 1;
      const tables = before.slice(start === 0 ? 0 : start + 1).map((one) => one.text);
      return [[text.trim().replace(/^kith /, ''), tables, blocks[at + 1]?.text ?? ''] as const];
    });
  }

  test('prints what the commands print', async () => {
    const all = await examples();
    expect(all).toHaveLength(8);
    for (const [command, [table = '', margins = ''], answer] of all) {
      const folder = await folderWith({ 'in.csv': table, 'margins.csv': margins });
      const words = command.split(' ').map((word) => (word.endsWith('.csv') ? join(folder, word) : word));
      expect(await kith(...words)).toMatchObject({ status: 0, out: answer });
    }
  });
});

describe('the columns, in the order of the contract', () => {
  test.each([
    [['rates', '--kind', 'proportion'], HEADER, 'place,rate,lower95,upper95,lower998,upper998'],
    [['rates', '--kind', 'count'], HEADER, 'place,rate,lower95,upper95,lower998,upper998'],
    [['standardise'], 'place,stratum,numerator,denominator\n', 'place,observed,expected,ratio,lower95,upper95'],
    [
      ['funnel', '--kind', 'proportion'],
      HEADER,
      'place,rate,target,lower95,upper95,lower998,upper998,z,phi,z_adjusted,tau,z_random',
    ],
    [['shrink'], HEADER, 'place,raw,shrunk,weight'],
    [['discoveries'], 'place,p\n', 'place,q_value,discovered'],
  ])('%s', async ([command = '', ...options], header, columns) => {
    expect(await over(header, command, ...options)).toEqual({ status: 0, out: `${columns}\n`, err: '' });
  });

  test('dispersion', async () => {
    const { out } = await over('place,observed,expected\na,4,2\nb,2,2\n', 'dispersion');
    expect(out).toBe('places,scv,lower95,upper95\n2,0,-0.5,0.5\n');
  });
});

describe('what can be read', () => {
  test('a byte order mark, carriage returns, quotes, blank lines, spaces, other columns, columns in any order', async () => {
    const text =
      '\uFEFFdenominator,note, place ,numerator\r\n60,x,"Beck, ""Lane""", 15\r\n\r\n100,,"two\nlines",5.0\r\n';
    const { status, out, err } = await over(text, 'rates', '--kind', 'proportion');
    expect(status).toBe(0);
    expect(out.startsWith('place,rate')).toBe(true);
    expect(out).toContain('\n"Beck, ""Lane""",0.25,0.157765225301,');
    expect(out).toContain('\n"two\nlines",0.05,0.0215436791544,');
    expect(err).toBe('Columns not used: note\n');
  });

  test('standard input, through the real program', async () => {
    const program = join(import.meta.dirname, '../../bin/kith.js');
    const out = await new Promise<string>((done, fail) => {
      const child = execFile(process.execPath, [program, 'rates', '-', '--kind', 'count'], (error, stdout) =>
        error ? fail(new Error(error.message)) : done(stdout),
      );
      child.stdin?.end(`${HEADER}a,0,100\n`);
    });
    expect(out).toBe('place,rate,lower95,upper95,lower998,upper998\na,0,0,3.68887945411,0,6.90775527898\n');
  });

  test('counts of many millions', async () => {
    const { out } = await over(`${HEADER}a,10000000,1\n`, 'rates', '--kind', 'count', '--per', '1');
    expect(out).toContain('\na,10000000,9993802.99688,10006199.8977,9990230.67719,10009776.023\n');
    const funnel = await over(`${HEADER}a,345000,10000000\nb,345000,10000000\n`, 'funnel');
    expect(funnel.out).toContain(
      '\na,0.0345,0.0345,0.0343868755487,0.0346131126186,0.03432173117,0.0346784341534,0,0,0,0,0\n',
    );
  });

  test('a name like a formula is kept, and said', async () => {
    const { out, err } = await over(`${HEADER}=1+1,1,2\n`, 'shrink');
    expect(out).toContain('\n=1+1,0.5,');
    expect(err).toBe('1 row has a name that begins like a formula. In a spreadsheet, import that column as text.\n');
  });
});

describe('numbers as they are printed', () => {
  test('small ones have an exponent, and 0 has no sign', async () => {
    expect((await over('place,p\na,1e-7\nb,0\nc,0.1234567890123\n', 'discoveries')).out).toBe(
      'place,q_value,discovered\na,1.5e-7,true\nb,0,true\nc,0.123456789012,false\n',
    );
  });
});

describe('what cannot be computed is empty, with a reason', () => {
  test.each([
    ['rates', ['--kind', 'proportion'], `${HEADER}a,1,2\nb,0,0\n`, 'b,,,,,,The denominator is 0.'],
    ['rates', ['--kind', 'count'], `${HEADER}b,3,0\n`, 'b,,,,,,The denominator is 0.'],
    [
      'funnel',
      [],
      `${HEADER}a,1,2\nb,1,4\nc,0,0\n`,
      /^c,,0\.333333333333,,,,,,[\d.]+,,[\d.]+,,The denominator is 0\.$/,
    ],
    ['funnel', [], `${HEADER}a,0,2\nb,0,4\n`, /^a,0,0,0,0,0,0,,,,,,"All places together are at 0 or 1/],
    ['funnel', [], `${HEADER}a,1,2\n`, /^a,0\.5,0\.5,[\d.,]+,0,0,0,,,One place cannot show/],
    ['shrink', [], `${HEADER}a,1,2\nb,0,0\n`, 'b,,,,The denominator is 0.'],
    ['standardise', [], 'place,stratum,numerator,denominator\na,x,0,9\n', /^a,0,0,,,,"Nothing is expected here/],
    ['dispersion', [], 'place,observed,expected\na,1,2\n', /^1,-0\.25,,,"There are fewer than 2 places/],
    ['dispersion', [], 'place,observed,expected\n', '0,,,,There is no place.'],
  ] as const)('%s %j %j', async (command, options, text, row) => {
    const { status, out } = await over(text, command, ...options);
    const lines = out.trimEnd().split('\n');
    expect(status).toBe(0);
    expect(lines[0]).toMatch(/,reason$/);
    expect(lines.some((line) => (typeof row === 'string' ? line === row : row.test(line)))).toBe(true);
    expect(new Set(lines.map((line) => parse(line).flat().length)).size).toBe(1);
  });
});

describe('one row that cannot be used refuses the whole file, with line and column', () => {
  const proportion = ['rates', '--kind', 'proportion'];
  const observed = 'place,observed,expected\n';
  test.each([
    [proportion, `${HEADER}a,1,2\nb,x,2\n`, 'in.csv, line 3, column 2 (numerator): “x”. Enter a whole number'],
    [proportion, `${HEADER}a,-1,2\n`, 'line 2, column 2 (numerator): “-1”. It is below 0.'],
    [proportion, `${HEADER}a,1.5,2\n`, 'line 2, column 2 (numerator)'],
    [proportion, `${HEADER}a,1e3,2000\n`, 'Write all its digits'],
    [proportion, `${HEADER}a,"1,000",2000\n`, 'Leave out the thousands separator.'],
    [proportion, `${HEADER}a,1 000,2000\n`, 'Leave out the thousands separator.'],
    [proportion, `${HEADER}a,NaN,2\n`, '“NaN”'],
    [proportion, `${HEADER}a,Infinity,2\n`, '“Infinity”'],
    [proportion, `${HEADER}a,99999999999,99999999999\n`, 'too large'],
    [proportion, `${HEADER}a,1,\n`, 'column 3 (denominator): “”. It is empty.'],
    [proportion, `${HEADER} ,1,2\n`, 'column 1 (place)'],
    [proportion, `${HEADER}a,3,2\n`, 'It is more than its denominator, 2.'],
    [proportion, `${HEADER}a,1,2\nb,1,2\na,1,2\n`, 'line 4, column 1 (place): “a”. It stands on line 2 too.'],
    [proportion, `${HEADER}a,1,2\nb,1\n`, 'line 3, column 3 (denominator): “”. The row has 2 fields and the header 3.'],
    [proportion, `${HEADER}a,1,2,9\n`, 'line 2, column 4: “9”. The row has 4 fields'],
    [proportion, `${HEADER}a,1,2\n"b,1,2\nc,1,2\n`, 'line 3, column 1: “"b,1,2”. A quotation mark is not closed'],
    [proportion, `${HEADER}"a\r\nb",1,2\r\nc "d",1,2\r\n`, 'line 4, column 1: “c "d",1,2”. A quotation mark'],
    [proportion, `${HEADER}"a\r\nb",1,2\r\n"c\r\n\r\nd",1,2\r\ne,x,2\r\n`, 'line 7, column 2 (numerator)'],
    [proportion, `${HEADER}"two\nlines",1,2\nb,x,2\n`, 'line 4, column 2 (numerator)'],
    [proportion, `${HEADER}"two\nlines",x,2\n`, 'line 2, column 2 (numerator)'],
    [proportion, `${HEADER}"two\r\nlines",x,2\r\n`, 'line 2, column 2 (numerator)'],
    [['rates', '--kind', 'count'], `${HEADER}a,1,-2\n`, 'column 3 (denominator): “-2”'],
    [['rates', '--kind', 'count'], `${HEADER}a,1,1e-300\n`, 'too close to 0'],
    [['funnel'], `${HEADER}a,3,2\n`, 'It is more than its denominator'],
    [['shrink'], `${HEADER}a,3,0\n`, 'It is 0 although there is a numerator.'],
    [['standardise'], 'place,stratum,numerator,denominator\na,x,1,0\n', 'Nobody in the whole file is in this stratum'],
    [['standardise'], 'place,stratum,numerator,denominator\na,,1,9\n', 'column 2 (stratum)'],
    [['dispersion'], `${observed}a,1,0\n`, 'line 2, column 3 (expected): “0”. Enter a number above 0'],
    [['discoveries'], 'place,p\na,1.01\n', 'line 2, column 2 (p): “1.01”. Enter a probability'],
    [['discoveries'], 'place,p\na,NaN\n', '“NaN”'],
  ])('%j %j', async ([command = '', ...options], text, sentence) => {
    const { status, out, err } = await over(text, command, ...options);
    expect({ status, out }).toEqual({ status: 1, out: '' });
    expect(err).toContain(sentence);
    expect(err).toMatch(/\.\n$/);
  });

  test.each([
    ['', 'is empty'],
    ['\uFEFF\r\n', 'is empty'],
    ['place,numerator\na,1\n', 'there is no column denominator'],
    ['place,numerator,denominator,place\na,1,2,b\n', 'column 4: a second column is called place'],
    [Uint8Array.of(0x70, 0xff, 0x2c), 'UTF-8'],
    [Uint8Array.of(0x50, 0x4b, 3, 4), 'spreadsheet'],
    ['place\0,numerator,denominator\n', 'not text'],
  ])('%j', async (text, sentence) => {
    const { status, out, err } = await over(text, ...(['rates', '--kind', 'count'] as const));
    expect({ status, out }).toEqual({ status: 1, out: '' });
    expect(err).toContain(sentence);
  });

  test('the first twelve problems are told, and how many there are', async () => {
    const rows = Array.from({ length: 15 }, (_, at) => `p${at},x,1\n`).join('');
    const { err } = await over(HEADER + rows, 'shrink');
    expect(err.trimEnd().split('\n')).toHaveLength(14);
    expect(err).toContain('and 3 more.');
  });
});

describe('raking', () => {
  const respondents = 'id,sex,year\na,F,7\nb,M,8\nc,F,8\nd,M,7\n';
  const margins = 'variable,category,total\nsex,F,6\nsex,M,4\n';

  async function raked(answers: string, totals: string): Promise<Said> {
    const folder = await folderWith({ 'answers.csv': answers, 'totals.csv': totals });
    return kith('rake', join(folder, 'answers.csv'), '--margins', join(folder, 'totals.csv'));
  }

  test('each stands for a part of its total', async () => {
    expect(await raked(respondents, margins)).toEqual({
      status: 0,
      out: 'id,weight\na,3\nb,2\nc,3\nd,2\n',
      err: 'Columns not used: year\n',
    });
  });

  test.each([
    [respondents, `${margins}sex,X,1\n`, 'totals.csv, line 4, column category: nobody who answered has sex “X”'],
    [`${respondents}e,,7\n`, margins, 'answers.csv, line 6, column 2 (sex): “”.'],
    [`${respondents}e,X,7\n`, margins, 'answers.csv, line 6, column 2 (sex): “X”. The margins have no total for it.'],
    [`${respondents}a,F,7\n`, margins, 'line 6, column 1 (id): “a”. It stands on line 2 too.'],
    [respondents, `${margins}area,x,1\n`, 'totals.csv, line 4, column 1 (variable): “area”.'],
    [respondents, `${margins}id,a,1\n`, 'totals.csv, line 4, column 1 (variable): “id”.'],
    [respondents, `${margins}sex,F,1\n`, 'totals.csv, line 4, column 1 (variable): “sex”. It stands on line 2 too.'],
    [respondents, `${margins}year,7,0\nyear,8,0\n`, 'All totals of this variable are 0.'],
    [respondents, 'variable,category,total\n', 'has no totals'],
    [respondents, 'variable,category,total\nsex,F,x\n', 'totals.csv, line 2, column 3 (total): “x”.'],
    ['id,sex,year\n', margins, 'nobody who answered has sex “F”'],
    ['id,sex,year\na,F,7\nb,M,8\n', `${margins}year,7,1\nyear,8,9\n`, 'No weights come to all the totals'],
  ])('%j with %j is refused', async (answers, totals, sentence) => {
    const { status, out, err } = await raked(answers, totals);
    expect({ status, out }).toEqual({ status: 1, out: '' });
    expect(err).toContain(sentence);
  });

  test('two files cannot both come from standard input', async () => {
    expect(await kith('rake', '-', '--margins', '-')).toMatchObject({ status: 2, out: '' });
  });
});

test.each([
  ['rates', 'in.csv'],
  ['rates', 'in.csv', '--kind', 'ratio'],
  ['rates', 'in.csv', '--kind', 'proportion', '--per', '100'],
  ['rates', 'in.csv', '--kind', 'count', '--per', '0'],
  ['rates', 'in.csv', '--kind', 'count', '--per', '-1'],
  ['discoveries', 'in.csv', '--q', '5'],
  ['dispersion', 'in.csv', '--seed', 'x'],
  ['rake', 'in.csv'],
  ['funnel'],
])('wrong usage is status 2: %s %s %s %s', async (...args) => {
  const { status, out, err } = await kith(...args);
  expect({ status, out }).toEqual({ status: 2, out: '' });
  expect(err).not.toBe('');
});

test('a file that is not there is refused', async () => {
  expect(await kith('shrink', 'nowhere.csv')).toMatchObject({ status: 1, out: '' });
});

test.each(['rates', 'standardise', 'funnel', 'shrink', 'dispersion', 'discoveries', 'rake'])(
  '%s explains itself with examples',
  async (command) => {
    const { status, out } = await kith(command, '--help');
    expect(status).toBe(0);
    expect(out).toContain('Examples:');
    expect((await kith('--help')).out).toContain(`  ${command} `);
  },
);

test('all authorities pooled are what the Department for Education printed for England', async () => {
  const packed = await readFile(
    join(import.meta.dirname, '../../data/pupil-absence/three-terms-2006-07-to-2018-19.csv.gz'),
  );
  const rows: Record<string, string>[] = parse(gunzipSync(packed), { columns: true, bom: true });
  const latest = rows.filter((row) => row['time_period'] === '201819' && row['school_type'] === 'Total');
  const england = latest.find((row) => row['geographic_level'] === 'National');
  const authorities = latest.filter((row) => /^Local authority$/i.test(row['geographic_level'] ?? ''));
  expect(authorities.length).toBeGreaterThan(140);
  const table = authorities.map((row) =>
    csvLine([row['new_la_code'] ?? '', row['enrolments_pa_10_exact'] ?? '', row['enrolments'] ?? '']),
  );
  const { out } = await over(HEADER + table.join(''), 'funnel', '--kind', 'proportion');
  const answers: Record<string, string>[] = parse(out, { columns: true });
  expect((100 * Number(answers[0]?.['target'])).toFixed(1)).toBe(
    Number(england?.['enrolments_pa_10_exact_percent']).toFixed(1),
  );
  // Each authority's rate is the one printed beside it, too.
  answers.forEach((answer, at) => {
    const printed = Number(authorities[at]?.['enrolments_pa_10_exact_percent']);
    expect(Math.abs(100 * Number(answer['rate']) - printed)).toBeLessThan(0.051);
  });
  // Authorities differ by far more than chance: pupils are clustered in schools and places.
  expect(Number(answers[0]?.['phi'])).toBeGreaterThan(20);
});
