import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { instantOf } from '#kernel';
import { beginTransaction, type Tx } from '#store';
import type { WebContext } from '#web';
import { hostileToday, writeHostileArea } from './hostile-area.ts';
import type { OracleArea } from './oracle/index.ts';
import { publishedArea, type PublishedArea } from './published-area.ts';

/** The hostile area, published for the pages of one test file, and the oracle’s reading of the same files. */
export function useHostileArea(): {
  readonly web: () => WebContext;
  readonly oracle: () => OracleArea;
  /** Past every policy, for tests of what the database does. */
  readonly asOwner: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;
} {
  let held: { readonly folder: string; readonly area: PublishedArea; readonly oracle: OracleArea } | undefined;
  beforeAll(async () => {
    const folder = await mkdtemp(join(tmpdir(), 'kith-pages-'));
    const oracle = await writeHostileArea(folder);
    const now = instantOf(Date.parse(`${hostileToday}T12:00:00Z`));
    held = { folder, oracle, area: await publishedArea(folder, { now }) };
  }, 300_000);
  afterAll(async () => {
    await held?.area.close();
    if (held) await rm(held.folder, { recursive: true, force: true });
  });
  const get = <T>(found: T | undefined): T => {
    if (found === undefined) throw new Error('the area is there once the tests of the file run, not before');
    return found;
  };
  return {
    web: () => get(held).area.web,
    oracle: () => get(held).oracle,
    asOwner: (work) => beginTransaction(get(held).area.records, work),
  };
}

/** CSV without quotes in it, as rows by column. */
export function rowsOf(csv: string): readonly Readonly<Record<string, string>>[] {
  const [header = '', ...lines] = csv.trimEnd().split('\n');
  const columns = header.split(',');
  return lines.map((line) => Object.fromEntries(line.split(',').map((cell, at) => [columns[at] ?? '', cell])));
}

export type ShownFigure = {
  readonly measure: string;
  readonly scope: string;
  readonly year: string;
  /** As printed. */
  readonly value: string;
  /** Where its explanation is. */
  readonly href: string;
};

/** Every figure of a page with what its link asks for. */
export function listFigures(document: Document): readonly ShownFigure[] {
  return [...document.querySelectorAll('[data-figure]')].map((one) => {
    const href = (one.localName === 'a' ? one : one.querySelector('a'))?.getAttribute('href') ?? '';
    const url = new URL(href, 'http://127.0.0.1');
    const [, , , scope = ''] = url.pathname.split('/').map(decodeURIComponent);
    return {
      measure: one.getAttribute('data-figure') ?? '',
      scope,
      year: url.searchParams.get('year') ?? '',
      value: one.getAttribute('data-value') ?? '',
      href,
    };
  });
}

/** The figures of one scope by measure, without the commas of thousands. */
export function figuresIn(document: Document, scope: string): ReadonlyMap<string, string> {
  const here = listFigures(document).filter((figure) => figure.scope === scope);
  return new Map(here.map((figure) => [figure.measure, figure.value.replaceAll(',', '')]));
}
