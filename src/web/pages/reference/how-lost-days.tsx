import type { JSX } from 'hono/jsx/jsx-runtime';
import { findAcademicYear, type AcademicYear } from '#kernel';
import { numberText, t } from '#language';
import { ENGLAND, type MeasureId, type PublishedStatistics, type SchoolType } from '#place';
import type { WebContext } from '../../context.ts';
import { InEnglish } from '../../layout/index.ts';
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
    caption: t('reference.lost.caption', { year }),
    title: t('reference.lost.title'),
    children: (
      <>
        <p class="govuk-body-l">{t('reference.lost.lead')}</p>
        <div class="kith-figure kith-figure--l govuk-!-margin-bottom-6">
          <p class="kith-figure__label">{t('reference.lost.again')}</p>
          <p class="kith-figure__value" data-recomputed={millionsText(days)} data-number={String(days / 1_000_000)}>
            {millionsText(days)}
          </p>
          <p class="kith-figure__of">{t('reference.lost.days', { days: numberText(Math.round(days)) })}</p>
        </div>
        <h2 class="govuk-heading-m">{t('how.words')}</h2>
        <p class="govuk-body">{t('reference.lost.words')}</p>
        <Steps id="steps" caption={t('reference.lost.steps')} steps={estimate.steps} />
        <h2 class="govuk-heading-m">{t('national.lost.assumes')}</h2>
        <ul class="govuk-list govuk-list--bullet">
          {estimate.assumptions.map((one) => (
            <li>
              <InEnglish>{one}</InEnglish>
            </li>
          ))}
        </ul>
        <Releases published={web.published} ids={estimate.releases} />
        <p class="govuk-body">
          <a class="govuk-link" href={`${urls.national()}#lost-days`}>
            {t('reference.lost.back')}
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
