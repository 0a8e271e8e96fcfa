import { t, unitText } from '#language';
import { findPlace, listHexes, type Hex } from '#place';
import { figureWords, notShownKinds, notShownOf, reasonWords, sentenceOf, shownOf } from './figured.ts';
import { classOf } from './map-classes.ts';
import { classLooks, notShownLook, type MapLook } from './map-look.tsx';
import type { Figured, MapInput } from './place-inputs.ts';

/** One authority as a map draws it. */
export interface MapCell extends Hex {
  /** `Leeds, Yorkshire and The Humber: 7.2%` */
  readonly words: string;
  /** `7.2%`, or why there is none. */
  readonly figure: string;
  readonly look: string;
  readonly ink: string;
  readonly fill: string;
  readonly href: string | undefined;
  readonly chosen: boolean;
}

/** An entry of a map’s key: what a look means, and of how many authorities it is true. */
export interface MapKeyEntry {
  readonly name: string;
  readonly look: MapLook;
  readonly words: string;
  readonly count: number;
}

export interface MapParts {
  /** Every authority of today by name: the order in which a keyboard goes through them. */
  readonly cells: readonly MapCell[];
  readonly key: readonly MapKeyEntry[];
  readonly chosen: MapCell | undefined;
  readonly summary: string;
  /** True where places lead somewhere. */
  readonly linked: boolean;
}

/** What both maps say and show: each authority with its class, the key, and the sentence. */
export function mapParts(input: MapInput): MapParts {
  const looks = classLooks(input.classes.length);
  const given = new Map(input.places.map((place) => [place.code, place]));
  const entries = [
    ...looks.map((look, at) => ({ name: `c${at + 1}`, look, words: input.classes[at]?.words ?? '' })),
    ...notShownKinds.map((kind) => ({
      name: kind,
      look: notShownLook[kind],
      words: capital(reasonWords(kind, input.reasons)),
    })),
  ];
  const cells = hexesByName().map((hex): MapCell => {
    const place = given.get(hex.code);
    const figure: Figured = place ?? { notShown: 'missing' };
    const value = shownOf(figure)?.value;
    const name = value === undefined ? notShownOf(figure) : `c${classOf(value, input.classes) + 1}`;
    const look = entries.find((entry) => entry.name === name)?.look ?? notShownLook.missing;
    const words = figureWords(figure, input.reasons);
    return {
      ...hex,
      figure: words,
      words: `${hex.name}, ${findPlace(hex.region)?.name ?? ''}: ${words}`,
      look: name,
      ink: look.ink,
      fill: look.fill,
      href: place?.href,
      chosen: hex.code === input.chosen,
    };
  });
  const key = entries
    .map((entry) => ({ ...entry, count: cells.filter((cell) => cell.look === entry.name).length }))
    // A class without a place stays: it says that there is none. A reason that is not used is noise.
    .filter((entry) => entry.count > 0 || entry.name.startsWith('c'));
  const chosen = cells.find((cell) => cell.chosen);
  return { cells, key, chosen, summary: summaryOf(input, key, chosen), linked: cells.some((cell) => cell.href) };
}

let byName: readonly Hex[] | undefined;

function hexesByName(): readonly Hex[] {
  byName ??= listHexes().toSorted((a, b) => a.name.localeCompare(b.name, 'en-GB'));
  return byName;
}

function summaryOf(input: MapInput, key: readonly MapKeyEntry[], chosen: MapCell | undefined): string {
  const [classes, reasons] = [true, false].map((shown) => key.filter((entry) => entry.name.startsWith('c') === shown));
  const shown = (classes ?? []).reduce((sum, entry) => sum + entry.count, 0);
  const counts = (classes ?? []).map((entry) => t('pictures.map.class', { class: entry.words, count: entry.count }));
  return sentenceOf([
    shown === 0
      ? t('pictures.no-figure', { measure: input.measure })
      : t('pictures.map.counts', { measure: input.measure, counts: unitText(counts) }),
    ...(reasons ?? []).map(({ words, count }) => t('pictures.not-shown-count', { count, reason: lower(words) })),
    ...(chosen ? [`${chosen.name}: ${chosen.figure}`] : []),
  ]);
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function lower(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
