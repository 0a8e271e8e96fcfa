// Dates are YYYY-MM-DD strings throughout: they compare as text.

const pad = (n: number, width: number): string => String(n).padStart(width, '0');

/** A few thousand dates are asked for a million times: what is said of each is worked out once. */
const remembered = <Of, Said>(work: (of: Of) => Said): ((of: Of) => Said) => {
  const known = new Map<Of, { readonly said: Said }>();
  return (of) => {
    const found = known.get(of) ?? { said: work(of) };
    known.set(of, found);
    return found.said;
  };
};

const dayNumber = remembered((date: string): number => Date.parse(`${date}T00:00:00Z`) / 86_400_000);

const fromDayNumber = remembered((n: number): string => new Date(n * 86_400_000).toISOString().slice(0, 10));

export const addDays = (date: string, n: number): string => fromDayNumber(dayNumber(date) + n);

export const isDate = remembered((text: string): boolean => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const ms = Date.parse(`${text}T00:00:00Z`);
  // Date.parse lets 31 June through as 1 July in some engines; printing it again shows that.
  return !Number.isNaN(ms) && new Date(ms).toISOString().slice(0, 10) === text;
});

export const datesBetween = (first: string, last: string): readonly string[] => {
  if (first > last) return [];
  const start = dayNumber(first);
  return Array.from({ length: dayNumber(last) - start + 1 }, (_, i) => fromDayNumber(start + i));
};

/** 0 Sunday … 6 Saturday. */
export const weekday = remembered((date: string): number => new Date(`${date}T00:00:00Z`).getUTCDay());

export const mondayOf = remembered((date: string): string => addDays(date, -((weekday(date) + 6) % 7)));

/** "the academic year (1 September to 31 August)": the calendar year it starts in. */
export const academicYearOf = (date: string): number => {
  const year = Number(date.slice(0, 4));
  return date.slice(5) >= '09-01' ? year : year - 1;
};

export const firstDayOf = (academicYear: number): string => `${academicYear}-09-01`;
export const lastDayOf = (academicYear: number): string => `${academicYear + 1}-08-31`;

/** The nth birthday; 29 February falls on 1 March in a common year (it decides nothing here). */
const birthday = (birth: string, n: number): string => {
  const date = `${pad(Number(birth.slice(0, 4)) + n, 4)}${birth.slice(4)}`;
  return isDate(date) ? date : `${date.slice(0, 4)}-03-01`;
};

export const ageOn = (birth: string, date: string): number => {
  let age = Number(date.slice(0, 4)) - Number(birth.slice(0, 4));
  if (birthday(birth, age) > date) age -= 1;
  return age;
};

/**
 * "Compulsory school age: from the prescribed day (31 August, 31 December, 31 March) on or after the fifth
 * birthday, up to and including the last Friday in June of the academic year (September to August) in which
 * the child turns 16."
 */
export const compulsoryAge = (birth: string): { readonly from: string; readonly to: string } => {
  const fifth = birthday(birth, 5);
  const y = Number(fifth.slice(0, 4));
  const prescribed = [`${y}-03-31`, `${y}-08-31`, `${y}-12-31`].find((day) => day >= fifth) ?? '';
  let lastFriday = `${academicYearOf(birthday(birth, 16)) + 1}-06-30`;
  while (weekday(lastFriday) !== 5) lastFriday = addDays(lastFriday, -1);
  return { from: prescribed, to: lastFriday };
};

const billion = 1_000_000_000n;

/** An RFC 3339 timestamp as nanoseconds since 1970, or undefined. */
export const readInstant = (text: string): bigint | undefined => {
  const m = /^(\d{4}-\d{2}-\d{2})[Tt](\d{2}):(\d{2}):(\d{2})(?:\.(\d+))?(?:[Zz]|([+-])(\d{2}):(\d{2}))$/.exec(text);
  if (m === null) return undefined;
  const [, date = '', hh, mm, ss, fraction = '', sign, offH = '0', offM = '0'] = m;
  const [h, min, s, oh, om] = [Number(hh), Number(mm), Number(ss), Number(offH), Number(offM)];
  if (!isDate(date) || h > 23 || min > 59 || s > 59 || oh > 23 || om > 59) return undefined;
  const offset = (sign === '-' ? -1 : 1) * (oh * 3600 + om * 60);
  const seconds = dayNumber(date) * 86_400 + h * 3600 + min * 60 + s - offset;
  return BigInt(seconds) * billion + BigInt(fraction.slice(0, 9).padEnd(9, '0'));
};

/** The last nanosecond of a date, UTC. */
export const endOfDay = (date: string): bigint => BigInt(dayNumber(date) + 1) * 86_400n * billion - 1n;
