import type { JSX } from 'hono/jsx/jsx-runtime';
import { writtenDate } from '#kernel';
import { comparedAs, FALSE_DISCOVERIES, SCHOOL_MEASURES, type ComparedSchool, type FigureAt } from '#accountability';
import type { WebContext } from '../../context.ts';
import { printed } from '../../charts/scale.ts';
import { govuk } from '../../govuk/index.ts';
import { DataTable } from '../../layout/index.ts';
import { shell } from '../../shell.tsx';
import { urls } from '../../urls.ts';
import type { Account } from '../lost-learning/looking.tsx';
import { wordsFor } from '../lost-learning/words.ts';
import { Years } from '../lost-learning/years.tsx';
import { ChallengeLink, ChallengesBeside, readChallengesAt } from './challenges-beside.tsx';
import { SchoolFunnel } from './school-funnel.tsx';
import type { AskedComparison, ReadComparison } from './school-comparison.ts';
import { expectedText, leadSentence, READINGS, shareText } from './school-comparison-words.ts';

/** Schools of one phase beside what their own pupils would lead one to expect, in order of name. */
export async function schoolsComparedPage(
  web: WebContext,
  account: Account,
  read: ReadComparison,
): Promise<JSX.Element> {
  const { asked, comparison, schools } = read;
  const { measure, phase } = asked;
  const figureOf = (place: string): FigureAt => ({ measure: comparedAs(measure), place, period: account.year });
  const all = figureOf(`phase-${phase}`);
  const names = new Map(schools.map(({ urn, name }) => [`school-${urn}`, name]));
  const said = await readChallengesAt(web, [all, ...[...names.keys()].map(figureOf)]);
  const query = (year = account.year): string => urls.schoolsCompared({ measure: measure.id, phase, year });
  return shell(web, {
    section: 'schools',
    title: 'Schools and what is expected of them',
    caption: web.area.name,
    working: account.working,
    children: (
      <>
        {comparison.kind === 'compared' && (
          <p class="govuk-body-l">
            {leadSentence(measure, comparison.schools, wordsFor('phase', phase).toLowerCase())}
          </p>
        )}
        <p class="govuk-body">
          {`${measure.definition} ${account.year}, up to ${writtenDate(account.asOf)}. Schools stand in order of name. This is not a rank and must not be made into one: each school has its own pupils as its measure.`}
        </p>
        <Years years={account.years} year={account.year} href={query} />
        <ChooseComparison asked={asked} account={account} />
        {comparison.kind === 'cannot-compare' ? (
          govuk.insetText({ text: `These schools cannot be compared. ${comparison.reason}` })
        ) : (
          <>
            <SchoolFunnel read={read} comparison={comparison} />
            <ComparedTable read={read} compared={comparison.schools} />
            <p class="govuk-body">
              <a class="govuk-link" href={urls.schoolsComparedCsv({ measure: measure.id, phase, year: account.year })}>
                Download this table (CSV)
              </a>
            </p>
            <ChallengesBeside
              web={web}
              challenges={said}
              titleOf={({ place }) => names.get(place) ?? wordsFor('phase', phase)}
            />
            <p class="govuk-body">
              <ChallengeLink figure={all} page={query()} />
              {'. To speak for one school, open the school above.'}
            </p>
            <HowToRead schools={schools.length} spread={comparison.spread.allowedFor} />
          </>
        )}
      </>
    ),
  });
}

function ChooseComparison({
  asked,
  account,
}: {
  readonly asked: AskedComparison;
  readonly account: Account;
}): JSX.Element {
  return (
    <form method="get" action={urls.schoolsCompared()}>
      <input type="hidden" name="year" value={account.year} />
      {govuk.select({
        id: 'compare-measure',
        name: 'measure',
        label: { text: 'What to compare' },
        value: asked.measure.id,
        items: SCHOOL_MEASURES.map(({ id, name }) => ({ value: id, text: name })),
      })}
      {govuk.select({
        id: 'compare-phase',
        name: 'phase',
        label: { text: 'Kind of school' },
        value: asked.phase,
        items: asked.phases.map((phase) => ({ value: phase, text: wordsFor('phase', phase) })),
      })}
      {govuk.button({ text: 'Show' })}
    </form>
  );
}

type Line = { readonly urn: number; readonly name: string; readonly compared: ComparedSchool | undefined };

function ComparedTable({
  read,
  compared,
}: {
  readonly read: ReadComparison;
  readonly compared: readonly ComparedSchool[];
}): JSX.Element {
  const { asked, year } = read;
  const byUrn = new Map(compared.map((school) => [school.urn, school]));
  const lines: readonly Line[] = read.schools.map(({ urn, name }) => ({ urn, name, compared: byUrn.get(urn) }));
  const cell =
    (show: (school: ComparedSchool) => string) =>
    (line: Line): string =>
      line.compared ? show(line.compared) : '';
  return (
    <DataTable<Line>
      id="schools-compared"
      caption={`${asked.measure.name}, ${wordsFor('phase', asked.phase).toLowerCase()}, by name`}
      captionSize="s"
      columns={[
        {
          heading: 'School',
          cell: ({ urn, name }) => (
            <a class="govuk-link" href={urls.schoolCompared(urn, { measure: asked.measure.id, year })}>
              {name}
              <span class="govuk-visually-hidden">: how its own pupils are allowed for</span>
            </a>
          ),
        },
        {
          heading: 'Reading',
          cell: ({ urn, compared: school }) => (school ? READINGS[school.reading] : leftOutText(read, urn)),
        },
        { heading: 'Pupils', numeric: true, cell: cell(({ pupils }) => printed(pupils)) },
        { heading: asked.measure.name, numeric: true, cell: cell(({ cases }) => printed(cases)) },
        { heading: 'Expected', numeric: true, cell: cell(({ expected }) => expectedText(expected)) },
        {
          heading: 'Share (95% interval)',
          numeric: true,
          cell: cell(({ rate }) =>
            rate ? `${shareText(rate.value)} (${shareText(rate.at95.lower)} to ${shareText(rate.at95.upper)})` : '',
          ),
        },
        {
          heading: 'Times expected (95% interval)',
          numeric: true,
          cell: cell(({ ratio }) =>
            ratio
              ? `${printed(ratio.value, 2)} (${printed(ratio.at95.lower, 2)} to ${printed(ratio.at95.upper, 2)})`
              : '',
          ),
        },
      ]}
      rows={lines}
    />
  );
}

function leftOutText({ leftOut }: ReadComparison, urn: number): string {
  const share = leftOut.get(urn);
  return share === undefined ? 'No pupils to count' : `Left out: ${shareText(share)} of its sessions have no mark`;
}

function HowToRead({ schools, spread }: { readonly schools: number; readonly spread: number }): JSX.Element {
  return (
    <>
      <h2 class="govuk-heading-m">How to read this</h2>
      <ul class="govuk-list govuk-list--bullet">
        <li>
          <strong>Expected</strong> is what a school would have if its pupils of each year group, sex, free school meal
          status and special educational need did as such pupils do at all these schools together. What those four do
          not say is not allowed for.
        </li>
        <li>
          <strong>Times expected</strong> is the school’s own number over what is expected. Two schools’ are not to be
          held against each other, only each against 1: each has its own pupils as its measure.
        </li>
        <li>
          <strong>Reading</strong>
          {` says “as expected” where chance and the usual differences between schools would explain what is seen: not that nothing is different, only that it cannot be told. It looks at all ${schools} schools together, so that among those called different at most ${100 * FALSE_DISCOVERIES}% are expected to be chance.`}
          {spread > 0 &&
            ` Schools differ from each other by about ${printed(spread, 2)} times expected for reasons that are not known here; only what goes beyond that is called different.`}
        </li>
      </ul>
    </>
  );
}
