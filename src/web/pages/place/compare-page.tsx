import type { JSX } from 'hono/jsx/jsx-runtime';
import { listText, rich, t } from '#language';
import { findPlace, getMeasure, periodSlug, type Field, type FieldPlace, type Place } from '#place';
import type { WebContext } from '../../context.ts';
import { DataTable, InEnglish } from '../../layout/index.ts';
import { shell } from '../../shell.tsx';
import { urls } from '../../urls.ts';
import { ChallengesBeside, ChallengeLink, readChallengesAt } from '../accountability/challenges-beside.tsx';
import { FunnelOfField, Maps, Spread } from './compare-pictures.tsx';
import { ChooseComparison } from './compare-form.tsx';
import type { AskedFor } from './compare.ts';
import { groupText } from './published-group.ts';
import { periodTitle } from './published-period.ts';
import { commonPlaces, countsText, Published, rateHeading } from './published-text.tsx';
import { inSentence, intervalText, readingWords } from './reading-words.ts';
import { Releases } from './releases.tsx';

/** `/compare`: one measure over one period in every authority, at an address that can be shared. */
export async function ComparePage(web: WebContext, asked: AskedFor): Promise<JSX.Element> {
  return shell(web, {
    section: 'places',
    caption: t('published.places-beside'),
    title: asked.measure.name,
    children: (
      <>
        {asked.kind === 'refused' ? <Refused reasons={asked.reasons} /> : await Compared(web, asked, asked.field)}
        <h2 class="govuk-heading-m" id="choose">
          {t('compare.something-else')}
        </h2>
        <ChooseComparison asked={asked} />
      </>
    ),
  });
}

function Refused({ reasons }: { readonly reasons: readonly string[] }): JSX.Element {
  return (
    <>
      <p class="govuk-body-l">{t('compare.refused')}</p>
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
        {rich('compare.shared', {
          link: (inside) => (
            <a class="govuk-link" href="#choose">
              {inside}
            </a>
          ),
        })}
      </p>
      <p class="govuk-body">
        <InEnglish>{measure.definition}</InEnglish>{' '}
        {field.group === 'all'
          ? t('compare.over', { period: periodTitle(field.period) })
          : t('compare.over-group', {
              period: periodTitle(field.period),
              group: inSentence(groupText(field.group)),
            })}{' '}
        {measure.note !== undefined && <InEnglish>{measure.note}</InEnglish>}
      </p>
      {asked.kind === 'comparison' && asked.cautions.map((caution) => <p class="govuk-body">{caution}</p>)}
      <Maps asked={asked} field={field} />
      <Spread asked={asked} field={field} />
      <FunnelOfField asked={asked} field={field} />
      <AuthorityTable asked={asked} field={field} />
      <p class="govuk-body">
        {t('compare.how-to-read')}{' '}
        <a class="govuk-link" href={urls.methods()}>
          {t('published.how-compared')}
        </a>
      </p>
      <p class="govuk-body">
        <a class="govuk-link" href={urls.compareCsv(queryOf(asked))}>
          {t('published.download')}
        </a>
      </p>
      <ChallengesBeside web={web} challenges={challenges} titleOf={({ place }) => findPlace(place)?.name ?? place} />
      <p class="govuk-body">
        {t('published.wrong')}{' '}
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

function queryOf(asked: AskedFor): Parameters<typeof urls.compare>[0] {
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
      ? t('compare.unsaid')
      : t('compare.summary', { said, higher: higher ?? 0, lower: lower ?? 0, similar: similar ?? 0 });
  const marked = asked.marked.flatMap(({ code }) => {
    const row = [...field.authorities, ...field.regions].find(({ place }) => place.code === code);
    return row ? markedWords(row) : [];
  });
  return marked.length === 0 ? all : t('compare.summary-marked', { places: listText(marked), all });
}

function markedWords({ place: { name: place }, reading }: FieldPlace): readonly string[] {
  if (reading.kind === 'cannot-say') return [];
  if (reading.kind === 'similar') return [t('compare.marked.similar', { place })];
  return [t(`compare.marked.${reading.kind}`, { place, level: reading.level })];
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
      caption={asked.region ? t('compare.authorities-of', { region: asked.region.name }) : t('compare.authorities')}
      columns={[
        {
          heading: t('published.heading.authority'),
          cell: ({ place }) => (
            <PlaceName place={place} marked={asked.marked.some(({ code }) => code === place.code)} />
          ),
        },
        {
          heading: rateHeading(measure),
          numeric: true,
          cell: ({ observation }) => <Published of={observation} places={places} bare />,
        },
        {
          heading: t('published.interval-95'),
          cell: ({ chance }) =>
            chance.kind === 'estimate' ? intervalText(measure.id, chance.at95) : t('compare.none'),
        },
        { heading: t('published.heading.counts'), cell: ({ observation }) => countsText(observation) },
        { heading: t('compare.beside-england'), cell: ({ reading }) => readingWords(reading) },
      ]}
      rows={rows}
      totals={[]}
    />
  );
}

function PlaceName({ place, marked }: { readonly place: Place; readonly marked: boolean }): JSX.Element {
  const link = (
    <a class="govuk-link" href={urls.place(place.code)}>
      {place.name}
    </a>
  );
  const named = place.current ? link : <>{rich('published.former', { place: link })}</>;
  return marked ? <>{rich('compare.marked-place', { place: named })}</> : named;
}
