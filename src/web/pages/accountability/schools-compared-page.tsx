import type { JSX } from 'hono/jsx/jsx-runtime';
import { dataText, dateText, rich, t, type Part } from '#language';
import { comparedAs, FALSE_DISCOVERIES, SCHOOL_MEASURES, type ComparedSchool, type FigureAt } from '#accountability';
import { nameOfArea, type WebContext } from '../../context.ts';
import { printed } from '../../charts/scale.ts';
import { govuk } from '../../govuk/index.ts';
import { DataTable, hiddenWords } from '../../layout/index.ts';
import { shell } from '../../shell.tsx';
import { urls } from '../../urls.ts';
import type { Account } from '../lost-learning/looking.tsx';
import { wordsFor } from '../lost-learning/words.ts';
import { Years } from '../lost-learning/years.tsx';
import { ChallengeLink, ChallengesBeside, readChallengesAt } from './challenges-beside.tsx';
import { SchoolFunnel } from './school-funnel.tsx';
import type { AskedComparison, ReadComparison } from './school-comparison.ts';
import { expectedText, leadSentence, phaseInside, readingText, shareText } from './school-comparison-words.ts';

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
    title: t('compared.title'),
    caption: nameOfArea(web.area),
    working: account.working,
    children: (
      <>
        {comparison.kind === 'compared' && (
          <p class="govuk-body-l">{leadSentence(measure, comparison.schools, phase)}</p>
        )}
        <p class="govuk-body">
          {t('compared.text', {
            definition: dataText(measure.definition),
            year: account.year,
            date: dateText(account.asOf),
          })}
        </p>
        <Years years={account.years} year={account.year} href={query} />
        <ChooseComparison asked={asked} account={account} />
        {comparison.kind === 'cannot-compare' ? (
          govuk.insetText({ text: t('compared.cannot', { reason: comparison.reason }) })
        ) : (
          <>
            <SchoolFunnel read={read} comparison={comparison} />
            <ComparedTable read={read} compared={comparison.schools} />
            <p class="govuk-body">
              <a class="govuk-link" href={urls.schoolsComparedCsv({ measure: measure.id, phase, year: account.year })}>
                {t('compared.download')}
              </a>
            </p>
            <ChallengesBeside
              web={web}
              challenges={said}
              titleOf={({ place }) => names.get(place) ?? wordsFor('phase', phase)}
            />
            <p class="govuk-body">{rich('compared.wrong', { link: <ChallengeLink figure={all} page={query()} /> })}</p>
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
        label: { text: t('compared.what') },
        value: asked.measure.id,
        items: SCHOOL_MEASURES.map(({ id, name }) => ({ value: id, text: dataText(name) })),
      })}
      {govuk.select({
        id: 'compare-phase',
        name: 'phase',
        label: { text: t('compared.phase') },
        value: asked.phase,
        items: asked.phases.map((phase) => ({ value: phase, text: wordsFor('phase', phase) })),
      })}
      {govuk.button({ text: t('compared.show') })}
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
      caption={t('compared.caption', { measure: dataText(asked.measure.name), phase: phaseInside(asked.phase) })}
      captionSize="s"
      columns={[
        {
          heading: t('compared.school'),
          cell: ({ urn, name }) => (
            <a class="govuk-link" href={urls.schoolCompared(urn, { measure: asked.measure.id, year })}>
              {rich('compared.school.link', { school: name, hidden: hiddenWords })}
            </a>
          ),
        },
        {
          heading: t('compared.reading'),
          cell: ({ urn, compared: school }) => (school ? readingText(school.reading) : leftOutText(read, urn)),
        },
        { heading: t('compared.pupils'), numeric: true, cell: cell(({ pupils }) => printed(pupils)) },
        { heading: dataText(asked.measure.name), numeric: true, cell: cell(({ cases }) => printed(cases)) },
        { heading: t('compared.expected'), numeric: true, cell: cell(({ expected }) => expectedText(expected)) },
        {
          heading: t('compared.share'),
          numeric: true,
          cell: cell(({ rate }) =>
            rate
              ? t('compared.interval', {
                  value: shareText(rate.value),
                  low: shareText(rate.at95.lower),
                  high: shareText(rate.at95.upper),
                })
              : '',
          ),
        },
        {
          heading: t('compared.times'),
          numeric: true,
          cell: cell(({ ratio }) =>
            ratio
              ? t('compared.interval', {
                  value: printed(ratio.value, 2),
                  low: printed(ratio.at95.lower, 2),
                  high: printed(ratio.at95.upper, 2),
                })
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
  return share === undefined ? t('compared.no-pupils') : t('compared.left-out', { share: shareText(share) });
}

function strong(inside: Part[]): JSX.Element {
  return <strong>{inside}</strong>;
}

function HowToRead({ schools, spread }: { readonly schools: number; readonly spread: number }): JSX.Element {
  return (
    <>
      <h2 class="govuk-heading-m">{t('compared.how')}</h2>
      <ul class="govuk-list govuk-list--bullet">
        <li>{rich('compared.how.expected', { strong })}</li>
        <li>{rich('compared.how.times', { strong })}</li>
        <li>
          {rich('compared.how.reading', {
            strong,
            schools: String(schools),
            percent: String(100 * FALSE_DISCOVERIES),
          })}
          {spread > 0 && ` ${t('compared.how.spread', { spread: printed(spread, 2) })}`}
        </li>
      </ul>
    </>
  );
}
