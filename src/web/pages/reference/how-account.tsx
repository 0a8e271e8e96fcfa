import type { Context } from 'hono';
import type { JSX } from 'hono/jsx/jsx-runtime';
import { sql } from 'kysely';
import type { Tx } from '#access';
import type { ImportRow } from '#exchange/area-files';
import { t } from '#language';
import type { Answered } from '#lost-learning';
import { refused } from '../../answers.tsx';
import { nameOfArea, type WebContext } from '../../context.ts';
import { urls } from '../../urls.ts';
import { readFigureReplies } from '../accountability/figure-replies.tsx';
import { listFilesOf, purposeOf, withAccount, type Account } from '../lost-learning/looking.tsx';
import { findChild, nameOf } from '../lost-learning/read-children.ts';
import { hidesGroups } from '../lost-learning/school-group-words.tsx';
import { ChildLines, findChildLines } from './children-below.tsx';
import { findChildWorking } from './child-working.ts';
import { kindsOf } from './files-table.tsx';
import { findGapLines, GapLines } from './gap-children.tsx';
import { HowPage, type HowParts } from './how-page.tsx';
import { listUrns, numbersOf } from './ledger.ts';
import { findLeftOut } from './left-out.tsx';
import type { ReferenceMeasure } from './measure.ts';
import { NoSuchFigure } from './no-such-figure.tsx';
import { partTitle, groupTitle, scopeText, subjectOf, type Scope } from './scope.ts';
import { SessionsBelow } from './sessions-below.tsx';
import { findSchoolLines, SchoolLines } from './step-down.tsx';
import type { Reader, Working } from './working-shape.ts';
import { findWorking } from './working.ts';

/** `/how/…` for a measure of the account: worked out again, and shown whole. Leave is asked before anything is read. */
export async function answerHowAccount(
  web: WebContext,
  context: Context,
  measure: ReferenceMeasure,
  scope: Scope,
): Promise<Response> {
  const subject = subjectOf(scope);
  // A child’s row is read in a transaction of its own, which writes the trace.
  const options = { section: 'none', ...(subject.kind === 'child' ? {} : { subject }) } as const;
  return withAccount(web, context, options, async (account) => {
    if (
      scope.whole.kind === 'school' &&
      scope.part?.kind === 'group' &&
      (await hidesGroups(web, account, scope.whole.urn))
    ) {
      return refused(web, context, 'none', t('school-groups.hidden'), measure.title);
    }
    const found = await findHow(web, account, measure, scope);
    if (!found) return context.html(NoSuchFigure(web, measure.title), 404);
    const answered = account.aggregates.findYear(account.year);
    return answered
      ? HowPage(web, await partsOf(web, account, answered, measure, scope, found))
      : context.html('', 404);
  });
}

/** What is different from scope to scope: who it is about, the working, and the step down. */
type Found = {
  readonly about: string;
  readonly working: Working;
  readonly below: JSX.Element | null;
};

async function partsOf(
  web: WebContext,
  account: Account,
  answered: Answered,
  measure: ReferenceMeasure,
  scope: Scope,
  { about, working, below }: Found,
): Promise<HowParts> {
  const kinds = kindsOf(measure);
  const files: readonly ImportRow[] = (await listFilesOf(web, account)).filter((file) => kinds.includes(file.kind));
  return {
    measure,
    scope,
    working,
    about: scope.part ? t('scope.part', { whole: about, part: partTitle(scope.part) }) : about,
    answered,
    asOf: account.asOf,
    updating: account.working,
    leftOut: await findLeftOut(readerOf(account), measure, scope),
    files,
    below,
    replies: await readFigureReplies(
      web,
      { measure: measure.id, place: scopeText(scope), period: account.year },
      urls.how(measure.id, scopeText(scope), account.year),
    ),
  };
}

function readerOf({ aggregates, year, asOf }: Account): Reader {
  return { aggregates, year, asOf };
}

async function findHow(
  web: WebContext,
  account: Account,
  measure: ReferenceMeasure,
  scope: Scope,
): Promise<Found | undefined> {
  const { whole } = scope;
  if (whole.kind === 'child') return findChildHow(web, account, measure, scope);
  const reader = readerOf(account);
  const working =
    measure.from.kind === 'spells-ended'
      ? await findSpellsEnded(web, account, measure, scope)
      : await findWorking(reader, measure, scope);
  if (!working) return undefined;
  if (whole.kind === 'school') {
    const [school] = await account.aggregates.rows<{ readonly name: string }>('school', account.year, 'urn = $urn', {
      urn: whole.urn,
    });
    return school && { about: school.name, working, below: await schoolBelow(web, account, measure, scope, whole.urn) };
  }
  const only = whole.kind === 'schools' ? await listUrns(reader, whole.by, whole.value) : undefined;
  if (only?.length === 0) return undefined;
  if (measure.from.kind === 'gap') {
    const { from } = measure;
    const lines = await web.access.actingAs(web.actor, purposeOf(web), { kind: 'area' }, (tx) =>
      findGapLines(tx, from, account.year, account.asOf),
    );
    const below = <GapLines lines={lines} times={working.number ?? 0} year={account.year} />;
    return { about: nameOfArea(web.area), working, below };
  }
  const lines = scope.part ? undefined : await findSchoolLines(reader, measure, only);
  return {
    about: whole.kind === 'schools' ? groupTitle(whole.by, whole.value) : nameOfArea(web.area),
    working,
    below: lines ? <SchoolLines measure={measure} lines={lines} year={account.year} /> : null,
  };
}

async function schoolBelow(
  web: WebContext,
  { year }: Account,
  measure: ReferenceMeasure,
  { part }: Scope,
  urn: number,
): Promise<JSX.Element | null> {
  if (part?.kind === 'week' || part?.monday !== undefined) return null;
  const found = await web.access.actingAs(web.actor, purposeOf(web), { kind: 'school', urn }, (tx) =>
    findChildLines(tx, measure, { year, urn }, part),
  );
  return found ? <ChildLines measure={measure} {...found} year={year} /> : null;
}

async function findChildHow(
  web: WebContext,
  account: Account,
  measure: ReferenceMeasure,
  { whole, part }: Scope,
): Promise<Found | undefined> {
  if (whole.kind !== 'child') return undefined;
  const { upn } = whole;
  const child = await web.access.actingAs(web.actor, purposeOf(web), { kind: 'child', upn }, (tx: Tx) =>
    findChild(tx, upn, account.year),
  );
  if (child?.year !== account.year) return undefined;
  const { given_name, family_name, sessions, facts } = child;
  const kept = numbersOf(numbersIn(child));
  const found = findChildWorking(measure, { given_name, family_name, kept, sessions, facts }, account.year, part);
  if (!found) return undefined;
  return {
    about: nameOf(child),
    working: found.working,
    below: <SessionsBelow sessions={found.sessions} upn={upn} year={account.year} />,
  };
}

function numbersIn(row: object): Readonly<Record<string, number>> {
  return Object.fromEntries(
    Object.entries(row).filter((cell): cell is [string, number] => typeof cell[1] === 'number'),
  );
}

/** Spells are not among the warehouse’s sums, so they are counted from the children’s published rows. */
async function findSpellsEnded(
  web: WebContext,
  account: Account,
  measure: ReferenceMeasure,
  scope: Scope,
): Promise<Working | undefined> {
  if (scope.whole.kind !== 'area' || scope.part || measure.from.kind !== 'spells-ended') return undefined;
  const { ground } = measure.from;
  const number = await countSpellsEnded(web, account, ground);
  return {
    number,
    none: undefined,
    numerator: { words: measure.title, number, measure: undefined },
    denominator: undefined,
    route: t('working.spells'),
    kept: undefined,
    ledger: undefined,
  };
}

/** Children with a spell that ended in the year with a ground for deletion (SI 2024/208 reg. 9(1)), of the children with a session in it. */
export async function countSpellsEnded(
  web: WebContext,
  { year, asOf }: Pick<Account, 'year' | 'asOf'>,
  ground: string,
): Promise<number> {
  const from = `${year.slice(0, 4)}-09-01`;
  return web.access.actingAs(web.actor, purposeOf(web), { kind: 'area' }, async (tx) => {
    const { rows } = await sql<{ readonly children: string }>`
      select count(distinct upn) as children
      from account.child_year, jsonb_array_elements(facts -> 'spells') as spell
      where academic_year = ${year} and spell ->> 'leaving_ground' = ${ground}
        and spell ->> 'leaving_date' between ${from} and ${asOf}`.execute(tx);
    return Number(rows[0]?.children ?? 0);
  });
}
