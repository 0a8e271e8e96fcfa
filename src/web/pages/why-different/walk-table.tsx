import type { JSX } from 'hono/jsx/jsx-runtime';
import { isIdle, type AgreedWalk, type BridgeCounts } from '#lost-learning';
import { listText } from '#language';
import { printed } from '../../charts/scale.ts';
import { govuk, htmlOf } from '../../govuk/index.ts';
import { DataTable } from '../../layout/index.ts';
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

const REACHED = {
  published: 'What the rate counts',
  account: 'What the account’s rate counts',
} as const;

const CAPTION = {
  published: 'From every session to the rate as the DfE counts, rule by rule',
  account: 'From every session to the account’s own rate, rule by rule',
} as const;

/** From every session of the registers, by each rule in turn, to what a figure counts. */
export function WalkTable({ walk }: { readonly walk: AgreedWalk }): JSX.Element {
  const lines: readonly Line[] = [
    {
      title: 'Every session in the registers',
      why: 'With the marks as they were first recorded, the ones that cannot be used among them.',
      source: '',
      counts: walk.start,
      taken: false,
      left: walk.start,
    },
    ...walk.steps
      .filter((step) => !isIdle(step))
      .map(({ rule, moved, left }) => ({
        title: rule.title,
        why: rule.why,
        source: rule.source,
        counts: moved,
        taken: true,
        changed: rule.id === 'correction',
        left,
      })),
  ];
  const idle = walk.steps
    .filter(isIdle)
    .map(({ rule }) => `${rule.title.charAt(0).toLowerCase()}${rule.title.slice(1)}`);
  const count = (name: keyof BridgeCounts) => (line: Line) =>
    line.changed && (name === 'sessions' || name === 'enrolments')
      ? `${printed(line.counts[name])} changed`
      : line.taken
        ? change(line.counts[name])
        : printed(line.counts[name]);
  return (
    <>
      <DataTable<Line>
        id={`walk-${walk.ends}`}
        caption={CAPTION[walk.ends]}
        captionSize="s"
        columns={[
          { heading: 'Rule', cell: (line) => line.title },
          { heading: 'Sessions', numeric: true, cell: count('sessions') },
          { heading: 'Enrolments', numeric: true, cell: count('enrolments') },
          { heading: 'Possible', numeric: true, cell: count('possible') },
          { heading: 'Absent', numeric: true, cell: count('absent') },
          {
            heading: 'Rate then',
            numeric: true,
            cell: (line) => findPercentText(line.left.absent, line.left.possible, 2) ?? 'none possible',
          },
        ]}
        rows={lines}
        totals={[
          { title: REACHED[walk.ends], why: '', source: '', counts: walk.reached, taken: false, left: walk.reached },
        ]}
      />
      <p class="govuk-body-s">
        {walk.ends === 'published'
          ? 'An enrolment is a child at a school; it leaves with its last session. '
          : 'An enrolment is a child at a school; the account of the area counts children. '}
        {
          'A rule takes what no rule before it took, so the rows add up. Marks that were changed stay: the row says how many, and what that moved. '
        }
        {walk.agrees
          ? 'The last row is the same as the figure’s own sums.'
          : 'The last row is not the same as the figure’s own sums: please tell whoever runs this Kith.'}
        {idle.length > 0 && ` Nothing here is moved by: ${listText(idle)}.`}
      </p>
      {govuk.details({
        summaryText: 'Show what each rule is and where it comes from',
        html: htmlOf(<Rules lines={lines} />),
      })}
    </>
  );
}

function Rules({ lines }: { readonly lines: readonly Line[] }): JSX.Element {
  return (
    <>
      {govuk.summaryList({
        rows: lines.map(({ title, why, source }) => ({
          key: { text: title },
          value: { text: source === '' ? why : `${why} Source: ${source}.` },
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
