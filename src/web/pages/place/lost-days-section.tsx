import type { JSX } from 'hono/jsx/jsx-runtime';
import { academicYearStarting } from '#kernel';
import { t } from '#language';
import { ENGLAND, rateText, type EstimateStep, type LostDays } from '#place';
import { printed } from '../../charts/scale.ts';
import { DataTable, Figure, InEnglish } from '../../layout/index.ts';
import { urls } from '../../urls.ts';

/** The year of the headline that the estimate can be held against. */
export const LOST_DAYS_YEAR = academicYearStarting(2023);
/** Not one of DfE’s measures: an estimate from several. */
export const LOST_DAYS = 'lost-days';

/** `33.6 million days`. */
export function millionsText(days: number): string {
  return t('national.lost.millions', { count: rateText(days / 1_000_000, 1) });
}

/** Days lost in England, each step and each assumption in the open. */
export function LostDaysSection({ estimate }: { readonly estimate: LostDays }): JSX.Element {
  return (
    <>
      <h2 class="govuk-heading-l" id="lost-days">
        {t('national.lost-days')}
      </h2>
      {estimate.kind === 'no-estimate' ? (
        <p class="govuk-body">
          <InEnglish>{estimate.reason}</InEnglish>
        </p>
      ) : (
        <>
          <p class="govuk-body">{t('national.lost.lead')}</p>
          <Figure
            value={millionsText(estimate.days)}
            label={t('national.lost.label', { year: estimate.year })}
            measure={LOST_DAYS}
            href={urls.howPublished(LOST_DAYS, ENGLAND, estimate.year)}
            of={t('national.lost.of', {
              absence: millionsText(estimate.unauthorisedDays),
              suspension: millionsText(estimate.suspensionDays),
            })}
          />
          <h3 class="govuk-heading-m govuk-!-margin-top-6">{t('national.lost.assumes')}</h3>
          <ul class="govuk-list govuk-list--bullet">
            {estimate.assumptions.map((one) => (
              <li>
                <InEnglish>{one}</InEnglish>
              </li>
            ))}
          </ul>
          <Steps id="lost-days-steps" caption={t('national.lost.steps')} steps={estimate.steps} />
          {estimate.alternative && (
            <>
              <p class="govuk-body">{t('national.lost.other', { days: millionsText(estimate.alternative.days) })}</p>
              <Steps id="lost-days-other" caption={t('national.lost.other-steps')} steps={estimate.alternative.steps} />
            </>
          )}
        </>
      )}
    </>
  );
}

export function Steps(props: {
  readonly id: string;
  readonly caption: string;
  readonly steps: readonly EstimateStep[];
}): JSX.Element {
  return (
    <DataTable
      id={props.id}
      caption={props.caption}
      captionSize="s"
      columns={[
        { heading: t('published.heading.step'), cell: (row) => <InEnglish>{row.sentence}</InEnglish> },
        { heading: t('published.heading.number'), numeric: true, cell: stepText },
      ]}
      rows={props.steps}
    />
  );
}

function stepText({ value, unit }: EstimateStep): string {
  if (unit === 'percent') return t('national.lost.number.percent', { number: rateText(value, 1) });
  return t(`national.lost.number.${unit}`, {
    number: value < 100 ? rateText(value, 2) : printed(Math.round(value)),
  });
}
