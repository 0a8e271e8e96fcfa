import { beforeAll, describe, expect, test } from 'vitest';
import { academicYearStarting } from '#kernel';
import type { PublishedStatistics } from '#place';
import { carriedFigures, readPdf } from '#testing';
import { inventedTerm, type ChildWeek } from './invented-term.example.ts';
import { makeGovernorsPage, renderPdf, textsOf, type PageQuestion } from './index.ts';

let published: PublishedStatistics;
beforeAll(async () => {
  published = await carriedFigures();
});

const KINDS = ['other', 'other', 'unauthorised', 'part-time', 'suspended'] as const;
const often = (children: number, weeks: number): ChildWeek[] =>
  Array.from({ length: children * weeks }, (_, index) => ({
    child: index % children,
    week: Math.floor(index / children),
    kind: KINDS[index % 5] ?? 'other',
    sessions: 1 + (index % 2),
  }));

const term = inventedTerm(120, 15, often(120, 15), {
  inside: [
    'late',
    'late-to-lesson',
    'left-lesson',
    'removed-from-lesson',
    'internal-exclusion',
    'detention-in-lesson-time',
  ].map((kind) => ({ kind, minutes: 123_456, children: 100, largest: 2000, largest_two: 4000 })),
  beyond: {
    'access-failure': { sessions: 400, children: 20, largest: 30, largest_two: 60 },
    'off-roll': { sessions: 400, children: 20, largest: 30, largest_two: 60 },
    unmarked: { sessions: 900, children: 120, largest: 10, largest_two: 20 },
  },
});

function asked(changes: Partial<PageQuestion> = {}): PageQuestion {
  return {
    school: { urn: 900_201, name: 'Fallowgate Community College', phase: 'secondary' },
    year: term.year,
    term: 'autumn',
    knownAt: term.knownAt,
    invented: false,
    now: term,
    before: { ...term, year: academicYearStarting(2023) },
    ...changes,
  };
}

const plain = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

describe('the page as PDF', () => {
  test('is one page of A4 with its title, language, structure and description, and every word in reading order', async () => {
    const page = await makeGovernorsPage(published, asked());
    const pdf = await readPdf(await renderPdf(page));
    expect(pdf).toMatchObject({ pages: 1, size: [210, 297], title: page.title, language: 'en-GB', marked: true });
    const count = (role: string): number => pdf.roles.filter((one) => one === role).length;
    expect([count('H1'), count('H2'), count('Figure'), count('Table')]).toEqual([1, 7, 1, 2]);
    expect(count('TH')).toBe(page.measures.columns.length + page.inside.columns.length);
    expect(count('TD')).toBe(page.measures.rows.flat().length + page.inside.rows.flat().length);
    expect(pdf.descriptions).toEqual([page.picture.drawing?.words]);
    let from = 0;
    for (const text of textsOf(page).map(plain)) {
      const at = pdf.text.indexOf(text, from);
      expect([text, at >= from]).toEqual([text, true]);
      from = at + text.length;
    }
  });

  test.each([
    [
      'long names and every cause',
      asked({ school: { urn: 900_201, name: 'The Right Honourable and Worshipful '.repeat(6), phase: 'all-through' } }),
    ],
    ['a name without a space', asked({ school: { urn: 900_201, name: 'Llanfair'.repeat(20), phase: 'special' } })],
    ['nothing at all', asked({ now: undefined, before: undefined })],
    ['a handful of pupils', asked({ now: inventedTerm(6, 15, []), before: undefined })],
  ])('is one page with %s', async (_, question) => {
    const page = await makeGovernorsPage(published, question);
    const pdf = await readPdf(await renderPdf(page));
    expect(pdf).toMatchObject({ pages: 1, size: [210, 297] });
    expect(pdf.text.replaceAll(' ', '')).toContain(page.title.replaceAll(' ', ''));
  });

  test.each([
    '#panic("x") *bold* $x$ `raw` @ref <label>',
    '</script><b>&amp;',
    '"] #sys.inputs /* //',
    '\\u{41} \\# ~ --- ...',
  ])('takes %s for words', async (name) => {
    const page = await makeGovernorsPage(published, asked({ school: { urn: 900_201, name, phase: 'primary' } }));
    const pdf = await readPdf(await renderPdf(page));
    expect(pdf.text).toContain(plain(`Learning time at ${name}`));
    expect(pdf.title).toBe(page.title);
  });
});

describe('what stands beside a term', () => {
  const column = async (question: PageQuestion, heading: string) => {
    const { measures } = await makeGovernorsPage(published, question);
    const at = measures.columns.indexOf(heading);
    return { measures, figures: measures.rows.map((row) => row[at]) };
  };

  test('England’s published figures for the same kind of school and the same term, with their source', async () => {
    const { measures, figures } = await column(asked(), 'England, secondary schools, 2024/25');
    // Pupil attendance in schools, autumn term 2024/25 (DfE), state-funded secondary.
    expect(figures).toEqual(['7.9%', '2.8%', '0.3%', '0.2%', '22.5%', 'not published']);
    expect(measures.notes.join(' ')).toContain('Pupil attendance in schools, autumn term 2024/25');
  });

  test('last year’s where this year’s is not published, and it says so', async () => {
    const now = { ...term, year: academicYearStarting(2025) };
    const { measures, figures } = await column(
      asked({ year: now.year, now, before: term }),
      'England, secondary schools, 2024/25',
    );
    expect(figures[0]).toBe('7.9%');
    expect(measures.notes.join(' ')).toContain('Kith holds no such figure for 2025/26');
  });

  test('nothing beside a term that is not over, with the reason', async () => {
    const { measures } = await makeGovernorsPage(published, asked({ now: { ...term, complete: false } }));
    expect(measures.columns).toHaveLength(2);
    expect(measures.notes.join(' ')).toContain('These figures are not of the whole term');
    expect(measures.notes.join(' ')).toContain('covers the autumn term of 2024/25 only');
  });

  // 18,000 sessions have a mark: a tenth of all is not too many, and a session more is.
  const untaken = (sessions: number) => ({
    ...term,
    beyond: { unmarked: { sessions, children: 120, largest: 80, largest_two: 160 } },
  });

  test('nothing beside a term in which too many registers were not taken, with one reason', async () => {
    const { measures } = await makeGovernorsPage(published, asked({ now: untaken(2001) }));
    expect(measures.columns).toHaveLength(2);
    expect(measures.notes.filter((note) => note.includes('too many registers were not taken'))).toEqual([
      'In the autumn term of 2024/25 too many registers were not taken to set it beside other figures.',
    ]);
    expect((await makeGovernorsPage(published, asked({ now: untaken(2000) }))).measures.columns).toHaveLength(4);
  });

  test('England alone where last year’s registers are those that were not taken', async () => {
    const before = { ...untaken(2001), year: academicYearStarting(2023) };
    const { measures } = await makeGovernorsPage(published, asked({ before }));
    expect(measures.columns.slice(2)).toEqual(['England, secondary schools, 2024/25']);
    expect(measures.notes.join(' ')).toContain('In the autumn term of 2023/24 too many registers were not taken');
  });

  test('no figure of England for alternative provision, which is not published by term', async () => {
    const school = { urn: 900_201, name: 'The Ropewalk Centre', phase: 'alternative-provision' } as const;
    const { measures } = await makeGovernorsPage(published, asked({ school }));
    expect(measures.notes.join(' ')).toContain('Kith holds no figure of England for alternative provision');
  });
});

test('a page of a demonstration says that nobody on it is real', async () => {
  const about = async (invented: boolean) => (await makeGovernorsPage(published, asked({ invented }))).about;
  expect(await about(true)).toContain('The school and everyone in it are invented.');
  expect(await about(false)).not.toContain('invented');
});

test('what is hidden is said to be, and no question comes with a hidden number alone', async () => {
  const few: ChildWeek[] = [
    ...often(120, 15).filter(({ kind }) => kind === 'other' || kind === 'unauthorised'),
    { child: 3, week: 2, kind: 'suspended', sessions: 6 },
  ];
  const inside = [{ kind: 'removed-from-lesson', minutes: 90, children: 3, largest: 60, largest_two: 80 }];
  const page = await makeGovernorsPage(
    published,
    asked({ now: inventedTerm(120, 15, few, { inside }), before: undefined }),
  );
  const row = (words: string) => page.measures.rows.find(([name]) => name === words)?.[1];
  expect(row('Missed: suspended or excluded')).toBe('hidden (c)');
  expect(row('Missed: part-time timetable')).toBe('0.0% (0 of 18,000)');
  expect(page.inside.rows).toEqual([['Removed from a lesson', 'hidden (c)']]);
  expect(textsOf(page).join(' ')).not.toMatch(/\b(6 of|90 minutes|3 pupils)\b/);
});
