import { quoted } from '#store';
import { ukDateSql, ukInstantSql } from './date-sql.ts';
import type { Column, Reader } from './layout.ts';
import { foldWordSql, plainSpacesSql, trimSql } from './text.ts';
import { DEFAULT_PIVOT } from './uk-date.ts';
import { wordsOf, wordTables } from './words.ts';

export type ReadSql = { readonly value: string; readonly join?: string };

/**
 * How one slot is read, over `r_<slot>` (as the file has it) and `v_<slot>` (clean, null where nothing is in it).
 * What cannot be read stays as the file has it, so that its rejection shows what the person’s file says.
 */
export function readSql(reader: Reader, slot: string): ReadSql {
  const [raw, clean] = [`r_${slot}`, `v_${slot}`];
  const orRaw = (value: string): ReadSql => ({
    value: `CASE WHEN ${clean} IS NULL THEN NULL ELSE coalesce(${value}, ${raw}) END`,
  });
  if (typeof reader === 'object' && 'words' in reader) return wordsSql(wordsOf(reader.table, reader.words), slot);
  const pivot = typeof reader === 'object' ? reader.pivot : DEFAULT_PIVOT;
  const name = typeof reader === 'object' ? reader.read : reader;
  switch (name) {
    case 'text':
      return { value: textSql(raw) };
    case 'upn':
      return orRaw(`CASE WHEN regexp_full_match(upper(${clean}), '[A-Z][0-9]{11}[0-9A-Z]') THEN upper(${clean}) END`);
    case 'urn':
      // A column of numbers that went through a statistics program comes back as 123456.0.
      return orRaw(`CASE WHEN regexp_full_match(${clean}, '[0-9]{6}([.]0+)?') THEN left(${clean}, 6) END`);
    case 'whole-number':
      return orRaw(`nullif(regexp_extract(lower(${clean}), '^([0-9]+)([.]0+)?( ?(m|mins?|minutes?))?$', 1), '')`);
    case 'days-as-sessions':
      return orRaw(
        `CAST(CAST(2 * try_cast(nullif(regexp_extract(lower(${clean}), '^([0-9]{1,3}([.][05]0*)?)( ?days?)?$', 1), '') AS DECIMAL(9, 1)) AS INTEGER) AS VARCHAR)`,
      );
    case 'uk-date':
      return orRaw(`CAST(${ukDateSql(clean, pivot)} AS VARCHAR)`);
    case 'datetime':
      return orRaw(ukInstantSql(clean, pivot));
    default:
      return wordsSql(wordTables.get(name)?.words ?? new Map(), slot);
  }
}

/** The reader a column names, or the slot’s own. */
export function readerOf(column: Column | undefined, usual: string): Reader {
  return column?.read ?? usual;
}

// A join, not a CASE: a table of 400 words costs one hash probe a row.
function wordsSql(words: ReadonlyMap<string, string>, slot: string): ReadSql {
  const rows = [...words].map(([word, code]) => `(${quoted(word)}, ${quoted(code)})`).join(', ');
  return {
    value: `CASE WHEN v_${slot} IS NULL THEN NULL WHEN w_${slot}.k IS NULL THEN r_${slot} ELSE nullif(w_${slot}.v, '') END`,
    join: `LEFT JOIN (VALUES ${rows}) AS w_${slot}(k, v) ON w_${slot}.k = ${foldWordSql(`v_${slot}`)}`,
  };
}

// Free text keeps its own apostrophe (’t Hooft, ‘Abd); only one that guards a formula or a number is a spreadsheet’s.
function textSql(raw: string): string {
  const trimmed = trimSql(plainSpacesSql(raw));
  return `nullif(CASE WHEN regexp_matches(${trimmed}, '^''[-=+@0-9]') THEN substr(${trimmed}, 2) ELSE ${trimmed} END, '')`;
}
