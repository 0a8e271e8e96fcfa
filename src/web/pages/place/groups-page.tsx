import type { JSX } from 'hono/jsx/jsx-runtime';
import {
  countsOf,
  getMeasure,
  groupWords,
  listPlaces,
  partsOf,
  periodSlug,
  periodWords,
  rateText,
  SCHOOL_TYPE_WORDS,
  type GroupBeside,
} from '#place';
import type { WebContext } from '../../context.ts';
import { govuk } from '../../govuk/index.ts';
import { shell } from '../../shell.tsx';
import { urls } from '../../urls.ts';
import { ChallengesBeside, ChallengeLink, readChallengesAt } from '../accountability/challenges-beside.tsx';
import { GroupTable, Ratios } from './groups-table.tsx';
import { GROUP_MEASURES, type AskedGroups } from './groups.ts';
import { periodTitle } from './published-period.ts';
import { inSentence } from './reading-words.ts';
import { Releases } from './releases.tsx';

/** `/groups`: how many times as often, and how many more in a hundred, each group and intersection. */
export async function GroupsPage(web: WebContext, asked: AskedGroups): Promise<JSX.Element> {
  const { measure, place, period, schoolType, rows, instead } = asked;
  const figure = period && { measure: measure.id, place: place.code, period: periodSlug(period) };
  const single = rows.filter(({ group }) => partsOf(group).length === 1);
  const several = rows.filter(({ group }) => partsOf(group).length > 1);
  return shell(web, {
    section: 'places',
    caption: `Groups of pupils in ${place.name}`,
    title: measure.name,
    children: (
      <>
        {instead.map((text) => govuk.insetText({ text }))}
        {period === undefined || rows.length === 0 ? (
          <p class="govuk-body-l">{`“${measure.name}” is not published by group of pupils for ${place.name}.`}</p>
        ) : (
          <>
            <p class="govuk-body-l">{sentenceOf(asked)}</p>
            <p class="govuk-body">
              {`${measure.definition} Over ${periodWords(period)}; ${SCHOOL_TYPE_WORDS[schoolType]}. ${againstWords(rows)}`}
            </p>
            <GroupTable asked={asked} id="groups" caption="Each group" rows={single} />
            <Ratios asked={asked} id="groups-ratios" rows={single} heading="How many times as often: each group" />
            {several.length > 0 && (
              <>
                <GroupTable
                  asked={asked}
                  id="intersections"
                  caption="Pupils in several groups at once"
                  rows={several}
                />
                <Ratios
                  asked={asked}
                  id="intersections-ratios"
                  rows={several}
                  heading="How many times as often: several groups at once"
                />
              </>
            )}
            <h2 class="govuk-heading-m">What a ratio does not say</h2>
            <ul class="govuk-list govuk-list--bullet">
              <li>
                How many children it is. A large ratio of something rare may be few, a small one of something common
                many: read the difference beside it.
              </li>
              <li>Why. Groups differ in age, school and much else, and nothing is allowed for here.</li>
              <li>That belonging to two groups adds up: read the intersections, which are counted, not multiplied.</li>
              <li>Anything of one child.</li>
            </ul>
            <ChallengesBeside web={web} challenges={figure ? await readChallengesAt(web, [figure]) : []} />
            <p class="govuk-body">
              {figure && (
                <ChallengeLink
                  figure={figure}
                  page={urls.groups({
                    measure: measure.id,
                    place: place.code,
                    period: figure.period,
                    schools: schoolType,
                  })}
                />
              )}
              {' · '}
              <a class="govuk-link" href={urls.methods('two-groups')}>
                How it is worked out
              </a>
            </p>
            <Releases published={web.published} ids={rows.map(({ observation }) => observation.release)} />
          </>
        )}
        <h2 class="govuk-heading-m">Look at another</h2>
        <ChooseGroups asked={asked} />
      </>
    ),
  });
}

function againstWords(rows: readonly GroupBeside[]): string {
  const counted = rows.some(({ beside }) => beside.kind === 'everyone-else');
  const rated = rows.some(({ beside }) => beside.kind === 'rates-only');
  return [
    counted ? 'A group with counts stands against everyone else in the place, so no pupil is on both sides.' : '',
    rated
      ? 'A group published as a rate alone stands against pupils with no identified special educational needs, without an interval.'
      : '',
  ]
    .filter(Boolean)
    .join(' ');
}

/** The groups whose interval lies above 1, three at most, in the order of the table. */
function sentenceOf({ measure, place, rows }: AskedGroups): string {
  const above = rows.flatMap(({ group, beside }) => {
    if (beside.kind !== 'everyone-else' || beside.ratio.kind !== 'estimate' || beside.ratio.at95.lower <= 1) return [];
    return [`${inSentence(groupWords(group))}: ${rateText(beside.ratio.value, 2)} times as often as everyone else`];
  });
  const rated = rows.flatMap(({ group, beside }) =>
    beside.kind === 'rates-only' && beside.ratio !== undefined
      ? [`${inSentence(groupWords(group))}: ${rateText(beside.ratio, 2)} times the rate of pupils without`]
      : [],
  );
  const said = (above.length > 0 ? above : rated).slice(0, 3);
  if (said.length === 0 && countsOf(measure) !== 'people') {
    return `${measure.name} in ${place.name}: whether groups differ by more than chance cannot be said.`;
  }
  return said.length === 0
    ? `${measure.name} in ${place.name}: no group lies above everyone else by more than chance, or it cannot be said.`
    : `${measure.name} in ${place.name}. Pupils ${said.join('; ')}.`;
}

function ChooseGroups({ asked }: { readonly asked: AskedGroups }): JSX.Element {
  const { measure, place, period, periods, schoolType, schoolTypes } = asked;
  return (
    <form method="get" action={urls.groups()}>
      {govuk.select({
        id: 'choose-measure',
        name: 'measure',
        label: { text: 'Measure' },
        value: measure.id,
        items: GROUP_MEASURES.map((id) => ({ value: id, text: getMeasure(id).name })),
      })}
      {govuk.select({
        id: 'choose-place',
        name: 'place',
        label: { text: 'Place' },
        value: place.code,
        items: listPlaces()
          .filter(({ level, current }) => current && ['country', 'region', 'authority'].includes(level))
          .map(({ code, name }) => ({ value: code, text: name })),
      })}
      {periods.length > 0 &&
        govuk.select({
          id: 'choose-period',
          name: 'period',
          label: { text: 'Period' },
          value: period ? periodSlug(period) : '',
          items: [
            { value: '', text: 'The latest with counts' },
            ...periods.map((one) => ({ value: periodSlug(one), text: periodTitle(one) })),
          ],
        })}
      {schoolTypes.length > 1 &&
        govuk.select({
          id: 'choose-schools',
          name: 'schools',
          label: { text: 'Schools' },
          value: schoolType,
          items: schoolTypes.map((type) => ({ value: type, text: SCHOOL_TYPE_WORDS[type] })),
        })}
      {govuk.button({ text: 'Show' })}
    </form>
  );
}
