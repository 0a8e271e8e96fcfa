import type { JSX } from 'hono/jsx/jsx-runtime';
import { findingWords, findPicture, placeWords, type Effect, type Finding, type QualityRule } from '#quality';
import type { AcademicYear } from '#kernel';
import type { WebContext } from '../../context.ts';
import { DataTable } from '../../layout/index.ts';
import { shell } from '../../shell.tsx';
import { urls } from '../../urls.ts';
import type { Account } from '../lost-learning/looking.tsx';
import type { Looking } from './look.ts';
import { readNames } from './read-quality.ts';

export function nothingJudged(web: WebContext, account: Account): JSX.Element {
  return shell(web, {
    section: 'imports',
    title: 'Data quality',
    back: { text: 'Files', href: urls.imports() },
    working: account.working,
    children: (
      <p class="govuk-body">
        {`The files of ${account.year} have not been judged yet. This happens by itself when files come in; until then, see `}
        <a class="govuk-link" href={urls.toMend()}>
          what could not be used
        </a>
        .
      </p>
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
    return <p class="govuk-body">No figure of the area would change.</p>;
  }
  return (
    <DataTable
      id={id}
      caption={caption}
      captionSize="s"
      columns={[
        { heading: 'Figure', cell: (change) => change.title },
        { heading: 'Now', numeric: true, cell: (change) => change.now },
        ...picture.ways.map((way, at) => ({
          heading: way,
          numeric: true,
          cell: (change: (typeof picture.changes)[number]) => change.ways[at] ?? '',
        })),
      ]}
      rows={picture.changes}
    />
  );
}

/** Where one finding stands, whom it is about, and what was found. */
export function ExampleText(props: {
  readonly finding: Finding;
  readonly names: ReadonlyMap<string, string>;
  readonly year: AcademicYear;
  readonly nameOf: (urn: number) => string;
}): JSX.Element {
  const { finding, names, year, nameOf } = props;
  const place = placeWords(finding);
  return (
    <>
      <ChildLink finding={finding} names={names} year={year} />
      {findingWords(finding, nameOf)} {place !== '' && <code>{place}</code>}
    </>
  );
}

function ChildLink(props: {
  readonly finding: Finding;
  readonly names: ReadonlyMap<string, string>;
  readonly year: AcademicYear;
}): JSX.Element | null {
  const { finding, names, year } = props;
  if (finding.upn === null) return null;
  const name = names.get(finding.upn);
  // Who is in no account of the year has no page.
  if (name === undefined) return <>{`Child ${finding.upn}: `}</>;
  return (
    <>
      <a class="govuk-link" href={urls.child(finding.upn, year)}>
        {name}
      </a>
      {': '}
    </>
  );
}

export function HowToCorrect({ rule }: { readonly rule: QualityRule }): JSX.Element {
  return (
    <ol class="govuk-list govuk-list--number">
      {rule.steps.map((step) => (
        <li>{step}</li>
      ))}
    </ol>
  );
}

export function MendNote(): JSX.Element {
  return (
    <p class="govuk-body">
      Nothing is corrected in Kith: mend it in the system that the file came from, export that file again and bring it
      in. What is recorded last counts.
    </p>
  );
}
