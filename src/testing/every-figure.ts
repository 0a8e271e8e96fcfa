import { parseHTML } from 'linkedom';
import { findGroup, findMeasure, findPeriod, SCHOOL_TYPES } from '#place';
import type { WebContext } from '#web';
import type { OracleFigures } from './oracle/index.ts';

/** What the walk needs of the pages: `createWeb(…)` has it. */
export type Pages = { readonly request: (url: string) => Response | Promise<Response> };
/** A number as a page shows it. */
export type Shown = {
  readonly figure: string;
  readonly printed: string;
  readonly href: string;
  readonly page: string;
  /** Set where it says another figure in another way (in days, as a share): the name that way has on its own page. */
  readonly way?: string;
};
export type EveryFigure = {
  /** Each number on each page that can be reached from `/`, by links that `follow` lets through (all, where left out). */
  readonly crawl: (
    follow?: (href: string) => boolean,
  ) => Promise<{ readonly shown: readonly Shown[]; readonly broken: readonly string[] }>;
  /** Each number against the oracle, by the measure and scope of its own link. */
  readonly unlikeOracle: (shown: readonly Shown[]) => Promise<readonly string[]>;
  /** Each number against the page behind its link, and the numbers there against the oracle. */
  readonly unlikeOwnPage: (shown: readonly Shown[]) => Promise<readonly string[]>;
};

/** Walks the pages of an area as a reader would, and holds each number against its explanation and the oracle. */
export function everyFigure(pages: Pages, published: WebContext['published'], truth: OracleFigures): EveryFigure {
  const open = async (path: string): Promise<Opened> => {
    const response = await pages.request(`http://127.0.0.1${path}`);
    const isPage = response.headers.get('content-type')?.startsWith('text/html') ?? false;
    return { status: response.status, document: documentOf(isPage ? await response.text() : '') };
  };

  const expectedOf = async (href: string): Promise<number | undefined> => {
    const { measure, scope, query } = partsOf(href);
    if (measure === 'lost-days') return 33.6;
    const [dfe, period] = [findMeasure(measure), findPeriod(query.get('period') ?? '')];
    const group = findGroup(query.get('group') ?? 'all');
    if (!dfe || !period || !group) return truth(measure, scope);
    const schools = SCHOOL_TYPES.find((type) => type === query.get('schools'));
    const found = await published.findObservation(dfe.id, scope, period, schools, group);
    return found?.value.kind === 'value' ? found.value.value : undefined;
  };

  // Many pages show the same figure.
  const known = new Map<string, Promise<number | undefined>>();
  const unlikeOracle = async (shown: readonly Shown[]): Promise<readonly string[]> => {
    const faults: string[] = [];
    for (const one of shown.filter(({ way }) => way === undefined)) {
      const found = known.get(one.href) ?? expectedOf(one.href);
      known.set(one.href, found);
      const expected = await found;
      if (partsOf(one.href).measure !== one.figure) faults.push(faultOf(one, 'does not lead to its own measure'));
      else if (expected === undefined || !agrees(one.printed, expected)) {
        faults.push(faultOf(one, `is ${expected} by the oracle`));
      }
    }
    return faults;
  };

  return {
    unlikeOracle,
    crawl: async (follow = () => true) => {
      const [waiting, seen] = [['/'], new Set(['/'])];
      const [shown, broken]: [Shown[], string[]] = [[], []];
      for (let page = waiting.pop(); page !== undefined; page = waiting.pop()) {
        const { status, document } = await open(page);
        if (status !== 200) broken.push(`${page}: ${status}`);
        shown.push(...figuresOn(page, document));
        // The same page in another language says the same numbers in other words.
        const links = linksOn(document).filter((one) => !/[?&]lang=/.test(one));
        for (const link of links.filter((one) => !seen.has(one) && follow(one))) {
          seen.add(link);
          waiting.push(link);
        }
      }
      return { shown, broken };
    },
    unlikeOwnPage: async (shown) => {
      const faults: string[] = [];
      for (const [href, some] of groupedBy(shown, (one) => one.href)) {
        const { status, document } = await open(href);
        const again = document.querySelector('[data-recomputed]')?.getAttribute('data-number') ?? '';
        for (const one of some) {
          const also = document.querySelector(`[data-also="${one.way ?? ''}"]`)?.textContent;
          if (one.way !== undefined) {
            if (also !== one.printed) faults.push(faultOf(one, `is ${also ?? 'not said'} on its own page, ${one.way}`));
          } else if (status !== 200 || again === '') faults.push(faultOf(one, `leads to ${status} without a number`));
          else if (!agrees(one.printed, Number(again))) faults.push(faultOf(one, `is ${again} on its own page`));
        }
        faults.push(...(await unlikeOracle(figuresOn(href, document))));
      }
      return faults;
    },
  };
}

/**
 * Whether a link is about one of these places (by code), or about no published place: the profiles of 163 places, and
 * what each leads to, are pages of one kind.
 */
export function isAbout(places: readonly string[], href: string): boolean {
  const url = new URL(href, 'http://127.0.0.1');
  const profile = /^\/places\/([^/]+)$/.exec(url.pathname)?.[1];
  const named = [...(profile === undefined ? [] : [profile]), ...url.searchParams.getAll('place')];
  return named.every((place) => !/^(E\d{8}|icb-|nhs-|old-)/.test(place) || places.includes(place));
}

/** At most `most` links of each measure and kind of scope, spread evenly: weeks, children and causes are many. */
export function someOfEach(shown: readonly Shown[], most: number): readonly Shown[] {
  const byKind = groupedBy(shown, ({ href }) => {
    const { measure, scope } = partsOf(href);
    return `${measure.replace(/^cause-.*/, 'cause')} ${scope.replaceAll(/(school|child|week|E)-?[\w-]*\d/g, '$1')}`;
  });
  return [...byKind.values()].flatMap((some) => {
    const hrefs = [...new Set(some.map((one) => one.href))];
    const step = Math.max(1, hrefs.length / most);
    const chosen = new Set(hrefs.filter((_, at) => Math.floor(at / step) !== Math.floor((at - 1) / step)));
    return some.filter((one) => chosen.has(one.href));
  });
}

type Opened = { readonly status: number; readonly document: Document };

function faultOf({ page, figure, printed, href }: Shown, words: string): string {
  return `${page}: ${figure} ${printed} (${href}) ${words}`;
}

function documentOf(html: string): Document {
  return parseHTML(html === '' ? '<!DOCTYPE html><html></html>' : html).document;
}

function figuresOn(page: string, document: Document): readonly Shown[] {
  return [...document.querySelectorAll('[data-figure], [data-beside]')].map((element) => {
    const way = element.getAttribute('data-beside');
    return {
      figure: element.getAttribute('data-figure') ?? '',
      printed: element.getAttribute('data-value') ?? '',
      href: linkOf(element)?.getAttribute('href')?.replace(/#.*/, '') ?? '',
      page,
      ...(way === null ? {} : { way }),
    };
  });
}

function linkOf(element: Element): Element | null {
  return element.localName === 'a' ? element : element.querySelector('a');
}

function partsOf(href: string): { readonly measure: string; readonly scope: string; readonly query: URLSearchParams } {
  const url = new URL(href, 'http://127.0.0.1');
  const [, how, measure = '', scope = ''] = url.pathname.split('/').map(decodeURIComponent);
  return { measure: how === 'how' ? measure : '', scope, query: url.searchParams };
}

/** What is printed is the number, rounded to as many decimals as are printed. */
function agrees(printed: string, number: number): boolean {
  const [digits = 'none', decimals = ''] = /-?[\d,]+(?:\.(\d+))?/.exec(printed) ?? [];
  return Math.abs(Number(digits.replaceAll(',', '')) - number) <= 0.5 * 10 ** -decimals.length + 1e-9;
}

/** Addresses of pages of ours that a page links to; how-pages are reached by the figures that lead to them. */
function linksOn(document: Document): readonly string[] {
  return [...document.querySelectorAll('a[href^="/"]')]
    .map((link) => (link.getAttribute('href') ?? '').replace(/#.*/, ''))
    .filter((href) => !/^\/(how|assets)\//.test(href));
}

function groupedBy<T>(rows: readonly T[], keyOf: (row: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const held = groups.get(keyOf(row));
    if (held) held.push(row);
    else groups.set(keyOf(row), [row]);
  }
  return groups;
}
