/** Writes a page of every chart and figure with invented data, to look at: `npx tsx src/web/charts/gallery.tsx FOLDER`. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { calendarDate } from '#kernel';
import { languages, speak } from '#language';
import { htmlOf } from '../govuk/index.ts';
import { ChartFigure, DataTable, Figures, InlineFigure, Page } from '../layout/index.ts';
import { staticAssets } from '../static/index.ts';
import { PlaceGallery } from './places/gallery-places.tsx';
import { bars, calendarRows, comparison, smallMultiples, weeklyTrend, yearCalendar } from './index.ts';
import { inventedBars, inventedCalendar, inventedComparison, inventedSchools, inventedTrend } from './invented.ts';

/** The gallery as a whole page. */
export function galleryPage(): string {
  const calendar = inventedCalendar();
  const formBars = inventedBars();
  const page = (
    <Page
      title="Gallery"
      caption="Charts and figures"
      place={{ text: 'Northvale', href: '/' }}
      navigation={[
        { text: 'Overview', href: '/overview' },
        { text: 'Schools', href: '/schools', active: true },
        { text: 'Children', href: '/children' },
        { text: 'Measures', href: '/measures' },
      ]}
      breadcrumbs={[
        { text: 'Northvale', href: '/' },
        { text: 'Schools', href: '/schools' },
      ]}
      person={{
        name: 'Amina Khan, attendance lead',
        as: 'Area officer',
        signOut: { text: 'Sign out', href: '/sign-out' },
      }}
      phase={{ tag: 'Demonstration', text: 'Every person and school here is invented.' }}
      errors={[{ text: 'Enter a date, like 3 9 2024', field: 'as-of-day' }]}
      flash={{
        kind: 'success',
        text: 'The registers of 12 schools were read.',
        link: { text: 'See what changed', href: '/changes' },
      }}
      footer={[
        {
          text: 'For everyone',
          links: [
            { text: 'Accessibility', href: '/accessibility' },
            { text: 'Privacy', href: '/privacy' },
          ],
        },
      ]}
      footerText="Figures are worked out from the registers that the schools of this area hold."
    >
      <Figures
        figures={[
          {
            value: '8.6%',
            label: 'Sessions lost',
            measure: 'lost-absence',
            href: '/measures/lost-absence',
            of: '30,084 of 349,800 possible sessions',
            beside: 'England 6.9%',
            asOf: calendarDate('2025-05-16'),
          },
          {
            value: '1,204',
            label: 'Sessions lost to suspension',
            measure: 'suspended',
            href: '/measures/suspended',
            of: 'by 188 children',
            size: 'm',
          },
          { value: '42', label: 'Registers not taken', measure: 'unmarked', href: '/measures/unmarked', size: 's' },
        ]}
      />
      <ChartFigure
        chart={yearCalendar(calendar)}
        heading={calendar.title}
        source="Ashgrove High School’s registers, up to 14 May 2025."
      >
        <DataTable
          id="days"
          caption="Each school day"
          captionSize="s"
          columns={[
            { heading: 'Day', cell: (row) => row.day },
            { heading: 'Morning', cell: (row) => row.am },
            { heading: 'Afternoon', cell: (row) => row.pm },
            { heading: 'Cause', cell: (row) => row.cause },
          ]}
          rows={calendarRows(calendar)}
        />
      </ChartFigure>
      <ChartFigure
        chart={weeklyTrend(inventedTrend())}
        heading="Sessions lost each week"
        source="Registers of 12 schools."
      />
      <ChartFigure chart={bars(formBars)} heading="Sessions lost, by form" />
      <DataTable
        id="forms-table"
        caption="Sessions lost, by form"
        columns={[
          { heading: 'Form', cell: (row) => row.label },
          {
            heading: 'Sessions lost',
            numeric: true,
            cell: (row) => (
              <InlineFigure
                value={row.value.toLocaleString('en-GB')}
                label={row.label}
                measure={row.state ?? 'lost-extended'}
                href={`/measures/${row.state ?? 'lost-extended'}`}
              />
            ),
          },
          { heading: 'Of the calendar', numeric: true, cell: (row) => `${((100 * row.value) / 349_800).toFixed(2)}%` },
        ]}
        rows={formBars.bars}
        totals={[{ label: 'All forms', value: formBars.bars.reduce((sum, bar) => sum + bar.value, 0) }]}
      />
      <ChartFigure
        chart={comparison(inventedComparison())}
        heading="Beside other places"
        source="DfE pupil absence statistics."
      />
      <ChartFigure chart={smallMultiples(inventedSchools())} heading="Each school, by name" />
      <PlaceGallery />
    </Page>
  );
  return htmlOf(page).toString();
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const folder = process.argv[2] ?? 'gallery';
  mkdirSync(join(folder, 'assets'), { recursive: true });
  for (const asset of staticAssets()) writeFileSync(join(folder, asset.path), asset.body);
  for (const lang of languages) {
    writeFileSync(join(folder, `${lang}.html`), speak(lang, galleryPage).replaceAll('="/assets/', '="assets/'));
  }
}
