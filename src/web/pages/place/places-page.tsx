import type { JSX } from 'hono/jsx/jsx-runtime';
import { rich, t, type PlainKey } from '#language';
import { changesOf, ENGLAND, findPlace, listPlaces, type Place } from '#place';
import type { WebContext } from '../../context.ts';
import { govuk } from '../../govuk/index.ts';
import { InEnglish } from '../../layout/index.ts';
import { shell } from '../../shell.tsx';
import { urls } from '../../urls.ts';

/** `/places`: a way in to every place by name, and to what can be asked of all of them. */
export function PlacesPage(web: WebContext, asked: string | undefined): JSX.Element {
  const find = (asked ?? '').trim();
  const meant = find === '' ? [] : placesLike(find);
  return shell(web, {
    section: 'places',
    title: t('published.places-beside'),
    children: (
      <>
        <p class="govuk-body-l">{t('profile.places')}</p>
        <FindForm find={find} />
        {find !== '' &&
          (meant.length === 0 ? (
            govuk.insetText({ text: t('profile.places.none', { find }) })
          ) : (
            <PlaceList places={meant} />
          ))}
        <h2 class="govuk-heading-m">{t('profile.places.questions')}</h2>
        <ul class="govuk-list govuk-list--bullet">
          {QUESTIONS.map(({ text, href }) => (
            <li>
              <a class="govuk-link" href={href}>
                {t(text)}
              </a>
            </li>
          ))}
        </ul>
        <h2 class="govuk-heading-m">{t('published.england-and-regions')}</h2>
        <PlaceList places={listPlaces().filter(({ level }) => level === 'country' || level === 'region')} />
        {listPlaces()
          .filter(({ level }) => level === 'region')
          .map((region) => (
            <>
              <h2 class="govuk-heading-s">{region.name}</h2>
              <PlaceList
                places={listPlaces()
                  .filter((one) => one.level === 'authority' && one.current && one.region === region.code)
                  .toSorted(byName)}
              />
            </>
          ))}
      </>
    ),
  });
}

const QUESTIONS = [
  { text: 'profile.places.compare', href: urls.compare() },
  { text: 'profile.places.variation', href: urls.variation() },
  { text: 'profile.places.groups', href: urls.groups() },
  { text: 'profile.places.methods', href: urls.methods() },
] as const satisfies readonly { readonly text: PlainKey; readonly href: string }[];

function FindForm({ find }: { readonly find: string }): JSX.Element {
  return (
    <form method="get" action={urls.places()} role="search" aria-label={t('profile.find.places')}>
      {govuk.input({
        id: 'find-place',
        name: 'find',
        label: { text: t('profile.find') },
        hint: { text: t('profile.find.hint') },
        classes: 'govuk-input--width-20',
        value: find,
      })}
      {govuk.button({ text: t('profile.find.button'), classes: 'govuk-button--secondary' })}
    </form>
  );
}

function placesLike(find: string): readonly Place[] {
  const text = find.toLowerCase();
  const exact = findPlace(find);
  const like = listPlaces().filter(({ name, level }) => PROFILED.includes(level) && name.toLowerCase().includes(text));
  return [...new Set([...(exact ? [exact] : []), ...like.toSorted(byName)])];
}
const PROFILED: readonly Place['level'][] = ['country', 'region', 'authority'];

function PlaceList({ places }: { readonly places: readonly Place[] }): JSX.Element {
  return (
    <ul class="govuk-list kith-columns">
      {places.map((place) => (
        <li>{place.current ? linkTo(place) : rich('published.former', { place: linkTo(place) })}</li>
      ))}
    </ul>
  );
}

function linkTo(place: Place): JSX.Element {
  return (
    <a class="govuk-link" href={urls.place(place.code)}>
      {place.name}
    </a>
  );
}

/** An authority that is no more: what became of it, and the way there. */
export function FormerPlacePage(web: WebContext, place: Place): JSX.Element {
  const changes = changesOf(place.code);
  return shell(web, {
    section: 'places',
    caption: t('profile.former'),
    title: place.name,
    children: (
      <>
        {changes.map((change) => (
          <p class="govuk-body-l">
            <InEnglish>{change.words}</InEnglish>
          </p>
        ))}
        <p class="govuk-body">{t('profile.former.why')}</p>
        <PlaceList
          places={changes
            .flatMap(({ to }) => to.flatMap((code) => findPlace(code) ?? []))
            .filter(({ code }) => code !== place.code)}
        />
        <p class="govuk-body">
          <a class="govuk-link" href={urls.statistic('suspension-rate', place.code)}>
            {t('profile.former.before', { place: place.name })}
          </a>
        </p>
        {changes.map(({ source }) => (
          <p class="govuk-body-s">{t('profile.former.source', { source })}</p>
        ))}
      </>
    ),
  });
}

/** A place that is published for, but not by the measures of a profile: a district, an NHS area, a part of London. */
export function OtherPlacePage(web: WebContext, place: Place): JSX.Element {
  const [measure, words] =
    place.level === 'district'
      ? (['income-deprivation', 'profile.little.district'] as const)
      : place.level === 'part-of-region'
        ? (['overall-absence', 'profile.little.part-of-region'] as const)
        : (['waits-18-weeks-community-paediatrics', 'profile.little.nhs'] as const);
  return shell(web, {
    section: 'places',
    title: place.name,
    children: (
      <>
        <p class="govuk-body-l">{t(words, { place: place.name })}</p>
        <p class="govuk-body">
          <a class="govuk-link" href={urls.statistic(measure, place.code)}>
            {t('profile.little.see', { place: place.name })}
          </a>
        </p>
        <p class="govuk-body">
          <a class="govuk-link" href={urls.places()}>
            {t('profile.little.find')}
          </a>
        </p>
      </>
    ),
  });
}

/** No place has this code. */
export function NoSuchPlace(web: WebContext, asked: string): JSX.Element {
  return shell(web, {
    section: 'places',
    title: t('profile.no-such'),
    children: (
      <>
        <p class="govuk-body">{t('profile.no-such.text', { asked })}</p>
        <FindForm find={asked} />
        <p class="govuk-body">
          <a class="govuk-link" href={urls.place(ENGLAND)}>
            {t('shell.england')}
          </a>
          {' · '}
          <a class="govuk-link" href={urls.places()}>
            {t('profile.no-such.all')}
          </a>
        </p>
      </>
    ),
  });
}

function byName(a: Place, b: Place): number {
  return a.name.localeCompare(b.name, 'en-GB');
}
