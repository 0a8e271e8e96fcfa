import type { JSX } from 'hono/jsx/jsx-runtime';
import { findAcademicYear, type AcademicYear } from '#kernel';
import { ENGLAND, type MeasureId, type PublishedStatistics, type SchoolType } from '#place';
import type { WebContext } from '../../context.ts';
import { shell } from '../../shell.tsx';
import { urls } from '../../urls.ts';
import { LOST_DAYS_YEAR, millionsText, Steps } from '../place/lost-days-section.tsx';
import { Releases } from '../place/releases.tsx';

const TYPES: readonly SchoolType[] = ['primary', 'secondary', 'special'];
const PARTS: readonly MeasureId[] = ['daily-unauthorised-absence', 'daily-suspended-or-excluded'];

/** The estimate of days lost in England, its sum done again from the published counts. */
export async function HowLostDays(web: WebContext, period: string | undefined): Promise<JSX.Element | undefined> {
  const year = findAcademicYear(period ?? '') ?? LOST_DAYS_YEAR;
  const estimate = await web.published.lostDaysEstimate(year);
  const days = await findDaysAgain(web.published, year);
  if (estimate.kind !== 'estimate' || days === undefined) return undefined;
  return shell(web, {
    section: 'national',
    caption: `England, ${year} school year`,
    title: 'Days of learning lost',
    children: (
      <>
        <p class="govuk-body-l">
          Days of absence that schools did not agree to, and of suspension. It is an estimate from DfE’s daily
          attendance figures.
        </p>
        <div class="kith-figure kith-figure--l govuk-!-margin-bottom-6">
          <p class="kith-figure__label">Worked out again: days lost</p>
          <p class="kith-figure__value" data-recomputed={millionsText(days)} data-number={String(days / 1_000_000)}>
            {millionsText(days)}
          </p>
          <p class="kith-figure__of">{`${Math.round(days).toLocaleString('en-GB')} days`}</p>
        </div>
        <h2 class="govuk-heading-m">In words</h2>
        <p class="govuk-body">
          For primary, secondary and special schools each: sessions of unauthorised absence and with code E, divided by
          2, divided by the share of schools that reported. Then added up.
        </p>
        <Steps id="steps" caption="Step by step" steps={estimate.steps} />
        <h2 class="govuk-heading-m">What it assumes</h2>
        <ul class="govuk-list govuk-list--bullet">
          {estimate.assumptions.map((one) => (
            <li>{one}</li>
          ))}
        </ul>
        <Releases published={web.published} ids={estimate.releases} />
        <p class="govuk-body">
          <a class="govuk-link" href={`${urls.national()}#lost-days`}>
            Back to England
          </a>
        </p>
      </>
    ),
  });
}

async function findDaysAgain(published: PublishedStatistics, year: AcademicYear): Promise<number | undefined> {
  let days = 0;
  for (const type of TYPES) {
    for (const measure of PARTS) {
      const found = await published.findObservation(measure, ENGLAND, { kind: 'academic-year', year }, type);
      if (found?.numerator === undefined || !found.schools) return undefined;
      days += (found.numerator * found.schools.all) / found.schools.reporting / 2;
    }
  }
  return days;
}
