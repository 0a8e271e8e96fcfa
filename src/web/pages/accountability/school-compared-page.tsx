import type { JSX } from 'hono/jsx/jsx-runtime';
import { dataText, dateText, insideText, rich, t } from '#language';
import {
  comparedAs,
  factorsOf,
  SCHOOL_MEASURES,
  type ComparedSchool,
  type FactorLevel,
  type SchoolMeasure,
} from '#accountability';
import { STRATIFIED_BY } from '#lost-learning';
import { nameOfArea, type WebContext } from '../../context.ts';
import { printed } from '../../charts/scale.ts';
import { govuk } from '../../govuk/index.ts';
import { DataTable, linkTo } from '../../layout/index.ts';
import { shell } from '../../shell.tsx';
import { urls } from '../../urls.ts';
import type { Account } from '../lost-learning/looking.tsx';
import type { SchoolRow } from '../lost-learning/read-account.ts';
import { GroupsHidden, hidesGroups } from '../lost-learning/school-group-words.tsx';
import { readFigureReplies } from './figure-replies.tsx';
import { SchoolFunnel } from './school-funnel.tsx';
import type { ReadComparison } from './school-comparison.ts';
import {
  expectedText,
  factorText,
  levelWords,
  phaseInside,
  schoolSentences,
  shareText,
} from './school-comparison-words.ts';

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
  const about = { definition: dataText(measure.definition), year: account.year, date: dateText(account.asOf) };
  const hides = await hidesGroups(web, account, school.urn);
  const all = urls.schoolsCompared({ measure: measure.id, phase, year: account.year });
  return shell(web, {
    section: 'schools',
    title: t('compared.one.title', { school: school.name, measure: insideText(dataText(measure.name)) }),
    caption: nameOfArea(web.area),
    working: account.working,
    breadcrumbs: [
      { text: t('schools.title'), href: urls.schools(account.year) },
      { text: school.name, href: urls.school(school.urn, account.year) },
    ],
    children: (
      <>
        {comparison.kind === 'cannot-compare' &&
          govuk.insetText({ text: t('compared.one.not-compared', { reason: comparison.reason }) })}
        {comparison.kind === 'compared' && !compared && govuk.insetText({ text: notCompared(read, school, account) })}
        {comparison.kind === 'compared' && compared && (
          <>
            <p class="govuk-body-l">{schoolSentences(measure, school.name, compared).join(' ')}</p>
            <p class="govuk-body">
              {measure.account === undefined
                ? t('compared.one.text-alone', about)
                : rich('compared.one.text', {
                    ...about,
                    measure: insideText(dataText(measure.name)),
                    link: linkTo(urls.how(measure.account, figure.place, account.year)),
                  })}
            </p>
            <nav aria-label={t('compared.what')}>
              <p class="govuk-body">
                {rich('compared.one.show', {
                  measures: <Measures school={school} account={account} chosen={measure} />,
                })}
              </p>
            </nav>
            <OwnStandard school={compared} />
            <SchoolFunnel read={read} comparison={comparison} chosen={school.urn} />
            <h2 class="govuk-heading-m">{t('compared.one.factors')}</h2>
            {hides ? (
              <GroupsHidden />
            ) : (
              <>
                <p class="govuk-body">{t('compared.one.factors.text')}</p>
                <Factors
                  levels={factorsOf(measure, read.rows, compared)}
                  measure={dataText(measure.name)}
                  phase={phase}
                />
              </>
            )}
          </>
        )}
        <p class="govuk-body">
          <a class="govuk-link" href={all}>
            {t('compared.one.all', { phase: phaseInside(phase) })}
          </a>
        </p>
        {replies}
      </>
    ),
  });
}

/** The measures beside each other, the chosen one not a link. */
function Measures(props: {
  readonly school: SchoolRow;
  readonly account: Account;
  readonly chosen: SchoolMeasure;
}): JSX.Element {
  const { school, account, chosen } = props;
  return (
    <>
      {SCHOOL_MEASURES.map(({ id, name }, at) => (
        <>
          {at > 0 && t('words.list-next')}
          {id === chosen.id ? (
            <strong>{dataText(name)}</strong>
          ) : (
            <a class="govuk-link" href={urls.schoolCompared(school.urn, { measure: id, year: account.year })}>
              {dataText(name)}
            </a>
          )}
        </>
      ))}
    </>
  );
}

function notCompared({ leftOut }: ReadComparison, { urn, name }: SchoolRow, { year }: Account): string {
  const share = leftOut.get(urn);
  return share === undefined
    ? t('compared.one.none-counted', { school: name, year })
    : t('compared.one.no-mark', { school: name, share: shareText(share), year });
}

function OwnStandard({ school }: { readonly school: ComparedSchool }): JSX.Element | null {
  if (school.ownStandard < 0.1) return null;
  return govuk.insetText({
    text: t('compared.one.own', { share: shareText(school.ownStandard) }),
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
          caption={factorText(factor)}
          captionSize="s"
          columns={[
            { heading: factorText(factor), cell: ({ level }) => levelWords(factor, level) },
            {
              heading: t('compared.its-pupils'),
              numeric: true,
              cell: ({ pupils, share }) =>
                t('compared.with-share', { pupils: printed(pupils), share: shareText(share) }),
            },
            {
              heading: t('compared.all', { phase: phaseInside(props.phase) }),
              numeric: true,
              cell: ({ shareOfAll }) => shareText(shareOfAll),
            },
            {
              heading: t('compared.at-all', { measure: props.measure }),
              numeric: true,
              cell: ({ rateOfAll }) => shareText(rateOfAll),
            },
            { heading: t('compared.expected-here'), numeric: true, cell: ({ expected }) => expectedText(expected) },
            { heading: t('compared.here'), numeric: true, cell: ({ cases }) => printed(cases) },
          ]}
          rows={props.levels.filter((level) => level.factor === factor)}
        />
      ))}
    </>
  );
}
