import { beforeAll, describe, expect, test } from 'vitest';
import { carriedFigures } from '#testing';
import { listMeasures, listMeasuresOf } from './measures.ts';
import { MEASURE_IDS } from './measure-id.ts';
import { MEASURES } from './measure-table.ts';
import { getPublication, PUBLICATIONS } from './publications.ts';
import type { PublishedStatistics } from './statistics.ts';
import { listToolEntries, TOOL_MEASURES } from './tool-measures.ts';
import { TOPICS } from './topic.ts';

let place: PublishedStatistics;
beforeAll(async () => {
  place = await carriedFigures();
});

test('each id stands for one measure, and each measure of the list of ids is defined', () => {
  const ids = listMeasures().map((measure) => measure.id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(MEASURES.map((measure) => measure.id).toSorted()).toEqual([...MEASURE_IDS].toSorted());
  for (const id of ids) expect(id).toMatch(/^[a-z0-9-]+$/);
});

test('every topic holds measures, and together they are the catalogue', () => {
  const byTopic = TOPICS.map((topic) => listMeasuresOf(topic.id).length);
  expect(byTopic.every((count) => count > 0)).toBe(true);
  expect(byTopic.reduce((sum, count) => sum + count, 0)).toBe(listMeasures().length);
});

test('every publication has measures', () => {
  for (const { id } of PUBLICATIONS) expect(listMeasures().some((measure) => measure.publication === id)).toBe(true);
});

describe('every measure', () => {
  test.each(listMeasures().map((measure) => [measure.id, measure] as const))(
    '%s says all of itself',
    (_id, measure) => {
      const { name, definition, numerator, denominator, periods, geography, source, exclusions, breaks } = measure;
      for (const text of [name, definition, numerator, denominator, periods, geography, source]) {
        expect(text.trim()).toBe(text);
        expect(text.length).toBeGreaterThan(2);
      }
      for (const sentence of [...exclusions, ...breaks.map((one) => one.reason)])
        expect(sentence).toMatch(/^[A-Z].*\.$/);
      // A place is never given a rank: DfE and the indices publish them, and Kith does not carry them.
      expect(`${name} ${measure.id}`).not.toMatch(/\brank/i);
      const { publisher, licence, revision } = getPublication(measure.publication);
      expect([publisher, licence, revision].every((text) => text.length > 5)).toBe(true);
    },
  );

  test('has at least one figure, from a release that is catalogued', async () => {
    const held = new Set<string>();
    for (const { id } of place.listReleases()) {
      for (const measure of await place.listMeasureIds({ release: id, group: 'any' })) held.add(measure);
    }
    expect([...held].toSorted()).toEqual(
      listMeasures()
        .map((measure) => measure.id)
        .toSorted(),
    );
  });
});

describe('the interactive tool', () => {
  test('has 140 names, each of them one measure of the catalogue', () => {
    const names = listToolEntries().map((entry) => entry.Measure_short);
    const mapped = listMeasures().flatMap((measure) => Object.values(measure.interactiveTool ?? {}));
    expect(names).toHaveLength(140);
    expect(mapped.toSorted()).toEqual(names.toSorted());
  });

  test('names that a table defines are not measures of their own', () => {
    const defined = new Set(MEASURES.flatMap((measure) => Object.values(measure.interactiveTool ?? {})));
    expect(TOOL_MEASURES).toHaveLength(140 - defined.size);
    expect(TOOL_MEASURES.every((measure) => measure.compiled && measure.publication === 'interactive-tool')).toBe(true);
  });

  test('percentages lie between 0 and 100, and none is a number of children', async () => {
    // Take-up is divided by an estimate of the children there are, so it can pass 100 (DfE’s own note).
    const takeUp = ['tool-share-2yr-olds', 'tool-share-3-4yr-olds'];
    const beyond: string[] = [];
    for (const { id } of TOOL_MEASURES.filter((one) => one.unit === 'percent' && !takeUp.includes(one.id))) {
      const figures = await place.listStandingObservations({ measure: id });
      const wrong = figures.filter(({ value }) => value.kind === 'value' && (value.value < 0 || value.value > 100.5));
      if (wrong.length > 0) beyond.push(`${id}: ${wrong.length}`);
    }
    expect(beyond).toEqual([]);
  });
});
