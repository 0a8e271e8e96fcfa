import type { JSX } from 'hono/jsx/jsx-runtime';
import { isIdle, type AgreedWalk, type BridgeCounts, type BridgeStep } from '#lost-learning';
import { findText, listText, rich, t } from '#language';
import { printed } from '../../charts/scale.ts';
import { govuk, htmlOf } from '../../govuk/index.ts';
import { DataTable, InEnglish } from '../../layout/index.ts';
import { findPercentText } from '../lost-learning/words.ts';

type Line = {
  readonly title: string;
  readonly why: string;
  readonly source: string;
  readonly counts: BridgeCounts;
  /** Whether counts are what is taken away, and not what is there. */
  readonly taken: boolean;
  /** Sessions whose marks were changed: they stay, and are not taken away. */
  readonly changed?: boolean;
  readonly left: BridgeCounts;
};

/** From every session of the registers, by each rule in turn, to what a figure counts. */
export function WalkTable({ walk }: { readonly walk: AgreedWalk }): JSX.Element {
  const lines: readonly Line[] = [
    {
      title: t('why.walk.start'),
      why: t('why.walk.start.why'),
      source: '',
      counts: walk.start,
      taken: false,
      left: walk.start,
    },
    ...walk.steps
      .filter((step) => !isIdle(step))
      .map(({ rule, moved, left }) => ({
        title: titleOf(rule),
        why: findText(`why-rules.${rule.id}.why`) ?? rule.why,
        source: rule.source,
        counts: moved,
        taken: true,
        changed: rule.id === 'correction',
        left,
      })),
  ];
  const idle = walk.steps
    .filter(isIdle)
    .map(({ rule }) => titleOf(rule))
    .map((title) => `${title.charAt(0).toLowerCase()}${title.slice(1)}`);
  const count = (name: keyof BridgeCounts) => (line: Line) =>
    line.changed && (name === 'sessions' || name === 'enrolments') ? (
      t('why.walk.changed', { count: printed(line.counts[name]) })
    ) : line.taken ? (
      <bdi dir="ltr">{change(line.counts[name])}</bdi>
    ) : (
      printed(line.counts[name])
    );
  return (
    <>
      <DataTable<Line>
        id={`walk-${walk.ends}`}
        caption={t(`why.walk.${walk.ends}`)}
        captionSize="s"
        columns={[
          { heading: t('why.walk.rule'), cell: (line) => line.title },
          { heading: t('why.walk.sessions'), numeric: true, cell: count('sessions') },
          { heading: t('why.walk.enrolments'), numeric: true, cell: count('enrolments') },
          { heading: t('why.walk.possible'), numeric: true, cell: count('possible') },
          { heading: t('why.walk.absent'), numeric: true, cell: count('absent') },
          {
            heading: t('why.walk.rate'),
            numeric: true,
            cell: (line) => findPercentText(line.left.absent, line.left.possible, 2) ?? t('figures.none-possible'),
          },
        ]}
        rows={lines}
        totals={[
          {
            title: t(`why.walk.reached.${walk.ends}`),
            why: '',
            source: '',
            counts: walk.reached,
            taken: false,
            left: walk.reached,
          },
        ]}
      />
      <p class="govuk-body-s">
        {t(`why.walk.enrolment.${walk.ends}`)} {t('why.walk.rows')}{' '}
        {t(walk.agrees ? 'why.walk.agrees' : 'why.walk.disagrees')}
        {idle.length > 0 && <> {t('why.walk.idle', { rules: listText(idle) })}</>}
      </p>
      {govuk.details({
        summaryText: t('why.walk.rules'),
        html: htmlOf(<Rules lines={lines} />),
      })}
    </>
  );
}

function titleOf({ id, title }: BridgeStep): string {
  return findText(`why-rules.${id}.title`) ?? title;
}

function Rules({ lines }: { readonly lines: readonly Line[] }): JSX.Element {
  return (
    <>
      {govuk.summaryList({
        rows: lines.map(({ title, why, source }) => ({
          key: { text: title },
          value:
            source === ''
              ? { text: why }
              : { html: htmlOf(<>{rich('why.walk.source', { why, source: <InEnglish>{source}</InEnglish> })}</>) },
        })),
      })}
    </>
  );
}

/** `−120` where a rule takes away, `+3` where sessions come in. */
function change(moved: number): string {
  if (moved === 0) return '0';
  return `${moved > 0 ? '−' : '+'}${printed(Math.abs(moved))}`;
}
