import { closeSync, openSync } from 'node:fs';
import { mkdtemp, rm, truncate } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findUpn, UPN_ALPHABET, upnCheckLetter, type Upn } from '#kernel';
import { findPlace, keyOf, readPlaces, writePlaces } from './places.ts';

/** Pupil numbers, temporary ones too, near enough to each other that neighbours differ in one place. */
const upns = fc.uniqueArray(
  fc
    .tuple(fc.constantFrom('801', '999'), fc.nat(3000), fc.constantFrom(...`0123456789${UPN_ALPHABET}`))
    .map(([authority, serial, last]) => upnOf(`${authority}${String(serial).padStart(8, '0')}${last}`)),
  { maxLength: 900 },
);

test('every child is found where its words are, and nobody else', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'kith-places-'));
  let nth = 0;
  try {
    await fc.assert(
      fc.asyncProperty(
        upns,
        upns,
        fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1 }),
        async (some, others, lengths) => {
          const path = join(folder, String((nth += 1)));
          let words = 0;
          const places = some.map((upn, at) => {
            const length = lengths[at % lengths.length] ?? 1;
            words += length;
            return [upn, { first: words - length, words: length }] as const;
          });
          await writePlaces(
            path,
            some.map(keyOf),
            places.map(([, { first }]) => first),
            words,
          );
          const file = openSync(path, 'r');
          try {
            const read = readPlaces(file);
            for (const [upn, place] of places) expect(findPlace(read, upn)).toEqual(place);
            const strangers = others.filter((upn) => !some.includes(upn));
            for (const upn of strangers) expect(findPlace(read, upn)).toBeUndefined();
          } finally {
            closeSync(file);
          }
        },
      ),
      { numRuns: 40 },
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

test('a file of places that is shorter than it was is refused', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'kith-places-'));
  const path = join(folder, 'places');
  const upn = upnOf('801000000011');
  await writePlaces(path, [keyOf(upn)], [0], 5);
  const file = openSync(path, 'r');
  try {
    const read = readPlaces(file);
    await truncate(path, 31);
    expect(() => findPlace(read, upn)).toThrow('folded/places');
    await truncate(path, 4);
    expect(() => readPlaces(file)).toThrow('folded/places');
  } finally {
    closeSync(file);
    await rm(folder, { recursive: true, force: true });
  }
});

test('what is no pupil number has no place', () => {
  for (const text of ['', 'A123', 'A12345678901', 'A12345678901I', 'A1234567890111'])
    expect(() => keyOf(text)).toThrow('folded/upn');
});

function upnOf(twelve: string): Upn {
  const upn = findUpn(upnCheckLetter(twelve) + twelve);
  if (!upn) throw new Error(twelve);
  return upn;
}
