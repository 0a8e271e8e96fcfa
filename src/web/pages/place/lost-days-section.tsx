import type { JSX } from 'hono/jsx/jsx-runtime';
import { academicYearStarting } from '#kernel';
import { ENGLAND, rateText, type EstimateStep, type LostDays } from '#place';
import { printed } from '../../charts/scale.ts';
import { DataTable, Figure } from '../../layout/index.ts';
import { urls } from '../../urls.ts';

/** The year of the headline that the estimate can be held against. */
export const LOST_DAYS_YEAR = academicYearStarting(2023);
/** Not one of DfE’s measures: an estimate from several. */
export const LOST_DAYS = 'lost-days';

/** `33.6 million days`. */
export function millionsText(days: number): string {
  return `${rateText(days / 1_000_000, 1)} million`;
}

/** Days lost in England, each step and each assumption in the open. */
export function LostDaysSection({ estimate }: { readonly estimate: LostDays }): JSX.Element {
  return (
    <>
      <h2 class="govuk-heading-l" id="lost-days">
        Days of learning lost in England
      </h2>
      {estimate.kind === 'no-estimate' ? (
        <p class="govuk-body">{estimate.reason}</p>
      ) : (
        <>
          <p class="govuk-body">
            An estimate, not a count. It adds the same two things as “Who is losing learning?” (IPPR and The
            Difference): absence that schools did not agree to, and suspension.
          </p>
          <Figure
            value={millionsText(estimate.days)}
            label={`Days lost, ${estimate.year}`}
            measure={LOST_DAYS}
            href={urls.howPublished(LOST_DAYS, ENGLAND, estimate.year)}
            of={`${millionsText(estimate.unauthorisedDays)} days of unauthorised absence and ${millionsText(estimate.suspensionDays)} days of suspension (code E)`}
          />
          <h3 class="govuk-heading-m govuk-!-margin-top-6">What it assumes</h3>
          <ul class="govuk-list govuk-list--bullet">
            {estimate.assumptions.map((one) => (
              <li>{one}</li>
            ))}
          </ul>
          <Steps id="lost-days-steps" caption="How it is worked out, step by step" steps={estimate.steps} />
          {estimate.alternative && (
            <>
              <p class="govuk-body">
                {`Worked out another way, from the number of suspensions and how long they last, it comes to ${millionsText(estimate.alternative.days)} days.`}
              </p>
              <Steps id="lost-days-other" caption="The other way" steps={estimate.alternative.steps} />
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
        { heading: 'Step', cell: (row) => row.sentence },
        { heading: 'Number', numeric: true, cell: stepText },
      ]}
      rows={props.steps}
    />
  );
}

function stepText({ value, unit }: EstimateStep): string {
  if (unit === 'percent') return `${rateText(value, 1)}%`;
  if (value < 100) return `${rateText(value, 2)} ${unit}`;
  return `${printed(Math.round(value))} ${unit}`;
}
