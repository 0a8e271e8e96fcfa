import type { JSX } from 'hono/jsx/jsx-runtime';
import { writtenDate } from '#kernel';
import { countedAs, type Finding, type QualityRule } from '#quality';
import { govuk } from '../../govuk/index.ts';
import { DataTable } from '../../layout/index.ts';
import { shell } from '../../shell.tsx';
import { urls } from '../../urls.ts';
import { rateText } from '#place';
import { findTotals } from '../lost-learning/read-account.ts';
import { Years } from '../lost-learning/years.tsx';
import { ExampleText, HowToCorrect, MendNote, namesOf, PictureTable } from './parts.tsx';
import { countsByRule, countsBySchool, type SchoolCount } from './read-quality.ts';
import { nameOfSchool, type Looking } from './look.ts';

/** Findings a page lists; all of them are in the CSV. */
const MOST = 50;

/** One rule: what is wrong, how many, each of the first with its place, how to correct it, what that would change. */
export async function rulePage(look: Looking, rule: QualityRule): Promise<JSX.Element> {
  const { web, account, sums, permit, urn } = look;
  const { year, asOf } = account;
  const count = countsByRule(sums, urn).find((row) => row.rule === rule.id);
  const findings = await account.findings.list(permit, { year, rule: rule.id, urn, atMost: MOST });
  const names = await namesOf(look, findings);
  const school = urn === undefined ? undefined : nameOfSchool(sums)(urn);
  const ownRegister = rule.id === 'register-not-taken' && urn !== undefined ? await ownEnds(look, urn) : undefined;
  const notJudged = sums.notJudged.get(rule.id);
  return shell(web, {
    section: 'imports',
    title: rule.title,
    caption: school ?? web.area.name,
    back: { text: 'Data quality', href: urls.quality({ year, school: urn }) },
    working: account.working,
    children: (
      <>
        <p class="govuk-body-l">{rule.wrong}</p>
        <p class="govuk-body">{rule.why}</p>
        <Years
          years={account.years}
          year={year}
          href={(one) => urls.qualityRule(rule.id, { year: one, school: urn })}
        />
        {notJudged !== undefined && <>{govuk.insetText({ text: `This could not be judged. ${notJudged}` })}</>}
        {!count && notJudged === undefined && (
          <>{govuk.insetText({ text: `None found in ${year} up to ${writtenDate(asOf)}.` })}</>
        )}
        {count && (
          <>
            <p class="govuk-body">
              <strong>{countedAs(rule.id, count.findings)}</strong>
              {count.sessions > 0 && `, ${count.sessions.toLocaleString('en-GB')} sessions of a child`}
              {`, in ${year} up to ${writtenDate(asOf)}.`}
              {rule.mayBeRight && ' Some may be right as they stand: look before you change anything.'}
            </p>
            {urn === undefined && <SchoolsOfRule look={look} rule={rule} />}
            <Listed look={look} findings={findings} names={names} of={count.findings} />
            {rule.list !== undefined && (
              <p class="govuk-body kith-screen-only">
                To work through the children, one by one, with who is waiting longest:{' '}
                <a class="govuk-link" href={urls.worklist(rule.list)}>
                  the list for daily work
                </a>
                .
              </p>
            )}
            <h2 class="govuk-heading-m">How the area’s picture would change</h2>
            <PictureTable
              id="picture"
              effects={sums.effects}
              rule={rule.id}
              caption="Of the whole area, this alone mended"
            />
            <p class="govuk-body">{rule.unknown}</p>
            {ownRegister !== undefined && <p class="govuk-body">{ownRegister}</p>}
          </>
        )}
        <h2 class="govuk-heading-m">How to correct it</h2>
        <p class="govuk-body">{`Who can: ${rule.who}`}</p>
        <HowToCorrect rule={rule} />
        <MendNote />
        <p class="govuk-body-s">{`Source: ${rule.source}.`}</p>
      </>
    ),
  });
}

/** What the school’s own register would show, had every missing mark been taken. */
async function ownEnds({ account }: Looking, urn: number): Promise<string | undefined> {
  const own = await findTotals(account.aggregates, account.year, { kind: 'school', urn });
  if (!own || own.possible === 0) return undefined;
  const rate = (lost: number, possible: number): string => `${rateText((100 * lost) / possible, 2)}%`;
  const { lost_absence: lost, possible, unmarked } = own;
  return `In this school’s own register absence is ${rate(lost, possible)} of possible sessions now. It would be ${rate(lost, possible + unmarked)} if every child without a mark was there, and ${rate(lost + unmarked, possible + unmarked)} if none was.`;
}

function SchoolsOfRule({ look, rule }: { readonly look: Looking; readonly rule: QualityRule }): JSX.Element {
  const { account, sums } = look;
  return (
    <DataTable<SchoolCount>
      id="schools"
      caption="Schools, by name"
      captionSize="s"
      columns={[
        {
          heading: 'School',
          cell: ({ urn, name }) =>
            urn === null ? (
              name
            ) : (
              <a class="govuk-link" href={urls.qualityRule(rule.id, { year: account.year, school: urn })}>
                {name}
              </a>
            ),
        },
        { heading: 'How many', cell: ({ findings }) => countedAs(rule.id, findings) },
        {
          heading: 'Sessions concerned',
          numeric: true,
          cell: ({ sessions }) => (sessions === 0 ? '–' : sessions.toLocaleString('en-GB')),
        },
      ]}
      rows={countsBySchool(sums, rule.id)}
    />
  );
}

function Listed(props: {
  readonly look: Looking;
  readonly findings: readonly Finding[];
  readonly names: ReadonlyMap<string, string>;
  readonly of: number;
}): JSX.Element {
  const { look, findings, names, of } = props;
  const { account, sums, urn } = look;
  const nameOf = nameOfSchool(sums);
  return (
    <>
      <h2 class="govuk-heading-m">Each of them, the most sessions first</h2>
      <ol class="govuk-list govuk-list--number">
        {findings.map((finding) => (
          <li>
            {urn === undefined && finding.urn !== null && `${nameOf(finding.urn)}. `}
            <ExampleText finding={finding} names={names} year={account.year} nameOf={nameOf} />
          </li>
        ))}
      </ol>
      <p class="govuk-body kith-screen-only">
        {of > findings.length && `The first ${findings.length} of ${of.toLocaleString('en-GB')}. `}
        <a class="govuk-link" href={urls.qualityCsv({ year: account.year, school: urn })} download>
          Download all that is to mend (CSV)
        </a>
        . It is personal data.
      </p>
    </>
  );
}
