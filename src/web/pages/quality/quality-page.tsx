import type { JSX } from 'hono/jsx/jsx-runtime';
import { dateText, numberText, rich, t } from '#language';
import { getRule, type Finding } from '#quality';
import { govuk } from '../../govuk/index.ts';
import { nameOfArea } from '../../context.ts';
import { DataTable, hiddenWords, linkTo } from '../../layout/index.ts';
import { shell } from '../../shell.tsx';
import { urls } from '../../urls.ts';
import { Years } from '../lost-learning/years.tsx';
import { downloadOf, ExampleText, HowToCorrect, MendNote, namesOf, PictureTable } from './parts.tsx';
import { countsByRule, countsBySchool, listClean, type RuleCount, type SchoolCount } from './read-quality.ts';
import { nameOfSchool, type Looking } from './look.ts';
import { countedText, notJudgedText, ruleText } from './rule-text.ts';

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
    title: school === undefined ? t('quality.title') : t('quality.of-school', { school }),
    caption: school === undefined ? nameOfArea(web.area) : t('quality.of-year', { year }),
    back:
      urn === undefined
        ? { text: t('shell.files'), href: urls.imports() }
        : { text: t('quality.title'), href: urls.quality({ year }) },
    working: account.working,
    children: (
      <>
        <p class="govuk-body-l">{t('quality.lead', { year, date: dateText(asOf) })}</p>
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
        {rich(urn === undefined ? 'quality.download.area' : 'quality.download.school', {
          link: downloadOf(urls.qualityCsv({ year, school: urn })),
        })}
      </p>
      <CountsTable look={look} counts={counts} />
      {urn === undefined ? (
        <>
          <h2 class="govuk-heading-m">{t('quality.all-mended')}</h2>
          <p class="govuk-body">{t('quality.all-mended.text')}</p>
          <PictureTable id="all-mended" effects={sums.effects} rule="all" caption={t('quality.all-mended.caption')} />
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
      caption={t('quality.rules')}
      columns={[
        {
          heading: t('quality.wrong'),
          cell: ({ rule }) => (
            <a class="govuk-link" href={urls.qualityRule(rule, { year: account.year, school: urn })}>
              {ruleText(getRule(rule), 'title')}
            </a>
          ),
        },
        { heading: t('quality.how-many'), cell: ({ rule, findings }) => countedText(rule, findings) },
        {
          heading: t('quality.sessions'),
          numeric: true,
          cell: ({ sessions }) => (sessions === 0 ? '–' : numberText(sessions)),
        },
        ...(area
          ? [{ heading: t('schools.title'), numeric: true, cell: (row: RuleCount) => String(row.schools) }]
          : []),
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
      caption={t('quality.schools')}
      columns={[
        {
          heading: t('schools.school'),
          cell: ({ urn, name }) =>
            urn === null ? (
              name
            ) : (
              <a class="govuk-link" href={urls.quality({ year, school: urn })}>
                <bdi>{name}</bdi>
              </a>
            ),
        },
        { heading: t('quality.kinds'), numeric: true, cell: ({ rules }) => String(rules) },
        { heading: t('quality.things'), numeric: true, cell: ({ findings }) => numberText(findings) },
        {
          heading: t('quality.to-send'),
          cell: ({ urn, name }) =>
            urn === null ? (
              ''
            ) : (
              <a class="govuk-link" href={urls.qualityCsv({ year, school: urn })} download>
                {rich('quality.to-send.csv', { school: name, hidden: hiddenWords })}
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
      <h2 class="govuk-heading-m">
        {t('quality.heading', { rule: ruleText(rule, 'title'), counted: countedText(rule.id, count.findings) })}
      </h2>
      <p class="govuk-body">{`${ruleText(rule, 'wrong')} ${ruleText(rule, 'why')}`}</p>
      {example && (
        <p class="govuk-body">
          {rich('quality.example', {
            strong: (inside) => <strong>{inside}</strong>,
            example: <ExampleText finding={example} names={names} year={year} nameOf={nameOfSchool(look.sums)} />,
          })}
        </p>
      )}
      <HowToCorrect rule={rule} />
      <p class="govuk-body kith-screen-only">
        <a class="govuk-link" href={urls.qualityRule(rule.id, { year, school: look.urn })}>
          {t('quality.see-each', { rule: ruleText(rule, 'title') })}
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
        text: t('quality.clean', { rules }),
      })}
      <p class="govuk-body">{t('quality.clean.text')}</p>
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
          <h2 class="govuk-heading-m">{t('quality.not-judged')}</h2>
          <ul class="govuk-list govuk-list--bullet">
            {[...sums.notJudged.keys()].map((rule) => (
              <li>
                {t('quality.not-judged.rule', {
                  rule: ruleText(getRule(rule), 'title'),
                  why: notJudgedText(rule, account.year),
                })}
              </li>
            ))}
          </ul>
        </>
      )}
      {clean.length > 0 && (
        <>
          <h2 class="govuk-heading-m">{t('quality.not-found')}</h2>
          <ul class="govuk-list govuk-list--bullet">
            {clean.map((rule) => (
              <li>
                <a class="govuk-link" href={urls.qualityRule(rule.id, { year: account.year, school: urn })}>
                  {ruleText(rule, 'title')}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
      <p class="govuk-body kith-screen-only">{rich('quality.rows', { link: linkTo(urls.toMend()) })}</p>
    </>
  );
}
