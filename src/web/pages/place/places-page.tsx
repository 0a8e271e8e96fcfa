import type { JSX } from 'hono/jsx/jsx-runtime';
import { changesOf, ENGLAND, findPlace, listPlaces, type Place } from '#place';
import type { WebContext } from '../../context.ts';
import { govuk } from '../../govuk/index.ts';
import { shell } from '../../shell.tsx';
import { urls } from '../../urls.ts';

/** `/places`: a way in to every place by name, and to what can be asked of all of them. */
export function PlacesPage(web: WebContext, asked: string | undefined): JSX.Element {
  const find = (asked ?? '').trim();
  const meant = find === '' ? [] : placesLike(find);
  return shell(web, {
    section: 'places',
    title: 'Places beside each other',
    children: (
      <>
        <p class="govuk-body-l">
          Published figures of every authority and region of England, beside England and beside places like them, with
          whether a difference is more than chance.
        </p>
        <FindForm find={find} />
        {find !== '' &&
          (meant.length === 0 ? (
            govuk.insetText({
              text: `No place has “${find}” in its name, and it is no place’s code. Try a part of the name.`,
            })
          ) : (
            <PlaceList places={meant} />
          ))}
        <h2 class="govuk-heading-m">Questions about all places</h2>
        <ul class="govuk-list govuk-list--bullet">
          {QUESTIONS.map(({ text, href }) => (
            <li>
              <a class="govuk-link" href={href}>
                {text}
              </a>
            </li>
          ))}
        </ul>
        <h2 class="govuk-heading-m">England and its regions</h2>
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
  { text: 'One measure in every authority, on a map and with intervals', href: urls.compare() },
  { text: 'How much do authorities differ by more than chance?', href: urls.variation() },
  { text: 'Which groups of pupils are missing out, and by how much?', href: urls.groups() },
  { text: 'How places are compared, and what to do if a comparison is wrong', href: urls.methods() },
] as const;

function FindForm({ find }: { readonly find: string }): JSX.Element {
  return (
    <form method="get" action={urls.places()} role="search" aria-label="Places">
      {govuk.input({
        id: 'find-place',
        name: 'find',
        label: { text: 'Find a place' },
        hint: { text: 'A part of its name, or its code, like Bradford, 380 or E08000032' },
        classes: 'govuk-input--width-20',
        value: find,
      })}
      {govuk.button({ text: 'Find', classes: 'govuk-button--secondary' })}
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
        <li>
          <a class="govuk-link" href={urls.place(place.code)}>
            {place.name}
          </a>
          {!place.current && ' (former)'}
        </li>
      ))}
    </ul>
  );
}

/** An authority that is no more: what became of it, and the way there. */
export function FormerPlacePage(web: WebContext, place: Place): JSX.Element {
  const changes = changesOf(place.code);
  return shell(web, {
    section: 'places',
    caption: 'A former local authority',
    title: place.name,
    children: (
      <>
        {changes.map((change) => (
          <p class="govuk-body-l">{change.words}</p>
        ))}
        <p class="govuk-body">It has no profile, because nothing new is published for it. See instead:</p>
        <PlaceList
          places={changes
            .flatMap(({ to }) => to.flatMap((code) => findPlace(code) ?? []))
            .filter(({ code }) => code !== place.code)}
        />
        <p class="govuk-body">
          <a class="govuk-link" href={urls.statistic('suspension-rate', place.code)}>
            {`What was published for ${place.name} before, for example its suspensions`}
          </a>
        </p>
        {changes.map(({ source }) => (
          <p class="govuk-body-s">{`Source of the change: ${source}.`}</p>
        ))}
      </>
    ),
  });
}

/** A place that is published for, but not by the measures of a profile: a district, an NHS area, a part of London. */
export function OtherPlacePage(web: WebContext, place: Place): JSX.Element {
  const [measure, words] =
    place.level === 'district'
      ? (['income-deprivation', 'deprivation of its neighbourhoods'] as const)
      : place.level === 'part-of-region'
        ? (['overall-absence', 'absence and exclusion in some older years'] as const)
        : (['waits-18-weeks-community-paediatrics', 'waits for children’s community health services'] as const);
  return shell(web, {
    section: 'places',
    title: place.name,
    children: (
      <>
        <p class="govuk-body-l">{`Little is published for ${place.name} on its own: ${words}. So it has no profile.`}</p>
        <p class="govuk-body">
          <a
            class="govuk-link"
            href={urls.statistic(measure, place.code)}
          >{`See what is published for ${place.name}`}</a>
        </p>
        <p class="govuk-body">
          <a class="govuk-link" href={urls.places()}>
            Find an authority or a region
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
    title: 'Kith knows no such place',
    children: (
      <>
        <p class="govuk-body">{`“${asked}” is not the code or name of a place that figures are published for.`}</p>
        <FindForm find={asked} />
        <p class="govuk-body">
          <a class="govuk-link" href={urls.place(ENGLAND)}>
            England
          </a>
          {' · '}
          <a class="govuk-link" href={urls.places()}>
            All places by region
          </a>
        </p>
      </>
    ),
  });
}

function byName(a: Place, b: Place): number {
  return a.name.localeCompare(b.name, 'en-GB');
}
