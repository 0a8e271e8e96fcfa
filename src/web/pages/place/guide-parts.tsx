import type { JSX } from 'hono/jsx/jsx-runtime';
import { t } from '#language';
import { guideText, verdictWords, type CheckedStatement, type VerdictKind } from '#place';
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
  return <>{govuk.tag({ text: verdictWords(kind).short, classes: COLOURS[kind] })}</>;
}

/** Kith’s own number for what the guide says, or that there is none. */
export function ownText({ finding }: CheckedStatement): string {
  const own = finding.kind === 'readings' ? (finding.own ?? finding.others[0]) : undefined;
  return own ? guideText(own.unit, own.value) : t('guide.no-figure');
}

/** Ids of the releases that a statement’s figures come from. */
export function releasesOf({ finding }: CheckedStatement): readonly string[] {
  const readings =
    finding.kind === 'none' ? finding.instead : [...(finding.own ? [finding.own] : []), ...finding.others];
  return [...new Set(readings.flatMap((reading) => reading.rows.map((row) => row.release)))];
}
