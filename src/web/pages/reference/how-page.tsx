import type { JSX } from 'hono/jsx/jsx-runtime';
import type { CalendarDate } from '#kernel';
import { dateText, insideText, numberText, rich, t } from '#language';
import type { ImportRow } from '#exchange/area-files';
import type { Answered } from '#lost-learning';
import { ENGLAND } from '#place';
import type { WebContext } from '../../context.ts';
import { govuk, htmlOf } from '../../govuk/index.ts';
import { InlineFigure } from '../../layout/index.ts';
import { mayBringFiles } from '../../may.ts';
import { shell } from '../../shell.tsx';
import { urls } from '../../urls.ts';
import { rowsAlso } from './also.tsx';
import { figureText, unitText } from './figure-text.ts';
import { FileKinds, FilesTable, receivedText } from './files-table.tsx';
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
    caption: t('how.caption', { about: parts.about, year: answered.year }),
    title: measure.title,
    working: updating,
    children: (
      <>
        <p class="govuk-body-l">{measure.definition}</p>
        <Answer parts={parts} />
        <h2 class="govuk-heading-m">{t('how.title')}</h2>
        {govuk.summaryList({ rows: rowsOf(parts, href), attributes: { id: 'worked-out' } })}
        <h2 class="govuk-heading-m">{t('how.in-it')}</h2>
        <Exclusions measure={measure} />
        {working.ledger && states && <StatesTable counted={states} figures={working.ledger} href={href} />}
        {leftOut && <LeftOutTable leftOut={leftOut} />}
        <h2 class="govuk-heading-m">{t('how.files')}</h2>
        {mayBringFiles(web) ? <FilesTable files={parts.files} /> : <FileKinds files={parts.files} />}
        {below && (
          <>
            <h2 class="govuk-heading-m">{t('how.below')}</h2>
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
      <p class="kith-figure__label">{t('how.again', { title: insideText(measure.title) })}</p>
      {number === undefined ? (
        <p class="kith-figure__value" data-recomputed="" data-number="">
          {t('how.no-figure')}
        </p>
      ) : (
        <p class="kith-figure__value" data-recomputed={figureText(measure.unit, number)} data-number={String(number)}>
          {figureText(measure.unit, number)}
        </p>
      )}
      <p class="kith-figure__of">{working.none ?? unitWords(measure.unit)}</p>
      <p class="kith-figure__as-of">{t('shell.up-to', { date: dateText(asOf) })}</p>
    </div>
  );
}

function unitWords(unit: ReferenceMeasure['unit']): string {
  if (unit === 'sessions') return t('how.sessions-are');
  return unit === 'per 100 pupils' ? t('how.every-100') : unitText(unit);
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
    side(t('how.counted'), working.numerator),
    ...(working.denominator ? [side(t('how.out-of'), working.denominator)] : []),
    { key: { text: t('how.words') }, value: { html: htmlOf(<Formula measure={measure} working={working} />) } },
    ...rowsAlso(measure, working, href),
    text(t('how.from'), working.route),
    ...(kept
      ? [
          text(
            t('how.against'),
            t(same ? 'how.same' : 'how.differ', { what: kept.as, figure: figureText(measure.unit, kept.number) }),
          ),
        ]
      : []),
    text(t('how.up-to'), t('how.last-day', { date: dateText(asOf), year: answered.year })),
    text(t('how.known-at'), receivedText(answered.knownAt)),
    text(t('how.source'), measure.source),
  ];
}

function Side({ count, href }: { readonly count: Count; readonly href: (id: string) => string }): JSX.Element {
  const number = numberText(count.number);
  return (
    <>
      {rich('how.side', {
        words: count.words,
        number:
          count.measure === undefined ? (
            number
          ) : (
            <InlineFigure value={number} label={count.words} measure={count.measure} href={href(count.measure)} />
          ),
      })}
    </>
  );
}

function Formula(props: { readonly measure: ReferenceMeasure; readonly working: Working }): JSX.Element {
  const { unit, title, states } = props.measure;
  const { numerator, denominator } = props.working;
  if (denominator) {
    const parts = (
      <span data-also="parts">{`${numberText(numerator.number)} ÷ ${numberText(denominator.number)}`}</span>
    );
    const key = unit === 'per cent' ? 'how.formula.per-cent' : 'how.formula.per-100-pupils';
    return <>{rich(key, { top: numerator.words, bottom: denominator.inside, parts })}</>;
  }
  if (states && states.length > 1) return <>{t('how.formula.states')}</>;
  return <>{t('how.formula.one-by-one', { title })}</>;
}

function Exclusions({ measure }: { readonly measure: ReferenceMeasure }): JSX.Element {
  if (measure.exclusions.length === 0) return <p class="govuk-body">{t('how.no-rule')}</p>;
  return (
    <>
      <p class="govuk-body">{t('how.left-out')}</p>
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
            {t('how.dfe')}
          </a>
        </li>
      )}
      <li>
        <a class="govuk-link" href={urls.measures()}>
          {t('how.every-measure')}
        </a>
      </li>
    </ul>
  );
}
