import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { JSX } from 'hono/jsx/jsx-runtime';
import { forgetImport, type ImportRow } from '#exchange/area-files';
import { govuk } from '../../govuk/index.ts';
import { DataTable, type Flash } from '../../layout/index.ts';
import { shell } from '../../shell.tsx';
import { urls } from '../../urls.ts';
import type { Desk } from './desk.ts';
import { countOf, writtenMoment } from './words.ts';

/** Imports a page shows, newest first. */
const A_PAGE = 20;

const TOLD: Readonly<Record<string, Flash>> = {
  imported: {
    kind: 'success',
    text: 'The files are in. The figures are being worked out again.',
    link: { text: 'See the area', href: urls.area() },
  },
  forgotten: { kind: 'success', text: 'The import was taken out. The figures are being worked out again.' },
  cancelled: { kind: 'information', text: 'The upload was removed. Nothing was changed.' },
};

type Import = { readonly id: string; readonly at: string; readonly by: string; readonly files: readonly ImportRow[] };

/** What was brought in, by whom and when; and taking it out again. */
export function importsRoutes(desk: Desk): Hono {
  const { web, area } = desk;
  const routes = new Hono();

  routes.get('/imports', async (context) => {
    const imports = listed(await web.area.imports());
    const page = Math.max(1, Math.min(Number(context.req.query('page')) || 1, Math.ceil(imports.length / A_PAGE)));
    const flash = TOLD[context.req.query('told') ?? ''];
    // What the banner says is true from now: asking for the account begins on what came in or went out.
    if (flash) await web.account();
    return context.html(
      shell(web, {
        section: 'imports',
        title: 'Files',
        ...(flash ? { flash } : {}),
        children: <ImportsList imports={imports} page={page} />,
      }),
    );
  });

  routes.get('/imports/:import/forget', async (context) => {
    const one = listed(await web.area.imports()).find(({ id }) => id === context.req.param('import'));
    if (!one) return context.notFound();
    return context.html(
      shell(web, {
        section: 'imports',
        title: `Take ${one.id} out?`,
        back: { text: 'Files', href: urls.imports() },
        children: <Forget one={one} />,
      }),
    );
  });

  routes.post('/imports/:import/forget', bodyLimit({ maxSize: 1024 }), async (context) => {
    await desk.mayBringIn();
    await forgetImport(area, context.req.param('import'), web.clock);
    return context.redirect(`${urls.imports()}?told=forgotten`, 303);
  });

  return routes;
}

/** Newest first. */
function listed(rows: readonly ImportRow[]): readonly Import[] {
  const byId = new Map<string, Import>();
  for (const row of rows) {
    const before = byId.get(row.import);
    byId.set(row.import, { id: row.import, at: row.at, by: row.by, files: [...(before?.files ?? []), row] });
  }
  return [...byId.values()].toReversed();
}

function ImportsList({ imports, page }: { readonly imports: readonly Import[]; readonly page: number }): JSX.Element {
  if (imports.length === 0) {
    return (
      <>
        <p class="govuk-body">No files have been brought in yet.</p>
        <p class="govuk-body">
          Start with the area’s schools, their school days and the children on their rolls. Then bring in attendance
          marks. Each system’s own export will do: you see what Kith makes of a file before anything counts.
        </p>
        {govuk.button({ text: 'Upload files', href: urls.upload() })}
      </>
    );
  }
  const shown = imports.slice((page - 1) * A_PAGE, page * A_PAGE);
  const pageHref = (to: number): string => `${urls.imports()}?page=${to}`;
  return (
    <>
      <p class="govuk-body">
        Every figure is worked out from these files. Each is kept as it came.{' '}
        <a class="govuk-link" href={urls.toMend()}>
          See what could not be used, and what to do
        </a>
      </p>
      <p class="govuk-body">
        <a class="govuk-link govuk-!-font-weight-bold" href={urls.quality()}>
          Data quality
        </a>
        {': what schools can mend in their rolls and registers, a list for each, and what it would change.'}
      </p>
      {govuk.button({ text: 'Upload files', href: urls.upload() })}
      {shown.map((one) => (
        <OneImport one={one} />
      ))}
      {imports.length > A_PAGE &&
        govuk.pagination({
          landmarkLabel: 'Imports',
          ...(page > 1 ? { previous: { href: pageHref(page - 1), labelText: 'Newer imports' } } : {}),
          ...(page * A_PAGE < imports.length ? { next: { href: pageHref(page + 1), labelText: 'Older imports' } } : {}),
        })}
    </>
  );
}

function OneImport({ one }: { readonly one: Import }): JSX.Element {
  return (
    <section>
      <h2 class="govuk-heading-m">{writtenMoment(one.at)}</h2>
      <p class="govuk-body">
        Brought in by {one.by} as {one.id}.{' '}
        <a class="govuk-link" href={urls.forgetImport(one.id)}>
          Take out<span class="govuk-visually-hidden"> {one.id}</span>
        </a>
      </p>
      <ImportedFiles one={one} caption={`${one.id}: ${countOf(one.files.length, 'file', 'files')}`} />
    </section>
  );
}

function ImportedFiles({ one, caption }: { readonly one: Import; readonly caption: string }): JSX.Element {
  return (
    <DataTable
      id={one.id}
      caption={caption}
      captionSize="s"
      columns={[
        { heading: 'File', cell: (row) => row.file },
        { heading: 'Holds', cell: (row) => row.kind },
        { heading: 'Rows', numeric: true, cell: (row) => row.rows.toLocaleString('en-GB') },
        { heading: 'Rejected', numeric: true, cell: (row) => row.rejected.toLocaleString('en-GB') },
        { heading: 'Read as', cell: (row) => (row.layout === '' ? 'area file' : row.layout) },
        { heading: 'SHA-256 begins', cell: (row) => <code>{row.sha256}</code> },
      ]}
      rows={one.files}
    />
  );
}

function Forget({ one }: { readonly one: Import }): JSX.Element {
  const rows = one.files.reduce((sum, file) => sum + file.rows, 0);
  return (
    <>
      <p class="govuk-body">
        {one.id} was brought in by {one.by} on {writtenMoment(one.at)}.
      </p>
      <ImportedFiles one={one} caption="What goes" />
      <p class="govuk-body">If you take it out:</p>
      <ul class="govuk-list govuk-list--bullet">
        <li>
          {countOf(one.files.length, 'file', 'files')} and {countOf(rows, 'row', 'rows')} are deleted from Kith
        </li>
        <li>every figure is worked out again as if they had never come</li>
        <li>older rows that they had replaced count again</li>
        <li>the list keeps no copy: to have them back, bring the files in again</li>
      </ul>
      <form method="post" action={urls.forgetImport(one.id)}>
        <div class="govuk-button-group">
          {govuk.button({ text: `Take ${one.id} out`, classes: 'govuk-button--warning', preventDoubleClick: true })}
          <a class="govuk-link" href={urls.imports()}>
            Keep it
          </a>
        </div>
      </form>
    </>
  );
}
