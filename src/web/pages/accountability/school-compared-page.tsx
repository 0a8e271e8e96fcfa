import type { JSX } from 'hono/jsx/jsx-runtime';
import { writtenDate } from '#kernel';
import { comparedAs, factorsOf, SCHOOL_MEASURES, type ComparedSchool, type FactorLevel } from '#accountability';
import { STRATIFIED_BY } from '#lost-learning';
import type { WebContext } from '../../context.ts';
import { printed } from '../../charts/scale.ts';
import { govuk } from '../../govuk/index.ts';
import { DataTable } from '../../layout/index.ts';
import { shell } from '../../shell.tsx';
import { urls } from '../../urls.ts';
import type { Account } from '../lost-learning/looking.tsx';
import type { SchoolRow } from '../lost-learning/read-account.ts';
import { wordsFor } from '../lost-learning/words.ts';
import { readFigureReplies } from './figure-replies.tsx';
import { SchoolFunnel } from './school-funnel.tsx';
import type { ReadComparison } from './school-comparison.ts';
import { expectedText, FACTORS, levelWords, schoolSentences, shareText } from './school-comparison-words.ts';

/** One school: what is expected of its pupils, and which of them make the difference. */
export async function schoolComparedPage(
  web: WebContext,
  account: Account,
  read: ReadComparison,
  school: SchoolRow,
): Promise<JSX.Element> {
  const { asked, comparison } = read;
  const { measure, phase } = asked;
  const compared =
    comparison.kind === 'compared' ? comparison.schools.find(({ urn }) => urn === school.urn) : undefined;
  const here = urls.schoolCompared(school.urn, { measure: measure.id, year: account.year });
  const figure = { measure: comparedAs(measure), place: `school-${school.urn}`, period: account.year };
  const replies = await readFigureReplies(web, figure, here);
  const all = urls.schoolsCompared({ measure: measure.id, phase, year: account.year });
  return shell(web, {
    section: 'schools',
    title: `${school.name}: ${measure.name.toLowerCase()} and its pupils`,
    caption: web.area.name,
    working: account.working,
    breadcrumbs: [
      { text: 'Schools', href: urls.schools(account.year) },
      { text: school.name, href: urls.school(school.urn, account.year) },
    ],
    children: (
      <>
        {comparison.kind === 'cannot-compare' && govuk.insetText({ text: `Not compared. ${comparison.reason}` })}
        {comparison.kind === 'compared' && !compared && govuk.insetText({ text: notCompared(read, school, account) })}
        {comparison.kind === 'compared' && compared && (
          <>
            <p class="govuk-body-l">{schoolSentences(measure, school.name, compared).join(' ')}</p>
            <p class="govuk-body">
              {`${measure.definition} ${account.year}, up to ${writtenDate(account.asOf)}. `}
              {measure.account !== undefined && (
                <a class="govuk-link" href={urls.how(measure.account, figure.place, account.year)}>
                  {`How is its ${measure.name.toLowerCase()} worked out?`}
                </a>
              )}
            </p>
            <nav aria-label="What to compare">
              <p class="govuk-body">
                {'Show: '}
                {SCHOOL_MEASURES.map(({ id, name }, at) => (
                  <>
                    {at > 0 && ', '}
                    {id === measure.id ? (
                      <strong>{name}</strong>
                    ) : (
                      <a class="govuk-link" href={urls.schoolCompared(school.urn, { measure: id, year: account.year })}>
                        {name}
                      </a>
                    )}
                  </>
                ))}
              </p>
            </nav>
            <OwnStandard school={compared} />
            <SchoolFunnel read={read} comparison={comparison} chosen={school.urn} />
            <h2 class="govuk-heading-m">What is allowed for, factor by factor</h2>
            <p class="govuk-body">
              Every pupil is expected to do as pupils alike in all four do at all these schools together. The tables
              show one factor at a time; the expected numbers come from all four at once.
            </p>
            <Factors levels={factorsOf(measure, read.rows, compared)} measure={measure.name} phase={phase} />
          </>
        )}
        <p class="govuk-body">
          <a class="govuk-link" href={all}>
            {`All ${wordsFor('phase', phase).toLowerCase()}, and how to read this`}
          </a>
        </p>
        {replies}
      </>
    ),
  });
}

function notCompared({ leftOut }: ReadComparison, { urn, name }: SchoolRow, { year }: Account): string {
  const share = leftOut.get(urn);
  return share === undefined
    ? `${name} has no pupils to count in ${year}.`
    : `${name} is not compared: ${shareText(share)} of its sessions in ${year} have no mark, so its year is not like the others’.`;
}

function OwnStandard({ school }: { readonly school: ComparedSchool }): JSX.Element | null {
  if (school.ownStandard < 0.1) return null;
  return govuk.insetText({
    text: `${shareText(school.ownStandard)} of what is expected comes from groups of pupils of which this school has more than half itself. There it is its own measure, and a difference shows less than it is.`,
  });
}

function Factors(props: {
  readonly levels: readonly FactorLevel[];
  readonly measure: string;
  readonly phase: string;
}): JSX.Element {
  return (
    <>
      {STRATIFIED_BY.map((factor) => (
        <DataTable<FactorLevel>
          id={`factor-${factor}`}
          caption={FACTORS[factor]}
          captionSize="s"
          columns={[
            { heading: FACTORS[factor], cell: ({ level }) => levelWords(factor, level) },
            {
              heading: 'Its pupils',
              numeric: true,
              cell: ({ pupils, share }) => `${printed(pupils)} (${shareText(share)})`,
            },
            {
              heading: `All ${wordsFor('phase', props.phase).toLowerCase()}`,
              numeric: true,
              cell: ({ shareOfAll }) => shareText(shareOfAll),
            },
            {
              heading: `${props.measure} at all of them`,
              numeric: true,
              cell: ({ rateOfAll }) => shareText(rateOfAll),
            },
            { heading: 'Expected here', numeric: true, cell: ({ expected }) => expectedText(expected) },
            { heading: 'Here', numeric: true, cell: ({ cases }) => printed(cases) },
          ]}
          rows={props.levels.filter((level) => level.factor === factor)}
        />
      ))}
    </>
  );
}
