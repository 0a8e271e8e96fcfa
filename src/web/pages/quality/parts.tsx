import type { JSX } from 'hono/jsx/jsx-runtime';
import { findText, rich, t, type Part } from '#language';
import { findingWords, findPicture, NONE_POSSIBLE, type Effect, type Finding, type QualityRule } from '#quality';
import type { AcademicYear } from '#kernel';
import type { WebContext } from '../../context.ts';
import { DataTable, InEnglish, linkTo } from '../../layout/index.ts';
import { shell } from '../../shell.tsx';
import { urls } from '../../urls.ts';
import type { Account } from '../lost-learning/looking.tsx';
import type { Looking } from './look.ts';
import { readNames } from './read-quality.ts';
import { findingText, listSteps, placeText } from './rule-text.ts';

export function nothingJudged(web: WebContext, account: Account): JSX.Element {
  return shell(web, {
    section: 'imports',
    title: t('quality.title'),
    back: { text: t('shell.files'), href: urls.imports() },
    working: account.working,
    children: (
      <p class="govuk-body">{rich('quality.not-judged-yet', { year: account.year, link: linkTo(urls.toMend()) })}</p>
    ),
  });
}

/** The names of the children of some findings, read for this purpose and with a trace. */
export async function namesOf(look: Looking, findings: readonly Finding[]): Promise<ReadonlyMap<string, string>> {
  const { web, account, permit } = look;
  return web.access.actingAs(web.actor, permit.purpose, permit.subject, (tx) => readNames(tx, account.year, findings));
}

/** How the area’s picture would change: now, and each way it may turn out. */
export function PictureTable(props: {
  readonly id: string;
  readonly effects: readonly Effect[];
  readonly rule: QualityRule['id'] | 'all';
  readonly caption: string;
}): JSX.Element | null {
  const { id, effects, rule, caption } = props;
  const picture = findPicture(effects, rule);
  if (!picture) return null;
  if (picture.changes.length === 0) {
    return <p class="govuk-body">{t('quality.no-change')}</p>;
  }
  return (
    <DataTable
      id={id}
      caption={caption}
      captionSize="s"
      columns={[
        { heading: t('quality.figure'), cell: (change) => t(`quality.figure.${change.figure}`) },
        { heading: t('quality.now'), numeric: true, cell: (change) => shown(change.now) },
        ...picture.ways.map((way, at) => ({
          heading: findText(`quality.way.${picture.scenarios[at] ?? ''}`) ?? way,
          numeric: true,
          cell: (change: (typeof picture.changes)[number]) => shown(change.ways[at] ?? ''),
        })),
      ]}
      rows={picture.changes}
    />
  );
}

function shown(value: string): string {
  return value === NONE_POSSIBLE ? t('figures.none-possible') : value;
}

/** Where one finding stands, whom it is about, and what was found. */
export function ExampleText(props: {
  readonly finding: Finding;
  readonly names: ReadonlyMap<string, string>;
  readonly year: AcademicYear;
  readonly nameOf: (urn: number) => string;
}): JSX.Element {
  const { finding, names, year, nameOf } = props;
  const place = placeText(finding);
  // What to do about a row that cannot be read is said where it is read, in English so far.
  const words =
    finding.rule === 'row-rejected' ? (
      <InEnglish>{findingWords(finding, nameOf)}</InEnglish>
    ) : (
      findingText(finding, nameOf)
    );
  const found = (
    <>
      {words} {place !== '' && <code>{place}</code>}
    </>
  );
  if (finding.upn === null) return found;
  return <>{rich('quality.about', { child: <ChildName upn={finding.upn} names={names} year={year} />, found })}</>;
}

function ChildName(props: {
  readonly upn: string;
  readonly names: ReadonlyMap<string, string>;
  readonly year: AcademicYear;
}): JSX.Element {
  const { upn, names, year } = props;
  const name = names.get(upn);
  // Who is in no account of the year has no page.
  if (name === undefined) return <>{t('children.unnamed', { upn })}</>;
  return (
    <a class="govuk-link" href={urls.child(upn, year)}>
      <bdi>{name}</bdi>
    </a>
  );
}

export function HowToCorrect({ rule }: { readonly rule: QualityRule }): JSX.Element {
  return (
    <ol class="govuk-list govuk-list--number">
      {listSteps(rule).map((step) => (
        <li>{step}</li>
      ))}
    </ol>
  );
}

/** What a message puts between `<link>` and `</link>`, as a link to a file that is kept and not shown. */
export function downloadOf(href: string): (inside: Part[]) => JSX.Element {
  return (inside) => (
    <a class="govuk-link" href={href} download>
      {inside}
    </a>
  );
}

export function MendNote(): JSX.Element {
  return <p class="govuk-body">{t('quality.mend-note')}</p>;
}
