import type { Context } from 'hono';
import type { JSX } from 'hono/jsx/jsx-runtime';
import { Refusal, type AcademicYear, type CalendarDate } from '#kernel';
import { rich, t } from '#language';
import { findPurpose, type DataClass, type Purpose, type Subject } from '#access';
import type { ImportRow } from '#exchange/area-files';
import type { Aggregates } from '#lost-learning';
import type { QualityFindings } from '#quality';
import { orRefusal, refused, type Answer } from '../../answers.tsx';
import { nameInside, nameOfArea, type AccountState, type WebContext } from '../../context.ts';
import { InEnglish, linkTo } from '../../layout/index.ts';
import { mayBringFiles } from '../../may.ts';
import { shell, yearOf, type Section } from '../../shell.tsx';
import { urls } from '../../urls.ts';

/** What who looks acts for on a page that shows this class of data: a parent sees for another purpose than a school. */
export function purposeOf({ actor }: Pick<WebContext, 'actor'>, wanted: DataClass = 'account'): Purpose {
  // Whose role has no purpose for it is refused for this one.
  return findPurpose(actor.role, wanted) ?? 'attendance-and-inclusion-support';
}

/** The account of one year, ready for a page. */
export type Account = {
  readonly aggregates: Aggregates;
  readonly findings: QualityFindings;
  readonly working: string | undefined;
  /** The imports it was worked out from; undefined: all of them. */
  readonly imports?: readonly string[] | undefined;
  readonly year: AcademicYear;
  readonly asOf: CalendarDate;
  /** Every year with an account, latest first. */
  readonly years: readonly AcademicYear[];
  /** True where leave was given before, and no child’s record was restricted for who looks. */
  readonly leavesNobodyOut: boolean;
};

/** The files that this account was worked out from: what came in since is in none of its figures. */
export async function listFilesOf(web: WebContext, { imports }: Account): Promise<readonly ImportRow[]> {
  const files = await web.area.imports();
  return imports === undefined ? files : files.filter((file) => imports.includes(file.import));
}

/**
 * Runs `answer` on the account of the year asked for, or says why there is none yet. With a subject, leave is asked
 * first and its trace written; pages that read children’s rows ask for it themselves (`actingAs`) and give none.
 */
export async function withAccount(
  web: WebContext,
  context: Context,
  options: { readonly section: Section; readonly subject?: Subject },
  answer: (account: Account) => Promise<Answer>,
): Promise<Response> {
  const state = await web.account();
  const found = state.kind === 'ready' ? yearOf(context, state.aggregates) : undefined;
  if (state.kind !== 'ready' || !found || found.asOf === null) {
    // A progress page looks again by itself; so does the reader, with its link.
    // With its address: Chromium does not look again by itself where the address it stands at has a #part.
    const { pathname, search } = new URL(context.req.url);
    if (state.kind === 'working') context.header('Refresh', `5; url=${pathname}${search}`);
    return context.html(<NothingYet web={web} section={options.section} state={state} here={context.req.path} />);
  }
  const leave = options.subject && (await web.access.permitFor(web.actor, purposeOf(web), options.subject));
  if (leave?.kind === 'refused') return refused(web, context, options.section, <InEnglish>{leave.reason}</InEnglish>);
  const account: Account = {
    aggregates: state.aggregates,
    findings: state.findings,
    working: state.working,
    imports: state.imports,
    year: found.year,
    asOf: found.asOf,
    years: state.aggregates.years.map((answered) => answered.year),
    leavesNobodyOut: leave?.permit.leftOut.length === 0,
  };
  const made = await orRefusal(() => answer(account));
  // A newer version came meanwhile: what was read may be of both.
  if (context.req.method === 'GET' && state.isShown?.() === false) return withAccount(web, context, options, answer);
  if (made instanceof Refusal) return refused(web, context, options.section, <InEnglish>{made.message}</InEnglish>);
  return made instanceof Response ? made : context.html(made);
}

function NothingYet(props: {
  readonly web: WebContext;
  readonly section: Section;
  readonly state: AccountState;
  readonly here: string;
}): JSX.Element {
  const { web, section, state, here } = props;
  const files = (
    <p class="govuk-body">{rich('answers.files', { upload: linkTo(urls.upload()), files: linkTo(urls.imports()) })}</p>
  );
  switch (state.kind) {
    case 'working':
      return shell(web, {
        section,
        title: t('answers.working', { area: nameOfArea(web.area) }),
        children: (
          <>
            <p class="govuk-body-l">
              {rich('answers.working.progress', {
                words: <InEnglish>{state.words}</InEnglish>,
                percent: String(state.percent),
              })}
            </p>
            <p class="govuk-body">{t('answers.working.text')}</p>
            <p class="govuk-body">
              <a class="govuk-link" href={here}>
                {t('answers.working.again')}
              </a>
            </p>
          </>
        ),
      });
    case 'failed':
      return shell(web, {
        section,
        title: t('answers.failed'),
        // The reason can name a file, and what stands in it.
        children: mayBringFiles(web) ? (
          <>
            <p class="govuk-body">
              <InEnglish>{state.reason}</InEnglish>
            </p>
            <p class="govuk-body">{t('answers.failed.text')}</p>
            {files}
          </>
        ) : (
          <p class="govuk-body">{t('answers.failed.told')}</p>
        ),
      });
    case 'empty':
      return shell(web, {
        section,
        title: t('answers.empty', { area: nameInside(web.area) }),
        children: (
          <>
            <p class="govuk-body-l">{t('answers.empty.reads')}</p>
            <p class="govuk-body">{t('answers.empty.shows')}</p>
            {files}
          </>
        ),
      });
    case 'ready':
      return shell(web, {
        section,
        title: t('answers.no-marks'),
        children: (
          <>
            <p class="govuk-body">{t('answers.no-marks.text')}</p>
            {files}
          </>
        ),
      });
  }
}
