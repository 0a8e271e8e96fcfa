import { quoted } from '#store';

// What spreadsheets and web pages leave round a value: spaces of every width, no-break and zero-width ones, a byte order mark.
const SPACES =
  ' \t\n\r\v\f\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u200b\u202f\u205f\u3000\ufeff';
const DASHES = '\u2010\u2011\u2012\u2013\u2014\u2015\u2212';
const APOSTROPHES = '\u2018\u2019\u02bc';

const SPACES_PATTERN = new RegExp(`[${SPACES}]`, 'g');
const DASHES_PATTERN = new RegExp(`[${DASHES}]`, 'g');
const APOSTROPHES_PATTERN = new RegExp(`[${APOSTROPHES}]`, 'g');
const AROUND = new RegExp(`^[${SPACES}]+|[${SPACES}]+$`, 'g');

/** A value without the spaces round it and without the apostrophe by which a spreadsheet marks text. */
export function cleanText(text: string): string {
  const trimmed = text.replace(AROUND, '');
  return trimmed.length > 1 && trimmed.startsWith("'") ? trimmed.slice(1).replace(AROUND, '') : trimmed;
}

/** The same in SQL; a value with nothing in it is null. */
export function cleanSql(value: string): string {
  const trimmed = trimSql(value);
  const whole = `nullif(CASE WHEN length(${trimmed}) > 1 AND starts_with(${trimmed}, '''') THEN ${trimSql(`substr(${trimmed}, 2)`)} ELSE ${trimmed} END, '')`;
  // Nearly every value begins and ends in a plain character; looking at the two ends is four times as quick as trimming.
  return `CASE WHEN ascii(${value}) BETWEEN 40 AND 126 AND ascii(right(${value}, 1)) BETWEEN 33 AND 126 THEN ${value} ELSE ${whole} END`;
}

export function trimSql(value: string): string {
  return `trim(${value}, ${quoted(SPACES)})`;
}

/** How words are compared: without regard to case, spaces and the kind of dash or apostrophe. */
export function foldWord(text: string): string {
  return text.replace(DASHES_PATTERN, '-').replace(APOSTROPHES_PATTERN, "'").replace(SPACES_PATTERN, '').toLowerCase();
}

export function foldWordSql(value: string): string {
  const kept = '-'.repeat(DASHES.length) + "'".repeat(APOSTROPHES.length);
  // translate() drops the characters that have no counterpart: the spaces. It is slow, and few words need it.
  const whole = `lower(translate(${value}, ${quoted(DASHES + APOSTROPHES + SPACES)}, ${quoted(kept)}))`;
  const plain = `strlen(${value}) = length(${value}) AND NOT regexp_matches(${value}, '[\\x09-\\x0d]')`;
  return `CASE WHEN ${plain} THEN lower(replace(${value}, ' ', '')) ELSE ${whole} END`;
}

/** No-break and other odd spaces as plain ones, character for character. */
export function plainSpacesSql(value: string): string {
  return `translate(${value}, ${quoted(SPACES)}, ${quoted(' '.repeat(SPACES.length))})`;
}

/** How headers are compared: letters and digits only, without regard to case. `Date of Birth` is `date_of_birth`. */
export function foldHeader(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}
