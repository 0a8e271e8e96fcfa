import type { JSX } from 'hono/jsx/jsx-runtime';
import { ENGLAND, findPlace, getMeasure, periodSlug, UNITS, type ProfileRow } from '#place';
import { DataTable } from '../../layout/index.ts';
import { urls } from '../../urls.ts';
import { ChallengeLink } from '../accountability/challenges-beside.tsx';
import type { Profile } from './profile.ts';
import { bareText, Published, publishedText } from './published-text.tsx';
import { chanceText, inSentence, listed, readingWords, shortPeriod } from './reading-words.ts';

/** The first sentence of a profile: where the place differs from England by more than chance, in words. */
export function profileSentence({ place, rows }: Pick<Profile, 'place' | 'rows'>): string {
  const names = (kind: string): readonly string[] =>
    rows.filter(({ reading }) => reading.kind === kind).map(({ measure }) => inSentence(getMeasure(measure).name));
  const [higher, lower, similar, unsaid] = ['higher', 'lower', 'similar', 'cannot-say'].map(names);
  if (place.code === ENGLAND) {
    return 'What is published for all of England: each figure is what the places of England are read against.';
  }
  const parts = [
    higher && higher.length > 0 ? `higher in ${listed(higher)}` : '',
    lower && lower.length > 0 ? `lower in ${listed(lower)}` : '',
  ].filter(Boolean);
  const said = rows.length - (unsaid?.length ?? 0);
  const first =
    parts.length === 0
      ? `In the ${said} measures where it can be said, ${place.name} does not differ from England by more than chance.`
      : `${place.name} differs from England by more than chance: it is ${parts.join('; and ')}.`;
  const alike = parts.length > 0 && similar && similar.length > 0 ? ` It is similar in ${listed(similar)}.` : '';
  const left = unsaid && unsaid.length > 0 ? ` For ${listed(unsaid)} it cannot be said.` : '';
  return `${first}${alike}${left}`;
}

/** Every key measure: here, out of how many, region and England beside, and whether the difference is more than chance. */
export function ProfileTable({ profile }: { readonly profile: Profile }): JSX.Element {
  const { place, rows } = profile;
  const region = findPlace(place.region ?? '');
  const compared = place.code !== ENGLAND;
  return (
    <DataTable<ProfileRow>
      id="key-measures"
      caption={`Key measures of ${place.name}`}
      captionSize="m"
      columns={[
        { heading: 'Measure', cell: (row) => <MeasureCell row={row} place={place.code} /> },
        { heading: 'Period', cell: ({ own }) => (own ? shortPeriod(own.period) : '') },
        {
          heading: place.name,
          numeric: true,
          cell: ({ own }) => (own ? <Published of={own} bare /> : 'Not published for this place'),
        },
        ...(region
          ? [{ heading: region.name, numeric: true, cell: (row: ProfileRow) => <Beside row={row} of={row.region} /> }]
          : []),
        ...(compared
          ? [{ heading: 'England', numeric: true, cell: (row: ProfileRow) => <Beside row={row} of={row.england} /> }]
          : []),
        { heading: 'Counts; 95% interval', cell: (row) => countsCell(row) },
        ...(compared
          ? [{ heading: 'More than chance?', cell: (row: ProfileRow) => <Reading row={row} place={place.code} /> }]
          : []),
      ]}
      rows={rows}
    />
  );
}

function MeasureCell({ row, place }: { readonly row: ProfileRow; readonly place: string }): JSX.Element {
  const measure = getMeasure(row.measure);
  const unit = measure.unit === 'percent' ? 'per cent' : inSentence(UNITS[measure.unit].heading);
  return (
    <>
      <a class="govuk-link govuk-link--no-visited-state" href={urls.statistic(measure.id, place)}>
        {measure.name}
      </a>
      <span class="kith-unit">{`, ${unit}`}</span>
    </>
  );
}

function Beside({ row, of }: { readonly row: ProfileRow; readonly of: ProfileRow['region'] }): JSX.Element {
  return of || row.own === undefined ? <Published of={of} bare /> : <>Not published</>;
}

/** Of the figure that was read; its period is named where it is not that of the newest figure. */
function countsCell({ own, read, measure }: ProfileRow): string {
  if (!own || !read) return '';
  const { chance, observation, counts } = read;
  if (chance.kind === 'cannot-say') return chance.reason;
  const older =
    periodSlug(observation.period) === periodSlug(own.period)
      ? ''
      : `${shortPeriod(observation.period)}: ${bareText(publishedText(measure, chance.value))}; `;
  return `${older}${chanceText(measure, chance)}${counts === 'summed' ? '*' : ''}`;
}

function Reading({ row, place }: { readonly row: ProfileRow; readonly place: string }): JSX.Element {
  const { reading, own, read, measure } = row;
  const older = own && read && periodSlug(read.observation.period) !== periodSlug(own.period);
  const period = own && periodSlug(own.period);
  return (
    <>
      <strong>{readingWords(reading).replace(' than England', '').replace(' to England', '')}</strong>
      {older && reading.kind !== 'cannot-say' && read.benchmark !== undefined && (
        <span>{`, ${shortPeriod(read.observation.period)}: England ${bareText(publishedText(measure, read.benchmark))}`}</span>
      )}
      {period !== undefined && (
        <span class="kith-screen-only">
          <br />
          <ChallengeLink
            figure={{ measure, place, period }}
            page={urls.place(place)}
            text="Wrong for you?"
            hidden={`: say why, ${inSentence(getMeasure(measure).name)}`}
          />
        </span>
      )}
    </>
  );
}
