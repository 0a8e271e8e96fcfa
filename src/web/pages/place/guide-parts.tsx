import type { JSX } from 'hono/jsx/jsx-runtime';
import { dataText, listText, t } from '#language';
import { rateText, VERDICTS, verdictWords, type CheckedStatement, type Reading, type VerdictKind } from '#place';
import { govuk } from '../../govuk/index.ts';

// The words carry the verdict; the colour only helps the eye.
const COLOURS: Readonly<Record<VerdictKind, string>> = {
  agrees: 'govuk-tag--green',
  'agrees-rounded': 'govuk-tag--turquoise',
  'agrees-another-period': 'govuk-tag--turquoise',
  'agrees-part': 'govuk-tag--turquoise',
  'cannot-be-told': 'govuk-tag--grey',
  'does-not-agree': 'govuk-tag--orange',
  'cannot-be-computed': 'govuk-tag--grey',
};

export function VerdictTag({ kind }: { readonly kind: VerdictKind }): JSX.Element {
  return <>{govuk.tag({ text: dataText(verdictWords(kind).short), classes: COLOURS[kind] })}</>;
}

/** Kith’s own number for what the guide says, or that there is none. */
export function ownText({ finding }: CheckedStatement): string {
  const own = finding.kind === 'readings' ? (finding.own ?? finding.others[0]) : undefined;
  return own ? numberText(own) : t('guide.no-figure');
}

/** The same without `per 100`, where that is said once for all. */
export function bareOwnText(own: Pick<Reading, 'unit' | 'value'>): string {
  const { unit, value } = own;
  return unit === 'per-100-pupils' ? rateText(value, Math.abs(value) < 1 ? 4 : 2) : numberText(own);
}

/** A number of the guide’s units as `guideText` writes it in files. */
function numberText({ unit, value }: Pick<Reading, 'unit' | 'value'>): string {
  switch (unit) {
    case 'percent':
      return t('guide.number.percent', { number: rateText(value, 2) });
    case 'per-100-pupils':
      return t('guide.number.per-100-pupils', { number: bareOwnText({ unit, value }) });
    case 'times':
      return t('guide.number.times', { number: rateText(value, 3) });
    case 'percent-above':
      return t(value < 0 ? 'guide.number.below' : 'guide.number.above', { number: rateText(Math.abs(value), 1) });
    case 'days':
      return t('guide.number.days', { number: rateText(value / 1e6, 2) });
  }
}

/** `18 agree, 9 agree with another period and 2 do not agree`. */
export function verdictsText(checked: readonly CheckedStatement[]): string {
  const counts = VERDICTS.flatMap(({ kind }) => {
    const count = checked.filter(({ verdict }) => verdict.kind === kind).length;
    return count === 0 ? [] : [t(`guide.count.${kind}`, { count })];
  });
  return counts.length === 0 ? t('guide.nothing') : listText(counts);
}

/** Ids of the releases that a statement’s figures come from. */
export function releasesOf({ finding }: CheckedStatement): readonly string[] {
  const readings =
    finding.kind === 'none' ? finding.instead : [...(finding.own ? [finding.own] : []), ...finding.others];
  return [...new Set(readings.flatMap((reading) => reading.rows.map((row) => row.release)))];
}
