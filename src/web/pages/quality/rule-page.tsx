import type { JSX } from 'hono/jsx/jsx-runtime';
import { dateText, numberText, rich, t, type Part } from '#language';
import type { Finding, QualityRule } from '#quality';
import { govuk } from '../../govuk/index.ts';
import { nameOfArea } from '../../context.ts';
import { DataTable, InEnglish, linkTo } from '../../layout/index.ts';
import { shell } from '../../shell.tsx';
import { urls } from '../../urls.ts';
import { rateText } from '#place';
import { findTotals } from '../lost-learning/read-account.ts';
import { Years } from '../lost-learning/years.tsx';
import { downloadOf, ExampleText, HowToCorrect, MendNote, namesOf, PictureTable } from './parts.tsx';
import { countsByRule, countsBySchool, type RuleCount, type SchoolCount } from './read-quality.ts';
import { nameOfSchool, type Looking } from './look.ts';
import { countedText, notJudgedText, ruleText } from './rule-text.ts';

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
  const notJudged = sums.notJudged.has(rule.id);
  return shell(web, {
    section: 'imports',
    title: ruleText(rule, 'title'),
    caption: school ?? nameOfArea(web.area),
    back: { text: t('quality.title'), href: urls.quality({ year, school: urn }) },
    working: account.working,
    children: (
      <>
        <p class="govuk-body-l">{ruleText(rule, 'wrong')}</p>
        <p class="govuk-body">{ruleText(rule, 'why')}</p>
        <Years
          years={account.years}
          year={year}
          href={(one) => urls.qualityRule(rule.id, { year: one, school: urn })}
        />
        {notJudged && (
          <>{govuk.insetText({ text: t('quality.rule.not-judged', { why: notJudgedText(rule.id, year) }) })}</>
        )}
        {!count && !notJudged && (
          <>{govuk.insetText({ text: t('quality.rule.none', { year, date: dateText(asOf) }) })}</>
        )}
        {count && (
          <>
            <p class="govuk-body">
              <HowMany look={look} count={count} />
              {rule.mayBeRight && ` ${t('quality.rule.may-be-right')}`}
            </p>
            {urn === undefined && <SchoolsOfRule look={look} rule={rule} />}
            <Listed look={look} findings={findings} names={names} of={count.findings} />
            {rule.list !== undefined && (
              <p class="govuk-body kith-screen-only">
                {rich('quality.rule.list', { link: linkTo(urls.worklist(rule.list)) })}
              </p>
            )}
            <h2 class="govuk-heading-m">{t('quality.rule.picture')}</h2>
            {/* The effects are of the whole area: who sees one school of it sees its own register below. */}
            {urn === undefined && (
              <PictureTable
                id="picture"
                effects={sums.effects}
                rule={rule.id}
                caption={t('quality.rule.picture.caption')}
              />
            )}
            <p class="govuk-body">{ruleText(rule, 'unknown')}</p>
            {ownRegister !== undefined && <p class="govuk-body">{ownRegister}</p>}
          </>
        )}
        <h2 class="govuk-heading-m">{t('quality.rule.how')}</h2>
        <p class="govuk-body">{t('quality.rule.who', { who: ruleText(rule, 'who') })}</p>
        <HowToCorrect rule={rule} />
        <MendNote />
        <p class="govuk-body-s">{rich('quality.rule.source', { source: <InEnglish>{rule.source}</InEnglish> })}</p>
      </>
    ),
  });
}

function HowMany({ look, count }: { readonly look: Looking; readonly count: RuleCount }): JSX.Element {
  const { year, asOf } = look.account;
  const said = {
    counted: countedText(count.rule, count.findings),
    year,
    date: dateText(asOf),
    strong: (inside: Part[]) => <strong>{inside}</strong>,
  };
  return (
    <>
      {count.sessions > 0
        ? rich('quality.rule.count-sessions', { ...said, sessions: count.sessions })
        : rich('quality.rule.count', said)}
    </>
  );
}

/** What the school’s own register would show, had every missing mark been taken. */
async function ownEnds({ account }: Looking, urn: number): Promise<string | undefined> {
  const own = await findTotals(account.aggregates, account.year, { kind: 'school', urn });
  if (!own || own.possible === 0) return undefined;
  const rate = (lost: number, possible: number): string => `${rateText((100 * lost) / possible, 2)}%`;
  const { lost_absence: lost, possible, unmarked } = own;
  return t('quality.rule.own', {
    now: rate(lost, possible),
    least: rate(lost, possible + unmarked),
    most: rate(lost + unmarked, possible + unmarked),
  });
}

function SchoolsOfRule({ look, rule }: { readonly look: Looking; readonly rule: QualityRule }): JSX.Element {
  const { account, sums } = look;
  return (
    <DataTable<SchoolCount>
      id="schools"
      caption={t('quality.rule.schools')}
      captionSize="s"
      columns={[
        {
          heading: t('schools.school'),
          cell: ({ urn, name }) =>
            urn === null ? (
              name
            ) : (
              <a class="govuk-link" href={urls.qualityRule(rule.id, { year: account.year, school: urn })}>
                <bdi>{name}</bdi>
              </a>
            ),
        },
        { heading: t('quality.how-many'), cell: ({ findings }) => countedText(rule.id, findings) },
        {
          heading: t('quality.sessions'),
          numeric: true,
          cell: ({ sessions }) => (sessions === 0 ? '–' : numberText(sessions)),
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
      <h2 class="govuk-heading-m">{t('quality.rule.each')}</h2>
      <ol class="govuk-list govuk-list--number">
        {findings.map((finding) => {
          const example = <ExampleText finding={finding} names={names} year={account.year} nameOf={nameOf} />;
          return (
            <li>
              {urn === undefined && finding.urn !== null
                ? rich('quality.rule.at-school', { school: nameOf(finding.urn), example })
                : example}
            </li>
          );
        })}
      </ol>
      <p class="govuk-body kith-screen-only">
        {of > findings.length && `${t('quality.rule.first', { shown: findings.length, count: of })} `}
        {rich('quality.rule.download', { link: downloadOf(urls.qualityCsv({ year: account.year, school: urn })) })}
      </p>
    </>
  );
}
