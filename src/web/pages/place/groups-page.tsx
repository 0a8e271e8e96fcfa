import type { JSX } from 'hono/jsx/jsx-runtime';
import { clausesText, dataText, t } from '#language';
import {
  countsOf,
  getMeasure,
  listPlaces,
  partsOf,
  periodSlug,
  rateText,
  SCHOOL_TYPE_WORDS,
  type GroupBeside,
} from '#place';
import type { WebContext } from '../../context.ts';
import { govuk } from '../../govuk/index.ts';
import { InEnglish } from '../../layout/index.ts';
import { shell } from '../../shell.tsx';
import { urls } from '../../urls.ts';
import { ChallengesBeside, ChallengeLink, readChallengesAt } from '../accountability/challenges-beside.tsx';
import { GroupTable, Ratios } from './groups-table.tsx';
import { GROUP_MEASURES, type AskedGroups } from './groups.ts';
import { groupText } from './published-group.ts';
import { periodTitle, periodWords } from './published-period.ts';
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
    caption: t('groups.caption', { place: place.name }),
    title: measure.name,
    children: (
      <>
        {instead.map((text) => govuk.insetText({ text }))}
        {period === undefined || rows.length === 0 ? (
          <p class="govuk-body-l">{t('groups.none', { measure: measure.name, place: place.name })}</p>
        ) : (
          <>
            <p class="govuk-body-l">{sentenceOf(asked)}</p>
            <p class="govuk-body">
              <InEnglish>{measure.definition}</InEnglish>{' '}
              {t('groups.over', { period: periodWords(period), schools: dataText(SCHOOL_TYPE_WORDS[schoolType]) })}
              {` ${againstWords(rows)}`}
            </p>
            <GroupTable asked={asked} id="groups" caption={t('groups.each')} rows={single} />
            <Ratios asked={asked} id="groups-ratios" rows={single} heading={t('groups.each.ratios')} />
            {several.length > 0 && (
              <>
                <GroupTable asked={asked} id="intersections" caption={t('groups.several')} rows={several} />
                <Ratios asked={asked} id="intersections-ratios" rows={several} heading={t('groups.several.ratios')} />
              </>
            )}
            <h2 class="govuk-heading-m">{t('groups.not-said')}</h2>
            <ul class="govuk-list govuk-list--bullet">
              <li>{t('groups.not-said.many')}</li>
              <li>{t('groups.not-said.why')}</li>
              <li>{t('groups.not-said.adds-up')}</li>
              <li>{t('groups.not-said.child')}</li>
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
                {t('published.how')}
              </a>
            </p>
            <Releases published={web.published} ids={rows.map(({ observation }) => observation.release)} />
          </>
        )}
        <h2 class="govuk-heading-m">{t('groups.another')}</h2>
        <ChooseGroups asked={asked} />
      </>
    ),
  });
}

function againstWords(rows: readonly GroupBeside[]): string {
  const counted = rows.some(({ beside }) => beside.kind === 'everyone-else');
  const rated = rows.some(({ beside }) => beside.kind === 'rates-only');
  return [...(counted ? [t('groups.against.counted')] : []), ...(rated ? [t('groups.against.rated')] : [])].join(' ');
}

/** The groups whose interval lies above 1, three at most, in the order of the table. */
function sentenceOf({ measure, place, rows }: AskedGroups): string {
  const above = rows.flatMap(({ group, beside }) => {
    if (beside.kind !== 'everyone-else' || beside.ratio.kind !== 'estimate' || beside.ratio.at95.lower <= 1) return [];
    const ratio = rateText(beside.ratio.value, 2);
    return [t('groups.times-else', { group: inSentence(groupText(group)), ratio })];
  });
  const rated = rows.flatMap(({ group, beside }) =>
    beside.kind === 'rates-only' && beside.ratio !== undefined
      ? [t('groups.times-without', { group: inSentence(groupText(group)), ratio: rateText(beside.ratio, 2) })]
      : [],
  );
  const said = (above.length > 0 ? above : rated).slice(0, 3);
  const of = { measure: measure.name, place: place.name };
  if (said.length === 0) return t(countsOf(measure) === 'people' ? 'groups.no-group' : 'groups.cannot-say', of);
  return t('groups.summary', { ...of, groups: clausesText(said) });
}

function ChooseGroups({ asked }: { readonly asked: AskedGroups }): JSX.Element {
  const { measure, place, period, periods, schoolType, schoolTypes } = asked;
  return (
    <form method="get" action={urls.groups()}>
      {govuk.select({
        id: 'choose-measure',
        name: 'measure',
        label: { text: t('published.heading.measure') },
        value: measure.id,
        items: GROUP_MEASURES.map((id) => ({ value: id, text: getMeasure(id).name })),
      })}
      {govuk.select({
        id: 'choose-place',
        name: 'place',
        label: { text: t('published.heading.place') },
        value: place.code,
        items: listPlaces()
          .filter(({ level, current }) => current && ['country', 'region', 'authority'].includes(level))
          .map(({ code, name }) => ({ value: code, text: name })),
      })}
      {periods.length > 0 &&
        govuk.select({
          id: 'choose-period',
          name: 'period',
          label: { text: t('published.heading.period') },
          value: period ? periodSlug(period) : '',
          items: [
            { value: '', text: t('published.latest-with-counts') },
            ...periods.map((one) => ({ value: periodSlug(one), text: periodTitle(one) })),
          ],
        })}
      {schoolTypes.length > 1 &&
        govuk.select({
          id: 'choose-schools',
          name: 'schools',
          label: { text: t('groups.schools') },
          value: schoolType,
          items: schoolTypes.map((type) => ({ value: type, text: dataText(SCHOOL_TYPE_WORDS[type]) })),
        })}
      {govuk.button({ text: t('published.show') })}
    </form>
  );
}
