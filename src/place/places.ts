import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { findRegion, regions } from '#kernel';
import { DATA_FOLDER } from './data-folder.ts';
import { PLACE_CHANGES } from './place-changes.ts';

/** A place that statistics are published for. */
export type Place = {
  /**
   * ONS code: `E92000001`, `E12000001`, `E08000032`; `old-820` for an authority abolished before it had one. NHS areas
   * are published by name alone: `icb-kent-and-medway`.
   */
  readonly code: string;
  /** DfE’s 3-digit code, authorities only. */
  readonly oldCode: string | undefined;
  readonly name: string;
  /**
   * `part-of-region` is Inner and Outer London, which some releases give instead of London. `district` is one below a
   * county; a district that is an authority of its own is that authority.
   */
  readonly level: 'country' | 'region' | 'part-of-region' | 'authority' | 'district' | 'nhs-region' | 'icb';
  /** Code of the region an authority or part is in. */
  readonly region: string | undefined;
  /** False for an authority since abolished. */
  readonly current: boolean;
};

export const ENGLAND = 'E92000001';

const LONDON = 'E12000007';
const PARTS_OF_LONDON = [
  { code: 'E13000001', name: 'Inner London' },
  { code: 'E13000002', name: 'Outer London' },
] as const;

const AUTHORITY_ROW = z.object({
  old_la_code: z.string().regex(/^\d{3}$/),
  new_la_code: z.string(),
  la_name: z.string().min(1),
});

let register: readonly Place[] | undefined;
let byText: ReadonlyMap<string, Place> | undefined;

/**
 * England, its 9 regions by name, Inner and Outer London, then authorities by 3-digit code, abolished ones last; then
 * districts of counties by code, and NHS regions and boards by name.
 */
export function listPlaces(): readonly Place[] {
  register ??= readRegister();
  return register;
}

/**
 * A current place by ONS code, 3-digit code or name (any case), also by a code it had before; an abolished one where no
 * current one fits.
 */
export function findPlace(codeOrName: string): Place | undefined {
  byText ??= readNames();
  return byText.get(codeOrName.trim().toLowerCase() || 'no place');
}

function readNames(): ReadonlyMap<string, Place> {
  const names = new Map(
    listPlaces()
      .toReversed()
      .flatMap((place) =>
        [place.code, place.oldCode, place.name].map((text) => [text?.toLowerCase() ?? '', place] as const),
      ),
  );
  // A code that only gave way to another leads to the same place.
  for (const { kind, from, to } of PLACE_CHANGES) {
    const today = names.get(to[0]?.toLowerCase() ?? '');
    if (kind === 'recoded' && today) for (const code of from) names.set(code.toLowerCase(), today);
  }
  return names;
}

function readRegister(): readonly Place[] {
  const current = authorityRows('places/authorities-2025-26.csv');
  const former = authorityRows('places/former-authorities.csv');
  return [
    { code: ENGLAND, oldCode: undefined, name: 'England', level: 'country', region: undefined, current: true },
    ...regions
      .map(({ code, name }): Place => ({
        code,
        oldCode: undefined,
        name,
        level: 'region',
        region: undefined,
        current: true,
      }))
      .toSorted((a, b) => a.name.localeCompare(b.name, 'en-GB')),
    ...PARTS_OF_LONDON.map((part): Place => ({
      ...part,
      oldCode: undefined,
      level: 'part-of-region',
      region: LONDON,
      current: true,
    })),
    ...current.map((row) => authority(row, true)),
    ...former.map((row) => authority(row, false)),
    ...listBelow(),
  ];
}

function authority(row: z.infer<typeof AUTHORITY_ROW>, current: boolean): Place {
  return {
    code: row.new_la_code === '' ? `old-${row.old_la_code}` : row.new_la_code,
    oldCode: row.old_la_code,
    name: row.la_name,
    level: 'authority',
    region: findRegion(row.old_la_code)?.code,
    current,
  };
}

function authorityRows(file: string): readonly z.infer<typeof AUTHORITY_ROW>[] {
  const rows: unknown = parse(readFileSync(join(DATA_FOLDER, file)), { columns: true, bom: true });
  return z
    .array(AUTHORITY_ROW)
    .parse(rows)
    .toSorted((a, b) => (a.old_la_code < b.old_la_code ? -1 : 1));
}

const BELOW_ROW = z.object({
  code: z.string().min(1),
  name: z.string().min(1),
  level: z.enum(['district', 'nhs-region', 'icb']),
});

/** Districts of counties and NHS areas: published by no release of DfE’s, so in a file of their own. */
function listBelow(): readonly Place[] {
  const rows: unknown = parse(readFileSync(join(DATA_FOLDER, 'places/districts-and-nhs-areas.csv')), {
    columns: true,
    bom: true,
  });
  return z
    .array(BELOW_ROW)
    .parse(rows)
    .map((row) => ({ ...row, oldCode: undefined, region: undefined, current: true }));
}
