import type { JSX } from 'hono/jsx/jsx-runtime';
import { writtenDate, type CalendarDate } from '#kernel';
import type { ImportRow } from '#exchange/area-files';
import type { Answered } from '#lost-learning';
import { ENGLAND } from '#place';
import type { WebContext } from '../../context.ts';
import { govuk, htmlOf } from '../../govuk/index.ts';
import { InlineFigure } from '../../layout/index.ts';
import { shell } from '../../shell.tsx';
import { urls } from '../../urls.ts';
import { rowsAlso } from './also.tsx';
import { figureText } from './figure-text.ts';
import { FilesTable, receivedText } from './files-table.tsx';
import { LeftOutTable, type LeftOut } from './left-out.tsx';
import { findReferenceMeasure, type ReferenceMeasure } from './measure.ts';
import { scopeText, type Scope } from './scope.ts';
import { StatesTable } from './states-table.tsx';
import type { Count, Working } from './working-shape.ts';

/** Everything that the page of one figure says. */
export type HowParts = {
  readonly measure: ReferenceMeasure;
  readonly scope: Scope;
  /** Whose figure it is, in words. */
  readonly about: string;
  readonly working: Working;
  readonly answered: Answered;
  readonly asOf: CalendarDate;
  readonly updating: string | undefined;
  readonly leftOut: LeftOut | undefined;
  readonly files: readonly ImportRow[];
  /** One step down. */
  readonly below: JSX.Element | null;
  /** What was said about it, and the way to say that a comparison of it is wrong. */
  readonly replies: JSX.Element | null;
};

/** How a figure of the account is worked out: again, by another way than the page it came from. */
export function HowPage(web: WebContext, parts: HowParts): JSX.Element {
  const { measure, working, answered, leftOut, below, updating } = parts;
  const href = (id: string): string => urls.how(id, scopeText(parts.scope), answered.year);
  const states =
    measure.states ?? (measure.id === 'absence_rate' ? findReferenceMeasure('lost_absence')?.states : undefined);
  return shell(web, {
    section: 'none',
    caption: `${parts.about}, ${answered.year}`,
    title: measure.title,
    working: updating,
    children: (
      <>
        <p class="govuk-body-l">{measure.definition}</p>
        <Answer parts={parts} />
        <h2 class="govuk-heading-m">How it is worked out</h2>
        {govuk.summaryList({ rows: rowsOf(parts, href), attributes: { id: 'worked-out' } })}
        <h2 class="govuk-heading-m">What is in it, and what is left out</h2>
        <Exclusions measure={measure} />
        {working.ledger && states && <StatesTable counted={states} figures={working.ledger} href={href} />}
        {leftOut && <LeftOutTable leftOut={leftOut} />}
        <h2 class="govuk-heading-m">The files it comes from</h2>
        <FilesTable files={parts.files} />
        {below && (
          <>
            <h2 class="govuk-heading-m">One step down</h2>
            {below}
          </>
        )}
        {parts.replies}
        <Further parts={parts} />
      </>
    ),
  });
}

function Answer({ parts }: { readonly parts: HowParts }): JSX.Element {
  const { measure, working, asOf } = parts;
  const { number } = working;
  return (
    <div class="kith-figure kith-figure--l govuk-!-margin-bottom-6">
      <p class="kith-figure__label">{`Worked out again: ${measure.title.toLowerCase()}`}</p>
      {number === undefined ? (
        <p class="kith-figure__value" data-recomputed="" data-number="">
          No figure
        </p>
      ) : (
        <p class="kith-figure__value" data-recomputed={figureText(measure.unit, number)} data-number={String(number)}>
          {figureText(measure.unit, number)}
        </p>
      )}
      <p class="kith-figure__of">{working.none ?? unitWords(measure.unit)}</p>
      <p class="kith-figure__as-of">{`Up to ${writtenDate(asOf)}`}</p>
    </div>
  );
}

function unitWords(unit: ReferenceMeasure['unit']): string {
  if (unit === 'per cent') return 'per cent';
  if (unit === 'sessions') return 'sessions (a session is half a school day)';
  return unit === 'per 100 pupils' ? 'for every 100 pupils' : unit;
}

type Rows = Parameters<typeof govuk.summaryList>[0]['rows'];

function rowsOf({ measure, working, answered, asOf }: HowParts, href: (id: string) => string): Rows {
  const text = (key: string, value: string): Rows[number] => ({ key: { text: key }, value: { text: value } });
  const side = (key: string, count: Count): Rows[number] => ({
    key: { text: key },
    value: { html: htmlOf(<Side count={count} href={href} />) },
  });
  const { number, kept } = working;
  const same =
    number !== undefined && kept && figureText(measure.unit, number) === figureText(measure.unit, kept.number);
  return [
    side('What is counted', working.numerator),
    ...(working.denominator ? [side('Out of', working.denominator)] : []),
    { key: { text: 'In words' }, value: { html: htmlOf(<Formula measure={measure} working={working} />) } },
    ...rowsAlso(measure, working, href),
    text('Worked out again from', `${capital(working.route)}.`),
    ...(kept
      ? [
          text(
            'Held against',
            `${capital(kept.as)}: ${figureText(measure.unit, kept.number)}. ${same ? 'They are the same.' : 'They differ: please tell whoever runs this Kith.'}`,
          ),
        ]
      : []),
    text('Up to', `${writtenDate(asOf)}, the last day with a mark in ${answered.year}`),
    text('As known at', receivedText(answered.knownAt)),
    text('Source of the definition', measure.source),
  ];
}

function Side({ count, href }: { readonly count: Count; readonly href: (id: string) => string }): JSX.Element {
  const number = count.number.toLocaleString('en-GB');
  return (
    <>
      {`${count.words}: `}
      {count.measure === undefined ? (
        number
      ) : (
        <InlineFigure value={number} label={count.words} measure={count.measure} href={href(count.measure)} />
      )}
    </>
  );
}

function Formula(props: { readonly measure: ReferenceMeasure; readonly working: Working }): JSX.Element {
  const { unit, title, states } = props.measure;
  const { numerator, denominator } = props.working;
  if (denominator) {
    const hundred = unit === 'per cent' ? 'times 100' : 'times 100, for every 100 pupils';
    return (
      <>
        {`${numerator.words} divided by ${denominator.words.toLowerCase()}, ${hundred}: `}
        <span data-also="parts">
          {`${numerator.number.toLocaleString('en-GB')} ÷ ${denominator.number.toLocaleString('en-GB')}`}
        </span>
        {' × 100'}
      </>
    );
  }
  if (states && states.length > 1) return <>The sessions of each state that is counted here, added up.</>;
  return <>{`${title}, counted one by one.`}</>;
}

function Exclusions({ measure }: { readonly measure: ReferenceMeasure }): JSX.Element {
  if (measure.exclusions.length === 0) return <p class="govuk-body">Nothing is left out by a rule of its own.</p>;
  return (
    <>
      <p class="govuk-body">Left out:</p>
      <ul class="govuk-list govuk-list--bullet">
        {measure.exclusions.map((one) => (
          <li>{one}</li>
        ))}
      </ul>
    </>
  );
}

function Further({ parts: { measure, answered } }: { readonly parts: HowParts }): JSX.Element {
  return (
    <ul class="govuk-list">
      {measure.published !== undefined && (
        <li>
          <a class="govuk-link" href={urls.howPublished(measure.published, ENGLAND, answered.year)}>
            What DfE publishes for England
          </a>
        </li>
      )}
      <li>
        <a class="govuk-link" href={urls.measures()}>
          Every measure and what it means
        </a>
      </li>
    </ul>
  );
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
