import { expect, test } from 'vitest';
import { protectRelease, type FigureOf, type Release, type ReleasedFigure } from './release.ts';

const groups = { north: 40, south: 3, east: 25, west: 61 };
const all = Object.keys(groups);

async function released(figures: readonly FigureOf[], earlier: readonly Release[] = []): Promise<Release> {
  const answer = await protectRelease(groups, figures, earlier, 'public');
  if (answer.kind === 'refused') throw new Error(answer.reason);
  return { id: String(earlier.length), figures: answer.release.content };
}

const marks = ({ figures }: { readonly figures: readonly ReleasedFigure[] }) =>
  figures.map(({ figure }) => (figure.kind === 'shown' ? figure.value : figure.reason));

test('the difference of two groups is protected though nobody printed it', async () => {
  const first = await released([{ key: 'all', of: all }]);
  expect(marks(first)).toEqual([130]);
  const second = await released([{ key: 'all but the south', of: ['north', 'east', 'west'] }], [first]);
  expect(marks(second)).toEqual(['secondary']);
});

test('an overlapping group is published where its difference is large', async () => {
  const first = await released([{ key: 'all', of: all }]);
  expect(marks(await released([{ key: 'three', of: ['north', 'south', 'west'] }], [first]))).toEqual([105]);
});

test('three releases are no more than one with all their figures', async () => {
  const first = await released([{ key: 'a', of: ['north', 'south'] }]);
  const second = await released([{ key: 'b', of: ['south', 'east'] }], [first]);
  const third = await released([{ key: 'c', of: ['north', 'east'] }], [first, second]);
  // a + b − c is twice the south.
  expect([...marks(first), ...marks(second), ...marks(third)]).toEqual([45, 30, 'secondary']);
});

test('what was hidden stays hidden when it is published again, and so does what hid it', async () => {
  const table = [...all.map((name) => ({ key: name, of: [name] })), { key: 'all', of: all }];
  const first = await released(table);
  expect(marks(first)).toEqual([40, 'primary', 'secondary', 60, 130]);
  expect(marks(await released([{ key: 'east again', of: ['east'] }], [first]))).toEqual(['secondary']);
  expect(marks(await released([{ key: 'pair', of: ['south', 'east'] }], [first]))).toEqual([30]);
});

test('where earlier figures and a zero give a small count away, the release is refused in a sentence', async () => {
  const shown = (key: string, of: readonly string[], value: number): ReleasedFigure => ({
    key,
    of,
    figure: { kind: 'shown', value },
  });
  const log = [{ id: 'before', figures: [shown('all', all, 129), shown('most', ['north', 'east', 'west'], 126)] }];
  const answer = await protectRelease(groups, [{ key: 'west', of: ['west'] }], log, 'public');
  expect(answer.kind).toBe('refused');
  expect(JSON.stringify(answer)).not.toMatch(/\d/);
});
