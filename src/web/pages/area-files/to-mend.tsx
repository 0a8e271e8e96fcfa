import { createReadStream } from 'node:fs';
import { Hono } from 'hono';
import { stream } from 'hono/streaming';
import type { JSX } from 'hono/jsx/jsx-runtime';
import type { FindingCount, ToMend } from '#exchange/area-files';
import { DataTable } from '../../layout/index.ts';
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
    const title = 'What could not be used';
    if ((await desk.web.area.imports()).length === 0) {
      const none = <p class="govuk-body">No files have been brought in yet.</p>;
      return uploadPage(desk, context, { title, children: none });
    }
    const { job } = await desk.toMend();
    const state = job.state();
    if (state.kind === 'working') {
      return answerWorking(desk, context, { ...state, title, here: urls.toMend() });
    }
    return uploadPage(desk, context, {
      title,
      children: state.kind === 'failed' ? <p class="govuk-body">{state.reason}</p> : <ToMendPage {...state.value} />,
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
        <p class="govuk-body">Nothing to mend: every row and value of the files is used, and none looks wrong.</p>
        <SchoolBySchool />
      </>
    );
  }
  return (
    <>
      <p class="govuk-body">
        Mend these in the system that the file came from, export it again and bring it in: what is recorded last counts.
      </p>
      <Findings id="rejected" caption="Not used" rows={rejected} empty="Every row and value of the files is used." />
      {rejected.length > 0 && (
        <p class="govuk-body">
          <a class="govuk-link" href={urls.toMendCsv()} download>
            Download every row and value that is not used (CSV)
          </a>
          . It is personal data.
        </p>
      )}
      <Findings
        id="warnings"
        caption="Used, though it looks wrong"
        rows={warnings}
        empty="No row that is used looks wrong."
      />
      <SchoolBySchool />
    </>
  );
}

function SchoolBySchool(): JSX.Element {
  return (
    <p class="govuk-body">
      School by school, with registers not taken, children counted twice and how to correct each:{' '}
      <a class="govuk-link" href={urls.quality()}>
        data quality
      </a>
      .
    </p>
  );
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
          { heading: 'File', cell: (one) => one.file },
          { heading: 'What to do', cell: (one) => one.problem },
          { heading: 'How many', numeric: true, cell: (one) => one.count.toLocaleString('en-GB') },
          { heading: 'First on line', numeric: true, cell: (one) => String(one.line) },
          { heading: 'Column', cell: (one) => one.column || 'Whole row' },
          { heading: 'Value', cell: (one) => (one.value === '' ? 'empty' : <code>{one.value}</code>) },
        ]}
        rows={rows.slice(0, MOST_KINDS)}
      />
      {rows.length > MOST_KINDS && <p class="govuk-body">{`There are ${rows.length - MOST_KINDS} other kinds.`}</p>}
    </>
  );
}
