import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { listFiles } from '../check-docs/repository.ts';
import { billOfMaterials } from './bill-of-materials.ts';
import { listPackageFaults } from './licences.ts';
import { listPackages, readLockfile } from './packages.ts';

const top = process.cwd();
const packages = listPackages(readLockfile(top));
const HASH = `sha512-${'a'.repeat(86)}==`;

test('every production package is pinned by a hash and under a licence that is allowed', () => {
  expect(listPackageFaults(packages)).toEqual([]);
  expect(packages.length).toBeGreaterThan(50);
});

test.each([
  ['MIT', HASH, 0],
  ['MIT AND OFL-1.1', HASH, 0],
  ['GPL-3.0-only OR MIT', HASH, 0],
  ['MIT AND GPL-3.0-only', HASH, 1],
  ['AGPL-3.0-only', HASH, 1],
  ['SEE LICENSE IN LICENSE.md', HASH, 1],
  [undefined, HASH, 1],
  ['MIT', 'sha1-AAAA', 1],
  ['MIT', undefined, 1],
])('licence %s and hash %s have %i faults', (licence, integrity, count) => {
  expect(listPackageFaults([{ name: 'a', version: '1.0.0', licence, integrity }])).toHaveLength(count);
});

describe('the bill of materials', () => {
  const named = (name: string) => ({ name, version: '1.0.0', 'bom-ref': `${name}@1.0.0`, hashes: [] });
  const everything = {
    bomFormat: 'CycloneDX',
    components: [named('a'), named('only-for-tests')],
    dependencies: [
      { ref: 'kith@0.1.0', dependsOn: ['a@1.0.0', 'only-for-tests@1.0.0'] },
      { ref: 'a@1.0.0', dependsOn: [] },
      { ref: 'only-for-tests@1.0.0', dependsOn: ['a@1.0.0'] },
    ],
  };
  const a = { name: 'a', version: '1.0.0', licence: 'MIT', integrity: HASH };

  test('has what is installed to run Kith, and nothing else', () => {
    expect(billOfMaterials(everything, [a])).toEqual({
      bomFormat: 'CycloneDX',
      components: [named('a')],
      dependencies: [
        { ref: 'kith@0.1.0', dependsOn: ['a@1.0.0'] },
        { ref: 'a@1.0.0', dependsOn: [] },
      ],
    });
  });

  test('is not made where a package is missing', () => {
    expect(() => billOfMaterials(everything, [a, { ...a, name: 'b' }])).toThrow('lacks b@1.0.0');
  });
});

describe('NOTICE', () => {
  const notice = readFileSync(join(top, 'NOTICE'), 'utf8');
  /** Kith’s own words about the figures; the rest of `data` was made by others. */
  const OWN = ['data/README.md', 'data/releases.json'];

  test('names every carried file of data, and none that is gone', () => {
    const carried = listFiles(top, 'data').filter((file) => !OWN.includes(file));
    expect(carried.filter((file) => !notice.includes(file))).toEqual([]);
    expect(carried.length).toBeGreaterThan(20);
    const entries = [...notice.matchAll(/^(data\/[\w./-]+)(?:, (data\/[\w./-]+))?$/gm)].flatMap(
      ([, ...files]) => files,
    );
    expect(entries.filter((file) => file !== undefined && !carried.includes(file))).toEqual([]);
    expect(entries.length).toBeGreaterThan(20);
  });

  test.each(['Open Government Licence v3.0', 'SIL Open Font License 1.1', 'Apache License 2.0', 'MIT License'])(
    'has the licence %s of what Kith carries',
    (licence) => expect(notice).toContain(licence),
  );

  test('names each package that brings a font', () => {
    const fonts = packages.filter(({ licence }) => licence?.includes('OFL'));
    expect(fonts.map(({ name }) => name).filter((name) => !notice.includes(name))).toEqual([]);
    expect(fonts.length).toBeGreaterThan(0);
  });
});
