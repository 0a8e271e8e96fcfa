import type { JSX } from 'hono/jsx/jsx-runtime';
import { writtenDate } from '#kernel';
import { countedAs, getRule, type Finding } from '#quality';
import { govuk } from '../../govuk/index.ts';
import { DataTable } from '../../layout/index.ts';
import { shell } from '../../shell.tsx';
import { urls } from '../../urls.ts';
import { Years } from '../lost-learning/years.tsx';
import { ExampleText, HowToCorrect, MendNote, namesOf, PictureTable } from './parts.tsx';
import { countsByRule, countsBySchool, listClean, type RuleCount, type SchoolCount } from './read-quality.ts';
import { nameOfSchool, type Looking } from './look.ts';

/** All that is to mend in the area, or the list that one school is sent. */
export async function qualityPage(look: Looking): Promise<JSX.Element> {
  const { web, account, sums, permit, urn } = look;
  const { year, asOf } = account;
  const counts = countsByRule(sums, urn);
  const findings = await account.findings.list(permit, { year, urn, firstOfEach: true });
  const names = await namesOf(look, findings);
  const examples = new Map(findings.map((finding) => [finding.rule, finding]));
  const school = urn === undefined ? undefined : nameOfSchool(sums)(urn);
  return shell(web, {
    section: 'imports',
    title: school === undefined ? 'Data quality' : `What to mend at ${school}`,
    caption: school === undefined ? web.area.name : `Data quality, ${year}`,
    back:
      urn === undefined
        ? { text: 'Files', href: urls.imports() }
        : { text: 'Data quality', href: urls.quality({ year }) },
    working: account.working,
    children: (
      <>
        <p class="govuk-body-l">
          {`What is wrong in rolls and registers of ${year} up to ${writtenDate(asOf)}, who can mend it, and how.`}
        </p>
        <Years years={account.years} year={year} href={(one) => urls.quality({ year: one, school: urn })} />
        {counts.length === 0 ? (
          <Clean look={look} />
        ) : (
          <Found look={look} counts={counts} examples={examples} names={names} />
        )}
        <Rest look={look} />
      </>
    ),
  });
}

type FoundProps = {
  readonly look: Looking;
  readonly counts: readonly RuleCount[];
  readonly examples: ReadonlyMap<string, Finding>;
  readonly names: ReadonlyMap<string, string>;
};

function Found({ look, counts, examples, names }: FoundProps): JSX.Element {
  const { account, sums, urn } = look;
  const { year } = account;
  return (
    <>
      <MendNote />
      <p class="govuk-body kith-screen-only">
        <a class="govuk-link" href={urls.qualityCsv({ year, school: urn })} download>
          {urn === undefined ? 'Download all of it (CSV)' : 'Download this school’s list, to send to it (CSV)'}
        </a>
        . It is personal data.
      </p>
      <CountsTable look={look} counts={counts} />
      {urn === undefined ? (
        <>
          <h2 class="govuk-heading-m">How the picture would change if all of it were mended</h2>
          <p class="govuk-body">
            Kith mends copies of the children concerned, works their account out again, and compares. Where nobody can
            know what is true, both ends are shown. What proves right as it stands stays as it is now.
          </p>
          <PictureTable id="all-mended" effects={sums.effects} rule="all" caption="The area’s figures" />
          <SchoolsTable look={look} />
        </>
      ) : (
        counts.map((count) => (
          <RuleSection look={look} count={count} example={examples.get(count.rule)} names={names} />
        ))
      )}
    </>
  );
}

function CountsTable({ look, counts }: { readonly look: Looking; readonly counts: readonly RuleCount[] }): JSX.Element {
  const { account, urn } = look;
  const area = urn === undefined;
  return (
    <DataTable<RuleCount>
      id="rules"
      caption="What to mend"
      columns={[
        {
          heading: 'What is wrong',
          cell: ({ rule }) => (
            <a class="govuk-link" href={urls.qualityRule(rule, { year: account.year, school: urn })}>
              {getRule(rule).title}
            </a>
          ),
        },
        { heading: 'How many', cell: ({ rule, findings }) => countedAs(rule, findings) },
        {
          heading: 'Sessions concerned',
          numeric: true,
          cell: ({ sessions }) => (sessions === 0 ? '–' : sessions.toLocaleString('en-GB')),
        },
        ...(area ? [{ heading: 'Schools', numeric: true, cell: (row: RuleCount) => String(row.schools) }] : []),
      ]}
      rows={counts}
    />
  );
}

function SchoolsTable({ look }: { readonly look: Looking }): JSX.Element {
  const { account, sums } = look;
  const { year } = account;
  return (
    <DataTable<SchoolCount>
      id="schools"
      caption="Each school’s own list, by name"
      columns={[
        {
          heading: 'School',
          cell: ({ urn, name }) =>
            urn === null ? (
              name
            ) : (
              <a class="govuk-link" href={urls.quality({ year, school: urn })}>
                {name}
              </a>
            ),
        },
        { heading: 'Kinds of thing to mend', numeric: true, cell: ({ rules }) => String(rules) },
        { heading: 'Things to mend', numeric: true, cell: ({ findings }) => findings.toLocaleString('en-GB') },
        {
          heading: 'List to send',
          cell: ({ urn, name }) =>
            urn === null ? (
              ''
            ) : (
              <a class="govuk-link" href={urls.qualityCsv({ year, school: urn })} download>
                CSV<span class="govuk-visually-hidden">{` for ${name}`}</span>
              </a>
            ),
        },
      ]}
      rows={countsBySchool(sums)}
    />
  );
}

function RuleSection(props: {
  readonly look: Looking;
  readonly count: RuleCount;
  readonly example: Finding | undefined;
  readonly names: ReadonlyMap<string, string>;
}): JSX.Element {
  const { look, count, example, names } = props;
  const rule = getRule(count.rule);
  const { year } = look.account;
  return (
    <section>
      <h2 class="govuk-heading-m">{`${rule.title}: ${countedAs(rule.id, count.findings)}`}</h2>
      <p class="govuk-body">{`${rule.wrong} ${rule.why}`}</p>
      {example && (
        <p class="govuk-body">
          <strong>For example: </strong>
          <ExampleText finding={example} names={names} year={year} nameOf={nameOfSchool(look.sums)} />
        </p>
      )}
      <HowToCorrect rule={rule} />
      <p class="govuk-body kith-screen-only">
        <a class="govuk-link" href={urls.qualityRule(rule.id, { year, school: look.urn })}>
          {`See each of them, and what mending would change: ${rule.title}`}
        </a>
      </p>
    </section>
  );
}

function Clean({ look }: { readonly look: Looking }): JSX.Element {
  const { sums, urn } = look;
  const rules = listClean(sums, urn).length;
  return (
    <>
      {govuk.insetText({
        text: `Nothing to mend: ${rules} kinds of fault were looked for, and none was found. Every register was taken, every mark stands on a roll, and no child is counted twice or left out for want of a date.`,
      })}
      <p class="govuk-body">
        What is right on paper can still be wrong: Kith cannot see a mark that was entered for a child who was not
        there.
      </p>
    </>
  );
}

/** What was looked for and not found, and what could not be looked for. */
function Rest({ look }: { readonly look: Looking }): JSX.Element {
  const { sums, urn, account } = look;
  const clean = listClean(sums, urn);
  return (
    <>
      {sums.notJudged.size > 0 && (
        <>
          <h2 class="govuk-heading-m">What could not be judged</h2>
          <ul class="govuk-list govuk-list--bullet">
            {[...sums.notJudged].map(([rule, why]) => (
              <li>{`${getRule(rule).title}. ${why}`}</li>
            ))}
          </ul>
        </>
      )}
      {clean.length > 0 && (
        <>
          <h2 class="govuk-heading-m">Looked for, and not found</h2>
          <ul class="govuk-list govuk-list--bullet">
            {clean.map((rule) => (
              <li>
                <a class="govuk-link" href={urls.qualityRule(rule.id, { year: account.year, school: urn })}>
                  {rule.title}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
      <p class="govuk-body kith-screen-only">
        Rows of every year that are not used, file by file:{' '}
        <a class="govuk-link" href={urls.toMend()}>
          what could not be used
        </a>
        .
      </p>
    </>
  );
}
