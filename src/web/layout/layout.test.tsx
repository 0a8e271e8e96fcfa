import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { calendarDate } from '#kernel';
import { speak } from '#language';
import { govuk, htmlOf } from '../govuk/index.ts';
import { staticAssets } from '../static/index.ts';
import { htmlFaults } from './html-faults.ts';
import {
  contentSecurityPolicy,
  DataTable,
  errorFor,
  Figures,
  InlineFigure,
  Page,
  Pages,
  type PageProps,
} from './index.ts';

const everything: PageProps = {
  title: 'Lost learning <in> Northvale',
  caption: 'Autumn term',
  place: { text: 'Northvale', href: '/' },
  navigation: [
    { text: 'Schools', href: '/schools', active: true },
    { text: 'Measures', href: '/measures' },
  ],
  breadcrumbs: [{ text: 'Northvale', href: '/' }],
  person: { name: 'Amina Khan', as: 'Area officer', signOut: { text: 'Sign out', href: '/sign-out' } },
  phase: { tag: 'Demonstration', text: 'Every person is invented.', link: { text: 'Read more', href: '/about' } },
  errors: [{ text: 'Enter a URN, like 123456', field: 'urn' }],
  flash: { kind: 'success', text: 'Read 12 registers.', link: { text: 'See them', href: '/registers' } },
  footer: [
    { text: 'For everyone', links: [{ text: 'Privacy', href: '/privacy' }] },
    { text: 'For nobody', links: [] },
  ],
  footerText: 'Worked out from registers.',
};

const figure = {
  value: '6.9%',
  label: 'Sessions lost',
  measure: 'lost-absence',
  href: '/measures/lost-absence',
  of: '69 of 1,000 possible sessions',
  asOf: calendarDate('2024-12-20'),
};

function page(props: Partial<PageProps> = {}): string {
  return htmlOf(
    <Page {...everything} {...props}>
      {govuk.input({
        name: 'urn',
        id: 'urn',
        label: { text: 'URN' },
        errorMessage: errorFor(everything.errors ?? [], 'urn'),
      })}
      <Figures figures={[figure]} />
      <DataTable
        id="rows"
        caption="By school"
        columns={[
          { heading: 'School', cell: (row) => row.name },
          { heading: 'Sessions', numeric: true, cell: (row) => row.count },
        ]}
        rows={[{ name: 'Beckside <Primary>', count: 3 }]}
        totals={[{ name: 'All', count: 3 }]}
      />
    </Page>,
  ).toString();
}

it('says of a number that its way is there in the language of whoever asks, each time', () => {
  const say = (): string =>
    htmlOf(<InlineFigure value="3" label="Sessions lost" measure="lost" href="/how/lost/area" />).toString();
  const english = say();
  const arabic = speak('ar', say);
  expect(arabic).not.toBe(english);
  expect([say(), speak('ar', say)]).toEqual([english, arabic]);
});

describe('Page', () => {
  it('is valid HTML, with everything and with next to nothing', async () => {
    const bare = htmlOf(<Page title="Sign in" />).toString();
    for (const html of [page(), bare]) {
      expect(await htmlFaults(html)).toEqual([]);
    }
  });

  it('starts with the doctype, speaks its language and says its errors first', () => {
    expect(page().startsWith('<!DOCTYPE html><html lang="en" dir="ltr"')).toBe(true);
    const { document } = parseHTML(page());
    expect(document.title).toBe('Error: Lost learning <in> Northvale – Northvale – Kith');
    expect(document.querySelector('h1')?.textContent).toBe('Lost learning <in> Northvale');
    expect(document.querySelectorAll('h1')).toHaveLength(1);
    const summary = document.querySelector('main .govuk-error-summary a');
    expect(summary?.getAttribute('href')).toBe('#urn');
    expect(document.querySelector('#urn-error')?.textContent).toContain('Enter a URN, like 123456');
    expect(parseHTML(page({ errors: [] })).document.title).toBe('Lost learning <in> Northvale – Northvale – Kith');
    expect(speak('ar', () => page())).toContain('<html lang="ar" dir="rtl"');
  });

  it('keeps its content security policy: nothing inline, nothing from elsewhere', () => {
    const { document } = parseHTML(page());
    expect(contentSecurityPolicy).not.toMatch(/unsafe|https?:|\*/);
    const elements = [...document.querySelectorAll('*')];
    for (const element of elements) {
      expect(element.getAttributeNames().filter((name) => name === 'style' || name.startsWith('on'))).toEqual([]);
    }
    expect(document.querySelectorAll('style')).toHaveLength(0);
    expect(
      [...document.querySelectorAll('script')].every(
        (script) => script.textContent === '' && script.hasAttribute('src'),
      ),
    ).toBe(true);
    const served = new Set(staticAssets().map((asset) => asset.path));
    const asked = elements.flatMap((element) => [
      element.getAttribute('src') ?? [],
      element.localName === 'link' ? (element.getAttribute('href') ?? []) : [],
    ]);
    expect(asked.flat().length).toBeGreaterThanOrEqual(5);
    for (const path of asked.flat()) expect(served).toContain(path);
  });

  it('carries no branding of GOV.UK', () => {
    expect(page()).not.toMatch(/crown|GOV\.UK|gov\.uk|crest/i);
  });

  it('leads past the furniture to its one main', () => {
    const { document } = parseHTML(page());
    expect(document.querySelector('.govuk-skip-link')?.getAttribute('href')).toBe('#main-content');
    expect(document.querySelectorAll('main#main-content')).toHaveLength(1);
  });
});

describe('Figure', () => {
  it('can be found, with its value, and links to how it was worked out', () => {
    const { document } = parseHTML(page());
    const found = [...document.querySelectorAll('[data-figure]')];
    expect(found.map((one) => [one.getAttribute('data-figure'), one.getAttribute('data-value')])).toEqual([
      ['lost-absence', '6.9%'],
    ]);
    const link = found[0]?.querySelector('a');
    expect(link?.getAttribute('href')).toBe('/measures/lost-absence');
    expect(link?.textContent).toBe('How is this worked out? Sessions lost');
    expect(found[0]?.textContent).toContain('69 of 1,000 possible sessions');
    expect(found[0]?.textContent).toContain('Up to 20 December 2024');
  });
});

describe('DataTable', () => {
  it('scrolls in a region that has a name and that the keyboard reaches', () => {
    const { document } = parseHTML(page());
    const region = document.querySelector('.kith-table');
    expect(region?.localName).toBe('section');
    expect(region?.getAttribute('tabindex')).toBe('0');
    const name = region?.getAttribute('aria-labelledby') ?? '';
    expect(document.querySelector(`#${name}`)?.textContent).toBe('By school');
    expect(region?.querySelector('tbody th[scope=row]')?.textContent).toBe('Beckside <Primary>');
    expect(region?.querySelector('tfoot td')?.getAttribute('class')).toContain('numeric');
  });

  it('says that there is nothing, where there is nothing', () => {
    const empty = htmlOf(
      <DataTable id="none" caption="None" columns={[]} rows={[]} empty="No schools have sent a register." />,
    );
    expect(empty.toString()).toBe('<p class="govuk-body">No schools have sent a register.</p>');
  });
});

describe('Pages', () => {
  const shown = (page: number, pages: number): Document =>
    parseHTML(
      `<main>${htmlOf(<Pages label="Pages of children" page={page} pages={pages} href={(to) => `?page=${to}`} />).toString()}</main>`,
    ).document;

  it('leads to the first, the last and those beside, and says in words what each link is', () => {
    const document = shown(4, 9);
    const items = [...document.querySelectorAll('.govuk-pagination__item')].map((item) => item.textContent.trim());
    expect(items).toEqual(['1', '⋯', '3', '4', '5', '⋯', '9']);
    const links = [...document.querySelectorAll('a')].map((link) => [link.getAttribute('href'), wordsOf(link)]);
    expect(links).toEqual([
      ['?page=3', 'Previous page'],
      ['?page=1', 'Page 1'],
      ['?page=3', 'Page 3'],
      ['?page=4', 'Page 4'],
      ['?page=5', 'Page 5'],
      ['?page=9', 'Page 9'],
      ['?page=5', 'Next page'],
    ]);
    expect(document.querySelector('[aria-current="page"]')?.textContent.trim()).toBe('4');
    const inArabic = speak('ar', () => [...shown(2, 3).querySelectorAll('a')].map(wordsOf));
    expect(inArabic.filter((words) => /[a-z]/i.test(words))).toEqual([]);
  });

  it('has nothing before the first and after the last, and is not there for one page', () => {
    expect(shown(1, 2).querySelector('.govuk-pagination__prev')).toBeNull();
    expect(shown(2, 2).querySelector('.govuk-pagination__next')).toBeNull();
    expect(shown(1, 1).querySelector('main')?.textContent).toBe('');
  });
});

/** What a screen reader says of a link. */
function wordsOf(link: Element): string {
  return (link.getAttribute('aria-label') ?? link.textContent).replaceAll(/\s+/g, ' ').trim();
}
