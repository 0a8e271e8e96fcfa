import { distanceText, guideText, lowerFirst } from './guide-text.ts';
import type { Printed } from './printed.ts';
import type { Reading } from './reading.ts';
import { agrees, type Verdict, type VerdictKind } from './verdict.ts';

type VerdictWords = {
  readonly kind: VerdictKind;
  /** On a label. */
  readonly short: string;
  /** After a number, in a summary: `20 agree`. */
  readonly many: string;
  /** The same of one. */
  readonly one: string;
  /** What it means, as a sentence. */
  readonly means: string;
};

/** Every verdict in the order a summary tells them. */
export const VERDICTS: readonly VerdictWords[] = [
  {
    kind: 'agrees',
    short: 'Agrees',
    many: 'agree',
    one: 'agrees',
    means:
      'For the guide’s own place and period, some number within the method’s error would be printed as the guide prints it.',
  },
  {
    kind: 'agrees-rounded',
    short: 'Agrees from rounded rates',
    many: 'agree if the rates are rounded first',
    one: 'agrees if the rates are rounded first',
    means: 'Not from the rates as DfE’s files give them, but from the same rates rounded to two decimals first.',
  },
  {
    kind: 'agrees-another-period',
    short: 'Agrees with another period',
    many: 'agree with another period',
    one: 'agrees with another period',
    means:
      'Not for the period the guide gives, but for another term or collection of the same school year or the year before. Kith looks no further: of enough periods, one always fits by chance.',
  },
  {
    kind: 'agrees-part',
    short: 'Agrees for a part',
    many: 'agree for a part of the place',
    one: 'agrees for a part of the place',
    means: 'Not for the whole place, but for one authority of it.',
  },
  {
    kind: 'cannot-be-told',
    short: 'Cannot be told apart',
    many: 'cannot be told apart',
    one: 'cannot be told apart',
    means: 'The difference is within what chance and the method’s error could make.',
  },
  {
    kind: 'does-not-agree',
    short: 'Does not agree',
    many: 'do not agree',
    one: 'does not agree',
    means: 'Neither the guide’s own period nor the others that are tried give the printed number.',
  },
  {
    kind: 'cannot-be-computed',
    short: 'Cannot be computed',
    many: 'cannot be computed',
    one: 'cannot be computed',
    means: 'What it would take is not published, or Kith does not carry it. The page says what and where.',
  },
];

export function verdictWords(kind: VerdictKind): VerdictWords {
  const found = VERDICTS.find((one) => one.kind === kind);
  if (!found) throw new Error(`place/no-verdict: ${kind}`);
  return found;
}

/** `18 agree, 9 agree with another period and 2 do not agree`. */
export function summaryText(verdicts: readonly Verdict[]): string {
  const counts = VERDICTS.flatMap(({ kind, many, one }) => {
    const count = verdicts.filter((verdict) => verdict.kind === kind).length;
    return count === 0 ? [] : [`${count} ${count === 1 ? one : many}`];
  });
  const last = counts.at(-1) ?? 'nothing is checked';
  return counts.length < 2 ? last : `${counts.slice(0, -1).join(', ')} and ${last}`;
}

/** What follows, in one or two sentences. */
export function verdictText(printed: Printed, verdict: Verdict): string {
  switch (verdict.kind) {
    case 'agrees':
      return `${foundText(verdict.reading)}. ${withinText(printed, verdict.reading)}`;
    case 'agrees-rounded':
      return `${verdict.own ? `${foundText(verdict.own)}. ` : ''}From the same rates rounded to two decimals, as DfE prints them: ${rangeText(verdict.reading)}.`;
    case 'agrees-another-period':
    case 'agrees-part':
      return `${verdict.own ? `${foundText(verdict.own)}, which would not be printed as ${printed.text}. ` : ''}What fits: ${verdict.reading.what}, ${rangeText(verdict.reading)}. ${triedText(verdict.tried)}`;
    case 'cannot-be-told':
      return `${foundText(verdict.reading)}. Chance and the method’s error could make it fall on either side: these figures cannot tell.`;
    case 'does-not-agree':
      return `${foundText(verdict.reading)}, which is ${byText(printed, verdict.by)}.${verdict.tried > 0 ? ` None of the ${verdict.tried} other readings that were tried fits either.` : ''}`;
    case 'cannot-be-computed':
      return `${verdict.reason} What would be needed: ${lowerFirst(verdict.needed)}`;
  }
}

/** A number with its range, where the range is wider than the number is written. */
export function rangeText(reading: Reading): string {
  const text = guideText(reading.unit, reading.value);
  const same = [reading.low, reading.high].every((end) => Math.abs(end - reading.value) <= stepOf(reading));
  return same ? text : `${text} (${rangeOf(reading)})`;
}

/** `from 6.38 to 6.64 per 100`. */
function rangeOf({ unit, low, high }: Reading): string {
  return `from ${guideText(unit, low).replace(/ (times|per 100|million days)$/, '')} to ${guideText(unit, high)}`;
}

/** `agrees` or not is decided by ranges; a reader is told when it was the method’s error that let it agree. */
function withinText(printed: Printed, { value }: Reading): string {
  if (agrees(printed, { low: value, high: value })) {
    return printed.value === undefined
      ? `The guide’s “${printed.text}” holds.`
      : `It would be printed as ${printed.text}.`;
  }
  return `The number printed, ${printed.text}, lies within the method’s error.`;
}

function foundText(reading: Reading): string {
  return `${reading.what.slice(0, 1).toUpperCase()}${reading.what.slice(1)}: ${rangeText(reading)}`;
}

function byText(printed: Printed, by: number): string {
  return `${distanceText(printed.unit, by)} ${by > 0 ? 'more' : 'less'} than ${printed.value === undefined ? 'the words allow' : 'is printed'}`;
}

function triedText(tried: number): string {
  return tried < 2
    ? 'It is the only other reading that was tried.'
    : `${tried} other readings were tried, and of that many one may fit by chance.`;
}

// Half a unit of the last decimal that `guideText` writes.
function stepOf({ unit, value }: Reading): number {
  const text = guideText(unit, unit === 'days' ? value : Math.abs(value));
  const decimals = /\.(\d+)/.exec(text)?.[1]?.length ?? 0;
  return 0.501 * 10 ** -decimals * (unit === 'days' ? 1e6 : 1);
}
