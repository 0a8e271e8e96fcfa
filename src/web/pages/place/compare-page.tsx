import type { JSX } from 'hono/jsx/jsx-runtime';
import {
  ENGLAND,
  findPlace,
  getMeasure,
  groupWords,
  listMeasures,
  listPlaces,
  periodSlug,
  TOPICS,
  type Field,
  type FieldPlace,
} from '#place';
import type { WebContext } from '../../context.ts';
import { govuk } from '../../govuk/index.ts';
import { DataTable } from '../../layout/index.ts';
import { shell } from '../../shell.tsx';
import { urls } from '../../urls.ts';
import { ChallengesBeside, ChallengeLink, readChallengesAt } from '../accountability/challenges-beside.tsx';
import { FunnelOfField, Maps, Spread } from './compare-pictures.tsx';
import type { AskedFor } from './compare.ts';
import { listRegions } from './picture.ts';
import { periodTitle } from './published-period.ts';
import { commonPlaces, countsText, Published, rateHeading } from './published-text.tsx';
import { inSentence, intervalText, listed, readingWords } from './reading-words.ts';
import { Releases } from './releases.tsx';

/** `/compare`: one measure over one period in every authority, at an address that can be shared. */
export async function ComparePage(web: WebContext, asked: AskedFor): Promise<JSX.Element> {
  return shell(web, {
    section: 'places',
    caption: 'Places beside each other',
    title: asked.measure.name,
    children: (
      <>
        {asked.kind === 'refused' ? <Refused reasons={asked.reasons} /> : await Compared(web, asked, asked.field)}
        <h2 class="govuk-heading-m" id="choose">
          Compare something else
        </h2>
        <ChooseComparison asked={asked} />
      </>
    ),
  });
}

function Refused({ reasons }: { readonly reasons: readonly string[] }): JSX.Element {
  return (
    <>
      <p class="govuk-body-l">This is not compared.</p>
      <ul class="govuk-list govuk-list--bullet" data-refused="">
        {reasons.map((reason) => (
          <li>{reason}</li>
        ))}
      </ul>
    </>
  );
}

async function Compared(web: WebContext, asked: AskedFor, field: Field): Promise<JSX.Element> {
  const measure = getMeasure(field.measure);
  const period = periodSlug(field.period);
  const page = urls.compare(queryOf(asked));
  const challenges = await readChallengesAt(
    web,
    [...field.authorities, ...field.regions].map(({ place }) => ({ measure: measure.id, place: place.code, period })),
  );
  const [first] = asked.marked;
  return (
    <>
      <p class="govuk-body-l">{sentenceOf(asked, field)}</p>
      <p class="govuk-body">
        <a class="govuk-link" href="#choose">
          Compare something else
        </a>
        {' · The address of this page can be shared: it leads to the same comparison.'}
      </p>
      <p class="govuk-body">
        {`${measure.definition} ${periodTitle(field.period)}${field.group === 'all' ? '' : `; pupils: ${inSentence(groupWords(field.group))}`}.`}{' '}
        {measure.note}
      </p>
      {asked.kind === 'comparison' && asked.cautions.map((caution) => <p class="govuk-body">{caution}</p>)}
      <Maps asked={asked} field={field} />
      <Spread asked={asked} field={field} />
      <FunnelOfField asked={asked} field={field} />
      <AuthorityTable asked={asked} field={field} />
      <p class="govuk-body">
        Higher and lower: beyond what chance alone would do, with all authorities looked at together. Authorities stand
        in order of name.{' '}
        <a class="govuk-link" href={urls.methods()}>
          How places are compared
        </a>
      </p>
      <p class="govuk-body">
        <a class="govuk-link" href={urls.compareCsv(queryOf(asked))}>
          Download these figures (CSV)
        </a>
      </p>
      <ChallengesBeside web={web} challenges={challenges} titleOf={({ place }) => findPlace(place)?.name ?? place} />
      <p class="govuk-body">
        Is a figure here wrong for you? Open it: its page says how it was worked out, and how to say what is wrong.{' '}
        {first && <ChallengeLink figure={{ measure: measure.id, place: first.code, period }} page={page} />}
      </p>
      <Releases
        published={web.published}
        ids={[
          ...field.authorities.map(({ observation }) => observation.release),
          ...(field.england ? [field.england.release] : []),
        ]}
      />
    </>
  );
}

export function queryOf(asked: AskedFor): Parameters<typeof urls.compare>[0] {
  return {
    measure: asked.measure.id,
    period: asked.period && periodSlug(asked.period),
    group: asked.group,
    region: asked.region?.code,
    places: asked.marked.map(({ code }) => code),
  };
}

/** How many authorities differ from England by more than chance, and each marked place. */
function sentenceOf(asked: AskedFor, field: Field): string {
  const count = (kind: string): number => field.authorities.filter(({ reading }) => reading.kind === kind).length;
  const [higher, lower, similar] = ['higher', 'lower', 'similar'].map(count);
  const said = (higher ?? 0) + (lower ?? 0) + (similar ?? 0);
  const all =
    said === 0
      ? 'Whether authorities differ from England by more than chance cannot be said here.'
      : `Of ${said} authorities ${higher} are higher than England by more than chance, ${lower} lower, and ${similar} similar.`;
  const marked = asked.marked.flatMap(({ code }) => {
    const row = [...field.authorities, ...field.regions].find(({ place }) => place.code === code);
    return row && row.reading.kind !== 'cannot-say'
      ? [`${row.place.name} is ${inSentence(readingWords(row.reading))}`]
      : [];
  });
  return marked.length === 0 ? all : `${listed(marked)}. ${all}`;
}

function AuthorityTable({ asked, field }: { readonly asked: AskedFor; readonly field: Field }): JSX.Element {
  const measure = getMeasure(field.measure);
  const meant = (row: FieldPlace): boolean => asked.region === undefined || row.place.region === asked.region.code;
  const others = asked.marked.filter(({ level }) => level === 'region').map(({ code }) => code);
  const rows = [
    ...field.regions.filter(({ place }) => others.includes(place.code)),
    ...field.authorities.filter(meant),
  ];
  const places = commonPlaces(rows.map(({ observation }) => observation));
  return (
    <DataTable<FieldPlace>
      id="authorities"
      caption={`Authorities${asked.region ? ` of ${asked.region.name}` : ''}, in order of name`}
      columns={[
        {
          heading: 'Authority',
          cell: ({ place }) => (
            <>
              <a class="govuk-link" href={urls.place(place.code)}>
                {place.name}
              </a>
              {place.current ? '' : ' (former)'}
              {asked.marked.some(({ code }) => code === place.code) && ' (marked)'}
            </>
          ),
        },
        {
          heading: rateHeading(measure),
          numeric: true,
          cell: ({ observation }) => <Published of={observation} places={places} bare />,
        },
        {
          heading: '95% interval',
          cell: ({ chance }) => (chance.kind === 'estimate' ? intervalText(measure.id, chance.at95) : 'None'),
        },
        { heading: 'Counts', cell: ({ observation }) => countsText(observation) },
        { heading: 'Beside England', cell: ({ reading }) => readingWords(reading) },
      ]}
      rows={rows}
      totals={[]}
    />
  );
}

/** A plain GET form: it works without script, and its address can be shared. */
function ChooseComparison({ asked }: { readonly asked: AskedFor }): JSX.Element {
  const { measure, periods, period, groups, group, region, marked } = asked;
  return (
    <form method="get" action={urls.compare()}>
      {govuk.select({
        id: 'choose-measure',
        name: 'measure',
        label: { text: 'Measure' },
        value: measure.id,
        items: measuresByTopic().map((one) => ({ value: one.id, text: one.name })),
      })}
      {govuk.select({
        id: 'choose-period',
        name: 'period',
        label: { text: 'Period' },
        hint: { text: 'Periods of the measure above. After choosing another measure, show it first' },
        value: period ? periodSlug(period) : '',
        items: [
          { value: '', text: 'The latest' },
          ...periods.map((one) => ({ value: periodSlug(one), text: periodTitle(one) })),
        ],
      })}
      {groups.length > 1 &&
        govuk.select({
          id: 'choose-group',
          name: 'group',
          label: { text: 'Pupils' },
          value: group,
          items: groups.map((one) => ({ value: one, text: groupWords(one) })),
        })}
      {govuk.select({
        id: 'choose-place',
        name: 'place',
        label: { text: 'Mark a place' },
        value: marked[0]?.code ?? '',
        items: [
          { value: '', text: 'None' },
          ...listPlaces()
            .filter(
              ({ level, current, code }) =>
                current && code !== ENGLAND && (level === 'authority' || level === 'region'),
            )
            .toSorted((a, b) => a.name.localeCompare(b.name, 'en-GB'))
            .map(({ code, name }) => ({ value: code, text: name })),
        ],
      })}
      {govuk.select({
        id: 'choose-region',
        name: 'region',
        label: { text: 'List authorities of' },
        value: region?.code ?? '',
        items: [
          { value: '', text: 'All regions' },
          ...listRegions().map(({ code, name }) => ({ value: code, text: name })),
        ],
      })}
      {govuk.button({ text: 'Compare' })}
    </form>
  );
}

/** Rates only: a number of cases says more of a place’s size than of anything else. */
function measuresByTopic(): readonly ReturnType<typeof getMeasure>[] {
  const order = TOPICS.map(({ id }) => id);
  return listMeasures()
    .filter(({ unit }) => unit !== 'count')
    .toSorted((a, b) => order.indexOf(a.topic) - order.indexOf(b.topic));
}
