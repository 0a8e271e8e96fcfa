import type { JSX } from 'hono/jsx/jsx-runtime';
import { t } from '#language';
import { ENGLAND, findMeasure, findPlace, getMeasure, listPlaces, periodSlug, type Observation } from '#place';
import type { WebContext } from '../../context.ts';
import { shell } from '../../shell.tsx';
import { urls } from '../../urls.ts';
import { ChallengesBeside, readChallengesAt } from '../accountability/challenges-beside.tsx';
import { BesideNeighbours, Neighbours, Trend } from './profile-pictures.tsx';
import { ProfileTable, profileSentence } from './profile-table.tsx';
import type { Profile } from './profile.ts';
import { Releases } from './releases.tsx';

/** `/places/<code>`: a place beside England, its region and its neighbours, on two sheets of paper. */
export async function ProfilePage(web: WebContext, profile: Profile): Promise<JSX.Element> {
  const { place, rows, trends, fields } = profile;
  const region = findPlace(place.region ?? '');
  const shown = rows.flatMap(({ own, region: beside, england, read }) =>
    [own, beside, england, read?.observation].flatMap((one) => one ?? []),
  );
  const challenges = await readChallengesAt(
    web,
    rows.flatMap(({ own, read }) => [own, read?.observation].flatMap(figureOf)),
  );
  return shell(web, {
    section: 'places',
    caption: captionOf(profile),
    title: place.name,
    children: (
      <div class="kith-sheet">
        <p class="govuk-body-l">{profileSentence(profile)}</p>
        <ProfileTable profile={profile} />
        <HowToRead england={place.code === ENGLAND} />
        <ChallengesBeside
          web={web}
          challenges={challenges}
          titleOf={({ measure }) => findMeasure(measure)?.name ?? measure}
        />
        <Neighbours profile={profile} />
        {fields.length > 0 && (
          <>
            <h2 class="govuk-heading-m kith-sheet__next">{t('profile.beside')}</h2>
            <div class="kith-sheet__pair">
              {fields.map((field) => (
                <BesideNeighbours profile={profile} field={field} />
              ))}
            </div>
          </>
        )}
        <h2 class={`govuk-heading-m${fields.length > 0 ? '' : ' kith-sheet__next'}`}>{t('profile.years')}</h2>
        <div class="kith-sheet__pair kith-sheet__trends">
          {trends.map((trend) => (
            <Trend profile={profile} trend={trend} />
          ))}
        </div>
        <div class="kith-screen-only">
          <h2 class="govuk-heading-m">{t('profile.further')}</h2>
          <Further profile={profile} />
          {place.level === 'region' && <AuthoritiesOf region={place.code} name={place.name} />}
          {region && (
            <p class="govuk-body">
              <a class="govuk-link" href={urls.place(region.code)}>
                {t('profile.further.region', { region: region.name })}
              </a>
              {' · '}
              <a class="govuk-link" href={urls.place(ENGLAND)}>
                {t('profile.further.england')}
              </a>
            </p>
          )}
          <Releases published={web.published} ids={shown.map((one) => one.release)} />
        </div>
      </div>
    ),
  });
}

function captionOf({ place }: Profile): string {
  const region = findPlace(place.region ?? '');
  if (region) return t('profile.authority-in', { region: region.name });
  return place.level === 'region' ? t('profile.region') : t('profile.country');
}

function figureOf(
  of: Observation | undefined,
): readonly { readonly measure: string; readonly place: string; readonly period: string }[] {
  return of ? [{ measure: of.measure, place: of.place, period: periodSlug(of.period) }] : [];
}

function HowToRead({ england }: { readonly england: boolean }): JSX.Element {
  return (
    <p class="govuk-body-s">
      {t('profile.read.how')} {!england && `${t('profile.read.chance')} `}
      {t('profile.read.counts')}{' '}
      <a class="govuk-link kith-screen-only" href={urls.methods()}>
        {t('published.how-compared')}
      </a>
    </p>
  );
}

function Further({ profile }: { readonly profile: Profile }): JSX.Element {
  const { place, rows } = profile;
  const links = rows.flatMap(({ measure, read }) =>
    read === undefined || place.level !== 'authority' ? [] : [{ measure, period: periodSlug(read.observation.period) }],
  );
  return (
    <ul class="govuk-list govuk-list--bullet">
      {links.map(({ measure, period }) => (
        <li>
          <a class="govuk-link" href={urls.compare({ measure, period, places: [place.code] })}>
            {t('profile.further.compare', { measure: getMeasure(measure).name, place: place.name })}
          </a>
        </li>
      ))}
      <li>
        <a class="govuk-link" href={urls.groups({ measure: 'persistent-absence', place: place.code })}>
          {t('profile.further.groups', { place: place.name })}
        </a>
      </li>
      <li>
        <a class="govuk-link" href={urls.variation({ measure: 'pupils-suspended-rate' })}>
          {t('profile.further.variation')}
        </a>
      </li>
    </ul>
  );
}

function AuthoritiesOf({ region, name }: { readonly region: string; readonly name: string }): JSX.Element {
  const authorities = listPlaces()
    .filter((one) => one.level === 'authority' && one.current && one.region === region)
    .toSorted((a, b) => a.name.localeCompare(b.name, 'en-GB'));
  return (
    <>
      <h3 class="govuk-heading-s">{t('profile.further.authorities', { region: name })}</h3>
      <ul class="govuk-list kith-columns">
        {authorities.map((one) => (
          <li>
            <a class="govuk-link" href={urls.place(one.code)}>
              {one.name}
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}
