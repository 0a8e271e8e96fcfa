import type { JSX } from 'hono/jsx/jsx-runtime';
import { rich, t, type PlainKey } from '#language';
import { ENGLAND, findPlace, getMeasure, getPublication, type MeasureId, type Observation } from '#place';
import type { Challenge } from '#accountability';
import { nameInside, type WebContext } from '../../context.ts';
import { Figures, InEnglish, type FigureProps } from '../../layout/index.ts';
import { shell } from '../../shell.tsx';
import { urls } from '../../urls.ts';
import { ChallengesBeside, readChallengesAt } from '../accountability/challenges-beside.tsx';
import { Authorities, ChooseForm, EnglandOverYears, RegionsSideBySide } from './chosen-measure.tsx';
import { GuideSection } from './guide-section.tsx';
import { LostDaysSection, LOST_DAYS_YEAR } from './lost-days-section.tsx';
import type { Choice, Picture } from './picture.ts';
import { periodSlug, periodTitle } from './published-period.ts';
import { bareRate, countsText, howPublished } from './published-text.tsx';
import { Releases } from './releases.tsx';

const HEADLINES: readonly MeasureId[] = [
  'overall-absence',
  'persistent-absence',
  'severe-absence',
  'suspension-rate',
  'permanent-exclusion-rate',
];

const CONTENTS = [
  { href: '#measure', text: 'national.measure' },
  { href: '#guide', text: 'national.guide' },
  { href: '#lost-days', text: 'national.lost-days' },
  { href: '#releases', text: 'published.releases' },
] as const satisfies readonly { readonly href: string; readonly text: PlainKey }[];

/** `/national`: the published picture of England, and one measure of the reader’s choice in every place. */
export async function NationalPage(web: WebContext, choice: Choice, picture: Picture): Promise<JSX.Element> {
  const headlines = await readHeadlines(web);
  const challenges = await readPictureChallenges(web, choice, picture);
  const lostDays = await web.published.lostDaysEstimate(LOST_DAYS_YEAR);
  const used = [
    ...headlines.map((one) => one.release),
    ...(picture.england ? [picture.england.release] : []),
    ...picture.years.map((one) => one.release),
    ...[...picture.regions, ...picture.authorities].map((one) => one.observation.release),
    ...(lostDays.kind === 'estimate' ? lostDays.releases : []),
  ];
  return shell(web, {
    section: 'national',
    title: t('national.title'),
    children: (
      <>
        <p class="govuk-body-l">{t('national.lead')}</p>
        <p class="govuk-body">{t('national.not-area', { area: nameInside(web.area) })}</p>
        <ul class="govuk-list">
          {CONTENTS.map(({ href, text }) => (
            <li>
              <a class="govuk-link" href={href}>
                {t(text)}
              </a>
            </li>
          ))}
        </ul>
        <p class="govuk-body">
          {rich('national.more', {
            statistics: (inside) => (
              <a class="govuk-link" href={urls.statistics()}>
                {inside}
              </a>
            ),
            places: (inside) => (
              <a class="govuk-link" href={urls.places()}>
                {inside}
              </a>
            ),
          })}
        </p>
        <h2 class="govuk-heading-m">{t('national.latest')}</h2>
        <Figures figures={headlines.map(headlineFigure)} />
        <h2 class="govuk-heading-l" id="measure">
          {t('national.measure')}
        </h2>
        <ChooseForm choice={choice} />
        <h3 class="govuk-heading-m">
          {t('national.headline', { measure: choice.measure.name, period: periodTitle(choice.period) })}
        </h3>
        <p class="govuk-body">
          <InEnglish>
            {choice.measure.definition} {getPublication(choice.measure.publication).about}
          </InEnglish>
        </p>
        <EnglandOverYears choice={choice} picture={picture} />
        <RegionsSideBySide choice={choice} picture={picture} />
        <Authorities choice={choice} picture={picture} />
        <ChallengesBeside web={web} challenges={challenges} titleOf={({ place }) => findPlace(place)?.name ?? place} />
        <p class="govuk-body">{t('published.wrong')}</p>
        <GuideSection />
        <LostDaysSection estimate={lostDays} />
        <Releases published={web.published} ids={used} />
      </>
    ),
  });
}

/** What was said about any figure of the picture: its measure and period, in any place that it shows. */
function readPictureChallenges(web: WebContext, choice: Choice, picture: Picture): Promise<readonly Challenge[]> {
  const { measure, period } = choice;
  const places = [ENGLAND, ...[...picture.regions, ...picture.authorities].map(({ place }) => place.code)];
  return readChallengesAt(
    web,
    places.map((place) => ({ measure: measure.id, place, period: periodSlug(period) })),
  );
}

async function readHeadlines(web: WebContext): Promise<readonly Observation[]> {
  const found: Observation[] = [];
  for (const measure of HEADLINES) {
    const period = await web.published.findLatestPeriod(measure, 'academic-year');
    const observation = period && (await web.published.findObservation(measure, ENGLAND, period));
    if (observation) found.push(observation);
  }
  return found;
}

function headlineFigure(observation: Observation): FigureProps {
  const { measure, value, period } = observation;
  const { name, unit } = getMeasure(measure);
  return {
    label: name,
    value: value.kind === 'value' ? bareRate(measure, value.value) : t('published.not-published'),
    measure,
    href: howPublished(observation),
    of: unit === 'percent' ? periodTitle(period) : t('national.per-100', { period: periodTitle(period) }),
    beside: countsText(observation),
    size: 'm',
  };
}
