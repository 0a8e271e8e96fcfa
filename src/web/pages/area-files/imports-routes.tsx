import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { JSX } from 'hono/jsx/jsx-runtime';
import { forgetImport, type ImportRow } from '#exchange/area-files';
import { numberText, rich, t } from '#language';
import { govuk } from '../../govuk/index.ts';
import { DataTable, hiddenWords, linkTo, Pages, type Flash } from '../../layout/index.ts';
import { shell } from '../../shell.tsx';
import { urls } from '../../urls.ts';
import type { Desk } from './desk.ts';
import { filesText, writtenMoment } from './words.ts';

/** Imports a page shows, newest first. */
const A_PAGE = 20;

/** What has just happened, as the address says it. */
function toldBy(told: string | undefined): Flash | undefined {
  switch (told) {
    case 'imported':
      return {
        kind: 'success',
        text: t('imports.told.imported'),
        link: { text: t('imports.told.see-area'), href: urls.area() },
      };
    case 'forgotten':
      return { kind: 'success', text: t('imports.told.forgotten') };
    case 'cancelled':
      return { kind: 'information', text: t('imports.told.cancelled') };
    default:
      return undefined;
  }
}

type Import = { readonly id: string; readonly at: string; readonly by: string; readonly files: readonly ImportRow[] };

/** What was brought in, by whom and when; and taking it out again. */
export function importsRoutes(desk: Desk): Hono {
  const { web, area } = desk;
  const routes = new Hono();

  routes.get('/imports', async (context) => {
    const imports = listed(await web.area.imports());
    const page = Math.max(
      1,
      Math.min(Math.trunc(Number(context.req.query('page'))) || 1, Math.ceil(imports.length / A_PAGE)),
    );
    const flash = toldBy(context.req.query('told'));
    // What the banner says is true from now: asking for the account begins on what came in or went out.
    if (flash) await web.account();
    return context.html(
      shell(web, {
        section: 'imports',
        title: t('imports.title'),
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
        title: t('imports.forget.title', { id: one.id }),
        back: { text: t('imports.title'), href: urls.imports() },
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
        <p class="govuk-body">{t('imports.none')}</p>
        <p class="govuk-body">{t('imports.none.start')}</p>
        {govuk.button({ text: t('imports.upload'), href: urls.upload() })}
      </>
    );
  }
  const shown = imports.slice((page - 1) * A_PAGE, page * A_PAGE);
  return (
    <>
      <p class="govuk-body">{rich('imports.lead', { link: linkTo(urls.toMend()) })}</p>
      <p class="govuk-body">{rich('imports.quality', { link: linkTo(urls.quality()) })}</p>
      {govuk.button({ text: t('imports.upload'), href: urls.upload() })}
      {shown.map((one) => (
        <OneImport one={one} />
      ))}
      <Pages
        label={t('imports.pages')}
        page={page}
        pages={Math.ceil(imports.length / A_PAGE)}
        href={(to) => `${urls.imports()}?page=${to}`}
      />
    </>
  );
}

function OneImport({ one }: { readonly one: Import }): JSX.Element {
  return (
    <section>
      <h2 class="govuk-heading-m">{writtenMoment(one.at)}</h2>
      <p class="govuk-body">
        {rich('imports.brought-in', {
          by: one.by,
          id: one.id,
          link: linkTo(urls.forgetImport(one.id)),
          hidden: hiddenWords,
        })}
      </p>
      <ImportedFiles one={one} caption={t('imports.caption', { id: one.id, files: filesText(one.files.length) })} />
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
        { heading: t('imports.file'), cell: (row) => <bdi>{row.file}</bdi> },
        { heading: t('imports.holds'), cell: (row) => row.kind },
        { heading: t('imports.rows-column'), numeric: true, cell: (row) => numberText(row.rows) },
        { heading: t('imports.rejected'), numeric: true, cell: (row) => numberText(row.rejected) },
        { heading: t('imports.read-as'), cell: (row) => (row.layout === '' ? t('imports.area-file') : row.layout) },
        { heading: t('imports.sha'), cell: (row) => <code>{row.sha256}</code> },
      ]}
      rows={one.files}
    />
  );
}

function Forget({ one }: { readonly one: Import }): JSX.Element {
  const rows = one.files.reduce((sum, file) => sum + file.rows, 0);
  return (
    <>
      <p class="govuk-body">{t('imports.forget.was', { id: one.id, by: one.by, moment: writtenMoment(one.at) })}</p>
      <ImportedFiles one={one} caption={t('imports.forget.what')} />
      <p class="govuk-body">{t('imports.forget.if')}</p>
      <ul class="govuk-list govuk-list--bullet">
        <li>
          {t('imports.forget.deleted', {
            files: filesText(one.files.length),
            rows: t('imports.rows', { count: rows }),
          })}
        </li>
        <li>{t('imports.forget.again')}</li>
        <li>{t('imports.forget.older')}</li>
        <li>{t('imports.forget.no-copy')}</li>
      </ul>
      <form method="post" action={urls.forgetImport(one.id)}>
        <div class="govuk-button-group">
          {govuk.button({
            text: t('imports.forget.do', { id: one.id }),
            classes: 'govuk-button--warning',
            preventDoubleClick: true,
          })}
          <a class="govuk-link" href={urls.imports()}>
            {t('imports.forget.keep')}
          </a>
        </div>
      </form>
    </>
  );
}
