import { createReadStream } from 'node:fs';
import { Hono } from 'hono';
import { stream } from 'hono/streaming';
import type { JSX } from 'hono/jsx/jsx-runtime';
import { numberText, rich, t } from '#language';
import type { FindingCount, ToMend } from '#exchange/area-files';
import { DataTable, InEnglish, linkTo } from '../../layout/index.ts';
import { urls } from '../../urls.ts';
import { answerWorking, uploadPage } from './answers.tsx';
import type { Desk } from './desk.ts';

/** Kinds of fault that a page lists; all rows are in the CSV. */
const MOST_KINDS = 100;

/** What of the files brought in is not used or looks wrong: after they count, as the preview said it before. */
export function toMendRoutes(desk: Desk): Hono {
  const routes = new Hono();

  routes.get('/imports/to-mend', async (context) => {
    await desk.mayBringIn();
    const title = t('imports.to-mend');
    if ((await desk.web.area.imports()).length === 0) {
      const none = <p class="govuk-body">{t('imports.none')}</p>;
      return uploadPage(desk, context, { title, children: none });
    }
    const { job } = await desk.toMend();
    const state = job.state();
    if (state.kind === 'working') {
      return answerWorking(desk, context, { ...state, title, here: urls.toMend() });
    }
    return uploadPage(desk, context, {
      title,
      children:
        state.kind === 'failed' ? (
          <p class="govuk-body">
            <InEnglish>{state.reason}</InEnglish>
          </p>
        ) : (
          <ToMendPage {...state.value} />
        ),
    });
  });

  routes.get('/imports/to-mend.csv', async (context) => {
    await desk.mayBringIn();
    if ((await desk.web.area.imports()).length === 0) return context.redirect(urls.toMend(), 303);
    const state = (await desk.toMend()).job.state();
    if (state.kind !== 'done') return context.redirect(urls.toMend(), 303);
    context.header('Content-Type', 'text/csv; charset=utf-8');
    context.header('Content-Disposition', 'attachment; filename="to-mend.csv"');
    return stream(context, async (out) => {
      for await (const chunk of createReadStream(state.value.list, 'utf8')) await out.write(String(chunk));
    });
  });

  return routes;
}

function ToMendPage({ rejected, warnings }: ToMend): JSX.Element {
  if (rejected.length + warnings.length === 0) {
    return (
      <>
        <p class="govuk-body">{t('imports.to-mend.nothing')}</p>
        <SchoolBySchool />
      </>
    );
  }
  return (
    <>
      <p class="govuk-body">{t('imports.to-mend.how')}</p>
      <Findings
        id="rejected"
        caption={t('imports.to-mend.not-used')}
        rows={rejected}
        empty={t('imports.to-mend.all-used')}
      />
      {rejected.length > 0 && (
        <p class="govuk-body">
          {rich('imports.to-mend.download', {
            link: (inside) => (
              <a class="govuk-link" href={urls.toMendCsv()} download>
                {inside}
              </a>
            ),
          })}
        </p>
      )}
      <Findings
        id="warnings"
        caption={t('imports.to-mend.warnings')}
        rows={warnings}
        empty={t('imports.to-mend.no-warnings')}
      />
      <SchoolBySchool />
    </>
  );
}

function SchoolBySchool(): JSX.Element {
  return <p class="govuk-body">{rich('imports.school-by-school', { link: linkTo(urls.quality()) })}</p>;
}

function Findings(props: {
  readonly id: string;
  readonly caption: string;
  readonly rows: readonly FindingCount[];
  readonly empty: string;
}): JSX.Element {
  const { rows } = props;
  return (
    <>
      <DataTable<FindingCount>
        {...props}
        columns={[
          { heading: t('imports.file'), cell: (one) => <bdi>{one.file}</bdi> },
          { heading: t('imports.to-mend.what'), cell: (one) => <InEnglish>{one.problem}</InEnglish> },
          { heading: t('imports.to-mend.count'), numeric: true, cell: (one) => numberText(one.count) },
          { heading: t('imports.to-mend.line'), numeric: true, cell: (one) => String(one.line) },
          { heading: t('imports.to-mend.column'), cell: (one) => one.column || t('imports.to-mend.whole-row') },
          {
            heading: t('imports.to-mend.value'),
            cell: (one) => (one.value === '' ? t('imports.to-mend.empty') : <code>{one.value}</code>),
          },
        ]}
        rows={rows.slice(0, MOST_KINDS)}
      />
      {rows.length > MOST_KINDS && (
        <p class="govuk-body">{t('imports.to-mend.others', { count: rows.length - MOST_KINDS })}</p>
      )}
    </>
  );
}
