import { Validator } from '@seriousme/openapi-schema-validator';
import { parse } from 'csv-parse/sync';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseHTML } from 'linkedom';
import { z } from 'zod';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { instantOf } from '#kernel';
import { figureSchema, listReleases, publishOpenData, readReleaseFile, type OpenRelease } from '#exchange/open-data';
import { closedAccess, publishedArea, workedArea, type PublishedArea } from '#testing';
import { createWeb } from '../server.tsx';
import { htmlFaults } from '../layout/html-faults.ts';
import { ENDPOINTS } from './endpoints.ts';

const LICENCE = 'Ours, version 1';
let area: PublishedArea;
let web: ReturnType<typeof createWeb>;
let releases: readonly OpenRelease[] = [];

beforeAll(async () => {
  area = await publishedArea(workedArea, { now: instantOf(Date.parse('2026-11-26T09:00:00Z')) });
  const { folder } = area.web.area;
  await publishOpenData(folder, area.web.clock, { licence: LICENCE, dryRun: false });
  releases = await listReleases(folder.path);
  const closed = (): never => {
    throw new Error('the public asked about a child');
  };
  const access = closedAccess('the public asked about a child');
  web = createWeb({ ...area.web, access, account: closed });
}, 120_000);
afterAll(() => area.close());

const get = (path: string, headers: Readonly<Record<string, string>> = {}) =>
  web.request(`http://localhost${path}`, { headers });

const someRows = z.object({
  rows: z.array(z.unknown()),
  total: z.number(),
  page_size: z.number(),
  next: z.string().nullable(),
});
const figureRows = z.object({ rows: z.array(figureSchema), total: z.number() });
const figureFile = z.object({ figures: z.array(figureSchema) });
const problemBody = z.object({ type: z.string(), status: z.number(), detail: z.string() });

async function read<T extends z.ZodType>(schema: T, path: string): Promise<z.infer<T>> {
  return schema.parse(await (await get(path)).json());
}

const EXAMPLES: Readonly<Record<string, string>> = {
  '/api/v1': '/api/v1',
  '/api/v1/data-sets': '/api/v1/data-sets?page_size=1',
  '/api/v1/data-sets/{data_set}/{version}': '/api/v1/data-sets/absence/2024-25.1',
  '/api/v1/data-sets/{data_set}/{version}/figures': '/api/v1/data-sets/lost-learning/2024-25.1/figures?topic=Sex',
  '/api/v1/data-sets/{data_set}/{version}/files/{format}': '/api/v1/data-sets/absence/2024-25.1/files/parquet',
  '/api/v1/measures': '/api/v1/measures?topic=absence',
  '/api/v1/measures/{measure}': '/api/v1/measures/overall-absence',
  '/api/v1/measures/{measure}/files/{format}': '/api/v1/measures/plans-within-20-weeks/files/csvw',
  '/api/v1/observations': '/api/v1/observations?measure=overall-absence&place=E92000001&period=2023/24&group=any',
};

describe('the API', () => {
  test('is described by a valid OpenAPI document that lists every address', async () => {
    const answer = await get('/api/v1/openapi.json');
    const document = z.looseObject({ paths: z.record(z.string(), z.unknown()) }).parse(await answer.json());
    const result = await new Validator().validate(structuredClone(document));
    expect(result).toMatchObject({ valid: true });
    expect(Object.keys(document.paths)).toEqual(ENDPOINTS.map(({ path }) => path));
    expect(Object.keys(EXAMPLES)).toEqual(ENDPOINTS.map(({ path }) => path));
  });

  test.each(ENDPOINTS.map((endpoint) => [endpoint.path, endpoint] as const))(
    '%s answers as it says',
    async (path, endpoint) => {
      const answer = await get(EXAMPLES[path] ?? '');
      expect(answer.status).toBe(200);
      if (!endpoint.answer) return;
      const body: unknown = await answer.json();
      expect(endpoint.answer.safeParse(body).error).toBeUndefined();
      const list = someRows.safeParse(body);
      expect(list.data?.rows).not.toEqual([]);
    },
  );

  test.each(Object.values(EXAMPLES))('%s need not be sent twice', async (path) => {
    const first = await get(path);
    const etag = first.headers.get('etag') ?? '';
    expect(etag).toMatch(/^"[\w-]{43}"$/);
    const isArea = path === '/api/v1' || path.startsWith('/api/v1/data-sets');
    expect(first.headers.get('cache-control')).toBe(isArea ? 'public, no-cache' : 'public, max-age=300');
    for (const known of [etag, `"other", W/${etag}`, '*']) {
      const again = await get(path, { 'if-none-match': known });
      expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([304, '', etag]);
    }
    expect((await get(path, { 'if-none-match': '"other"' })).status).toBe(200);
  });

  test('gives its pages one after another, each row once', async () => {
    const all = await read(someRows, '/api/v1/measures?page_size=1000');
    const rows: unknown[] = [];
    let next: string | null = '/api/v1/measures?page_size=60';
    while (next !== null) {
      const page: z.infer<typeof someRows> = await read(someRows, next);
      rows.push(...page.rows);
      ({ next } = page);
    }
    expect(rows).toEqual(all.rows);
    expect(rows).toHaveLength(all.total);
    expect((await read(someRows, '/api/v1/measures?page_size=999999')).page_size).toBe(1000);
  });

  test.each([
    ['/api/v1/data-sets?page=0', 400],
    ['/api/v1/data-sets?page=1e3', 400],
    ['/api/v1/data-sets?page=-1', 400],
    ['/api/v1/data-sets?page=1&page=2', 400],
    ['/api/v1/data-sets?where=1=1', 400],
    ['/api/v1/data-sets?__proto__=x', 400],
    ['/api/v1/observations', 400],
    ['/api/v1/observations?measure=overall-absence&place=%27%20or%201=1', 400],
    ['/api/v1/observations?measure=overall-absence&period=never', 400],
    ['/api/v1/observations?measure=overall-absence&group=left-handed', 400],
    ['/api/v1/observations?measure=overall-absence&school_type=x', 400],
    [`/api/v1/observations?measure=${'x'.repeat(200)}`, 400],
    ['/api/v1/observations?measure=none', 404],
    ['/api/v1/measures?topic=none', 400],
    ['/api/v1/measures/none', 404],
    ['/api/v1/data-sets/absence/2024-25.2', 404],
    ['/api/v1/data-sets/absence/..%2F..%2Fopen-data-true-numbers', 404],
    ['/api/v1/data-sets/..%2Fabsence/2024-25.1/files/csv', 404],
    ['/api/v1/data-sets/absence/2024-25.1/files/..%2Frelease.json', 400],
    ['/api/v1/data-sets/absence/2024-25.1/figures?school=900100', 400],
    ['/api/v2/data-sets', 404],
    ['/api/v1/children', 404],
  ])('%s is refused in a sentence', async (path, status) => {
    const answer = await get(path);
    expect(answer.status).toBe(status);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    const problem = problemBody.parse(await answer.json());
    expect(problem).toMatchObject({ status, type: 'about:blank' });
    expect(problem.detail).toMatch(/^[A-Z/].*\.$/);
  });
});

describe('a release', () => {
  test('has the same figures in the API, the page, the CSV and the JSON', async () => {
    for (const release of releases) {
      const { data_set: set, version } = release;
      const api = await read(figureRows, `/api/v1/data-sets/${set}/${version}/figures?page_size=1000`);
      const csv: Record<string, string>[] = parse(
        await (await get(`/api/v1/data-sets/${set}/${version}/files/csv`)).text(),
        {
          columns: true,
        },
      );
      const { document } = parseHTML(await (await get(`/open-data/${set}/${version}`)).text());
      expect(api.total).toBe(release.figures);
      const cells = [...document.querySelectorAll('table td')].map((cell) => cell.textContent?.replace(/[,%]/g, ''));
      for (const { topic, breakdown, indicator, value } of api.rows) {
        const row = csv.find((one) => one['breakdown_topic'] === topic && one['breakdown'] === breakdown);
        expect(row?.[indicator]).toBe(String(value ?? 'c'));
        expect(cells.some((cell) => (value === null ? cell === 'c' : Number(cell) === value))).toBe(true);
      }
    }
  });

  test('holds no child and no school, and no count of a few, in any byte', async () => {
    const { folder } = area.web.area;
    const roll: Record<string, string>[] = parse(await readFile(join(workedArea, 'roll.csv'), 'utf8'), {
      columns: true,
    });
    const schools: Record<string, string>[] = parse(await readFile(join(workedArea, 'schools.csv'), 'utf8'), {
      columns: true,
    });
    const secrets = new Set(
      [
        ...roll.flatMap((row) => [row['upn'], row['given_name'], row['family_name']]),
        ...schools.flatMap((row) => [row['urn'], row['name']]),
      ].filter((text): text is string => text !== undefined && text.length > 3),
    );
    expect(secrets.size).toBeGreaterThan(40);
    const texts = [
      ...(await readTree(join(folder.path, 'open-data'))),
      ...(await Promise.all(
        [
          ...Object.values(EXAMPLES).filter((path) => path.includes('data-sets')),
          '/open-data',
          ...releases.map((one) => `/open-data/${one.data_set}/${one.version}`),
        ].map(async (path) => (await get(path)).text()),
      )),
    ];
    for (const text of texts) expect([...secrets].filter((secret) => text.includes(secret))).toEqual([]);
    for (const release of releases) {
      const counts = release.indicators.filter(({ unit }) => unit === '').map(({ name }) => name);
      const json = Buffer.from(await readReleaseFile(folder.path, release, 'json')).toString('utf8');
      const { figures } = figureFile.parse(JSON.parse(json));
      const few = ({ indicator, value }: (typeof figures)[number]) =>
        counts.includes(indicator) && value !== null && value > 0 && value < 10;
      expect(figures.filter(few)).toEqual([]);
    }
  });

  test('is told of on pages that hold to the house rules, with its licence and where to take it', async () => {
    for (const path of ['/open-data', ...releases.map((one) => `/open-data/${one.data_set}/${one.version}`)]) {
      const answer = await get(path);
      const html = await answer.text();
      expect([answer.status, await htmlFaults(html)]).toEqual([200, []]);
    }
    const { document } = parseHTML(await (await get('/open-data/absence/2024-25.1')).text());
    const links = [...document.querySelectorAll('main a')].map((link) => link.getAttribute('href') ?? '');
    expect(document.querySelector('main')?.textContent).toContain(LICENCE);
    const files = links.filter((link) => link.startsWith('/api/'));
    expect(files).toHaveLength(6);
    for (const file of files) expect((await get(file)).status).toBe(200);
    expect((await get('/open-data/absence/1999-00.1')).status).toBe(404);
  });

  test('is found where something else lies beside it', async () => {
    const open = join(area.web.area.folder.path, 'open-data');
    const version = join(open, '2024-25.1');
    const strays = [join(version, '.DS_Store'), join(version, 'notes.txt'), join(open, '2024-25.7')];
    for (const stray of strays) await writeFile(stray, '');
    try {
      const found = await listReleases(area.web.area.folder.path);
      expect(found).toEqual(releases);
      for (const path of ['/open-data', '/api/v1/data-sets']) expect((await get(path)).status).toBe(200);
    } finally {
      for (const stray of strays) await rm(stray);
    }
  });

  test('is not made again where nothing changed, and not shown where someone changed it', async () => {
    const { folder } = area.web.area;
    const again = await publishOpenData(folder, area.web.clock, { licence: LICENCE, dryRun: false });
    expect(again).toEqual({ kind: 'unchanged', version: '2024-25.1' });
    const path = join(folder.path, 'open-data', '2024-25.1', 'absence', 'absence-2024-25-1.csv');
    const bytes = await readFile(path);
    await writeFile(path, Buffer.concat([bytes, Buffer.from('\n')]));
    const answer = await get('/api/v1/data-sets/absence/2024-25.1/files/csv');
    expect([answer.status, problemBody.parse(await answer.json()).detail]).toEqual([
      500,
      expect.stringContaining('not the one that was released'),
    ]);
    await writeFile(path, bytes);
  });
});

async function readTree(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  expect(files).toHaveLength(14);
  return Promise.all(files.map((file) => readFile(file, 'latin1')));
}
