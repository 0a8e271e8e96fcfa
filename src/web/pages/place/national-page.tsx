import type { JSX } from 'hono/jsx/jsx-runtime';
import { ENGLAND, findPlace, getMeasure, getPublication, type MeasureId, type Observation } from '#place';
import type { Challenge } from '#accountability';
import { nameInside, type WebContext } from '../../context.ts';
import { Figures, type FigureProps } from '../../layout/index.ts';
import { shell } from '../../shell.tsx';
import { urls } from '../../urls.ts';
import { ChallengesBeside, readChallengesAt } from '../accountability/challenges-beside.tsx';
import { Authorities, ChooseForm, EnglandOverYears, RegionsSideBySide } from './chosen-measure.tsx';
import { GuideSection } from './guide-section.tsx';
import { LostDaysSection, LOST_DAYS_YEAR } from './lost-days-section.tsx';
import type { Choice, Picture } from './picture.ts';
import { periodSlug, periodTitle } from './published-period.ts';
import { bareText, countsText, howPublished, publishedText } from './published-text.tsx';
import { Releases } from './releases.tsx';

const HEADLINES: readonly MeasureId[] = [
  'overall-absence',
  'persistent-absence',
  'severe-absence',
  'suspension-rate',
  'permanent-exclusion-rate',
];

const CONTENTS = [
  { href: '#measure', text: 'One measure, place by place' },
  { href: '#guide', text: 'What the guide says, checked' },
  { href: '#lost-days', text: 'Days of learning lost in England' },
  { href: '#releases', text: 'Where these figures come from' },
] as const;

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
    title: 'The real picture of England',
    children: (
      <>
        <p class="govuk-body-l">
          What the Department for Education (DfE) has published about time lost from school, and where each number comes
          from.
        </p>
        <p class="govuk-body">
          Nothing on this page is about the children of {nameInside(web.area)}. Places stand in order of name: where a
          place stands says nothing about how good its schools are.
        </p>
        <ul class="govuk-list">
          {CONTENTS.map(({ href, text }) => (
            <li>
              <a class="govuk-link" href={href}>
                {text}
              </a>
            </li>
          ))}
        </ul>
        <p class="govuk-body">
          <a class="govuk-link" href={urls.statistics()}>
            All published statistics, by topic
          </a>
          : SEN, plans, health, deprivation and more, by place and group of pupils.
        </p>
        <h2 class="govuk-heading-m">England, the latest whole school years</h2>
        <Figures figures={headlines.map(headlineFigure)} />
        <h2 class="govuk-heading-l" id="measure">
          One measure, place by place
        </h2>
        <ChooseForm choice={choice} />
        <h3 class="govuk-heading-m">{`${choice.measure.name}: ${periodTitle(choice.period)}`}</h3>
        <p class="govuk-body">
          {choice.measure.definition} {getPublication(choice.measure.publication).about}
        </p>
        <EnglandOverYears choice={choice} picture={picture} />
        <RegionsSideBySide choice={choice} picture={picture} />
        <Authorities choice={choice} picture={picture} />
        <ChallengesBeside web={web} challenges={challenges} titleOf={({ place }) => findPlace(place)?.name ?? place} />
        <p class="govuk-body">
          Is a figure here wrong for you? Open it: its page says how it was worked out, and how to say what is wrong.
        </p>
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
  const rate = value.kind === 'value' ? publishedText(measure, value.value) : 'Not published';
  return {
    label: name,
    value: bareText(rate),
    measure,
    href: howPublished(observation),
    of: `${unit === 'percent' ? '' : 'For every 100 pupils. '}${periodTitle(period)}`,
    beside: countsText(observation),
    size: 'm',
  };
}
