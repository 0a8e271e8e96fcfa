import type { JSX } from 'hono/jsx/jsx-runtime';
import { dataText, listText, t } from '#language';
import { ENGLAND, findPlace, getMeasure, periodSlug, type ProfileRow } from '#place';
import { DataTable } from '../../layout/index.ts';
import { urls } from '../../urls.ts';
import { ChallengeLink } from '../accountability/challenges-beside.tsx';
import type { Profile } from './profile.ts';
import { shortPeriod } from './published-period.ts';
import { bareRate, Published, rateHeading } from './published-text.tsx';
import { chanceText, inSentence, shortReading } from './reading-words.ts';

/** The first sentence of a profile: where the place differs from England by more than chance, in words. */
export function profileSentence({ place, rows }: Pick<Profile, 'place' | 'rows'>): string {
  const names = (kind: string): readonly string[] =>
    rows.filter(({ reading }) => reading.kind === kind).map(({ measure }) => inSentence(getMeasure(measure).name));
  if (place.code === ENGLAND) return t('profile.england');
  const [higher, lower, similar, unsaid] = [names('higher'), names('lower'), names('similar'), names('cannot-say')];
  const apart = higher.length + lower.length > 0;
  return [
    apart
      ? differenceText(place.name, higher, lower)
      : t('profile.no-difference', { count: rows.length - unsaid.length, place: place.name }),
    ...(apart && similar.length > 0 ? [t('profile.similar', { measures: listText(similar) })] : []),
    ...(unsaid.length > 0 ? [t('profile.unsaid', { measures: listText(unsaid) })] : []),
  ].join(' ');
}

function differenceText(place: string, higher: readonly string[], lower: readonly string[]): string {
  if (lower.length === 0) return t('profile.higher', { place, measures: listText(higher) });
  if (higher.length === 0) return t('profile.lower', { place, measures: listText(lower) });
  return t('profile.both', { place, higher: listText(higher), lower: listText(lower) });
}

/** Every key measure: here, out of how many, region and England beside, and whether the difference is more than chance. */
export function ProfileTable({ profile }: { readonly profile: Profile }): JSX.Element {
  const { place, rows } = profile;
  const region = findPlace(place.region ?? '');
  const compared = place.code !== ENGLAND;
  return (
    <DataTable<ProfileRow>
      id="key-measures"
      caption={t('profile.key', { place: place.name })}
      captionSize="m"
      columns={[
        { heading: t('published.heading.measure'), cell: (row) => <MeasureCell row={row} place={place.code} /> },
        { heading: t('published.heading.period'), cell: ({ own }) => (own ? shortPeriod(own.period) : '') },
        {
          heading: place.name,
          numeric: true,
          cell: ({ own }) => (own ? <Published of={own} bare /> : t('profile.key.not-here')),
        },
        ...(region
          ? [{ heading: region.name, numeric: true, cell: (row: ProfileRow) => <Beside row={row} of={row.region} /> }]
          : []),
        ...(compared
          ? [
              {
                heading: t('shell.england'),
                numeric: true,
                cell: (row: ProfileRow) => <Beside row={row} of={row.england} />,
              },
            ]
          : []),
        { heading: t('profile.key.counts'), cell: (row) => countsCell(row) },
        ...(compared
          ? [
              {
                heading: t('compare.more-than-chance'),
                cell: (row: ProfileRow) => <Reading row={row} place={place.code} />,
              },
            ]
          : []),
      ]}
      rows={rows}
    />
  );
}

function MeasureCell({ row, place }: { readonly row: ProfileRow; readonly place: string }): JSX.Element {
  const measure = getMeasure(row.measure);
  const unit = measure.unit === 'percent' ? t('profile.unit.percent') : inSentence(rateHeading(measure));
  return (
    <>
      <a class="govuk-link govuk-link--no-visited-state" href={urls.statistic(measure.id, place)}>
        {measure.name}
      </a>
      <span class="kith-unit">{t('profile.unit', { unit })}</span>
    </>
  );
}

function Beside({ row, of }: { readonly row: ProfileRow; readonly of: ProfileRow['region'] }): JSX.Element {
  return of || row.own === undefined ? <Published of={of} bare /> : <>{t('published.not-published')}</>;
}

/** Of the figure that was read; its period is named where it is not that of the newest figure. */
function countsCell({ own, read, measure }: ProfileRow): string {
  if (!own || !read) return '';
  const { chance, observation, counts } = read;
  if (chance.kind === 'cannot-say') return dataText(chance.reason);
  const own95 = chanceText(measure, chance);
  const words = counts === 'summed' ? t('profile.key.summed', { words: own95 }) : own95;
  if (periodSlug(observation.period) === periodSlug(own.period)) return words;
  return t('profile.key.older', {
    period: shortPeriod(observation.period),
    rate: bareRate(measure, chance.value),
    words,
  });
}

function Reading({ row, place }: { readonly row: ProfileRow; readonly place: string }): JSX.Element {
  const { reading, own, read, measure } = row;
  const older = own && read && periodSlug(read.observation.period) !== periodSlug(own.period);
  const period = own && periodSlug(own.period);
  return (
    <>
      <strong>{shortReading(reading)}</strong>
      {older && reading.kind !== 'cannot-say' && read.benchmark !== undefined && (
        <span>
          {t('profile.key.beside', {
            period: shortPeriod(read.observation.period),
            rate: bareRate(measure, read.benchmark),
          })}
        </span>
      )}
      {period !== undefined && (
        <span class="kith-screen-only">
          <br />
          <ChallengeLink
            figure={{ measure, place, period }}
            page={urls.place(place)}
            text={t('profile.key.wrong')}
            hidden={t('profile.key.wrong-hidden', { measure: inSentence(getMeasure(measure).name) })}
          />
        </span>
      )}
    </>
  );
}
