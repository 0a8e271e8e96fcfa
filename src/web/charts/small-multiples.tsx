import { dayNumber, type CalendarDate } from '#kernel';
import { dateText, t } from '#language';
import type { JSX } from 'hono/jsx/jsx-runtime';
import { htmlOf } from '../govuk/index.ts';
import type { Chart } from './chart.ts';
import { Frame, gridLine, ink, round, softInk } from './frame.tsx';
import type { SchoolWeek, SmallMultiplesInput } from './inputs.ts';
import { kept } from './kept-charts.ts';
import { printed, zeroScale } from './scale.ts';

const WIDTH = 260;
const HEIGHT = 96;
const LEFT = 34;
const RIGHT = 62;
const TOP = 10;
const BASE = HEIGHT - 10;
const LINE = '#14505c';

type School = SmallMultiplesInput['schools'][number];
interface Span {
  readonly first: number;
  readonly last: number;
  readonly top: number;
}

/** One weekly line a school, all on one scale, in order of name. */
export const smallMultiples = kept(drawSmallMultiples);

function drawSmallMultiples(input: SmallMultiplesInput): Chart {
  const schools = input.schools.toSorted((a, b) => a.name.localeCompare(b.name, 'en-GB'));
  const points = schools.flatMap((school) => school.weeks);
  const numbers = points.map((point) => weekNumber(point.week));
  const top = zeroScale(Math.max(0, ...points.map((point) => point.percent ?? 0)), 5).top;
  const span: Span = { first: Math.min(...numbers), last: Math.max(weekNumber(input.asOf), ...numbers), top };
  const svg = htmlOf(
    <ul class="kith-multiples">
      {schools.map((school, at) => (
        <li class="kith-multiples__item">
          <a class="govuk-link kith-multiples__name" href={school.href}>
            {school.name}
          </a>
          <School id={`${input.id}-${at + 1}`} school={school} span={span} unit={input.unit} />
        </li>
      ))}
    </ul>,
  );
  const summary = t('charts.multiples', {
    count: schools.length,
    date: dateText(input.asOf),
    top: printed(top),
    unit: input.unit,
  });
  return { svg, summary };
}

function School({ id, school, span, unit }: { id: string; school: School; span: Span; unit: string }): JSX.Element {
  const x = (week: CalendarDate): number =>
    LEFT + ((weekNumber(week) - span.first) / Math.max(1, span.last - span.first)) * (WIDTH - LEFT - RIGHT);
  const y = (percent: number): number => BASE - (percent / span.top) * (BASE - TOP);
  const last = school.weeks
    .toSorted((a, b) => (a.week < b.week ? -1 : 1))
    .findLast((week) => week.percent !== undefined);
  return (
    <Frame id={id} title={school.name} desc={words(school, last, unit)} width={WIDTH} height={HEIGHT}>
      {[0, span.top].map((tick) => (
        <>
          <path d={`M${LEFT} ${round(y(tick))}H${WIDTH - RIGHT}`} stroke={tick === 0 ? softInk : gridLine} />
          <text x={LEFT - 5} y={round(y(tick) + 4)} font-size="12" text-anchor="end" fill={softInk}>
            {tick}%
          </text>
        </>
      ))}
      <path
        d={lineOf(school.weeks, x, y)}
        fill="none"
        stroke={LINE}
        stroke-width="2"
        stroke-linecap="round"
        stroke-linejoin="round"
      />
      {last?.percent !== undefined && (
        <>
          <circle cx={round(x(last.week))} cy={round(y(last.percent))} r="3.5" fill={LINE} />
          <text x={WIDTH - RIGHT + 7} y={round(Math.max(TOP + 4, y(last.percent) + 5))} font-weight="700" fill={ink}>
            {`${printed(last.percent, 1)}%`}
          </text>
        </>
      )}
    </Frame>
  );
}

/** A line that breaks where a week is missing or withheld; a week alone is a dot (a line of no length, round ends). */
function lineOf(
  weeks: readonly SchoolWeek[],
  x: (week: CalendarDate) => number,
  y: (percent: number) => number,
): string {
  let before: number | undefined;
  return weeks
    .toSorted((a, b) => (a.week < b.week ? -1 : 1))
    .map(({ week, percent }) => {
      if (percent === undefined) return '';
      const joined = before === weekNumber(week) - 1;
      before = weekNumber(week);
      const point = `${round(x(week))} ${round(y(percent))}`;
      return joined ? `L${point}` : `M${point}h0`;
    })
    .join('');
}

function weekNumber(date: CalendarDate): number {
  // Day 0 was a Thursday. (Asked for every week of every school: no date is made on the way.)
  return Math.floor((dayNumber(date) + 3) / 7);
}

function words(school: School, last: SchoolWeek | undefined, unit: string): string {
  const known = school.weeks.flatMap((week) => week.percent ?? []);
  if (last?.percent === undefined) return t('charts.multiples.none');
  return t('charts.multiples.school', {
    last: printed(last.percent, 1),
    unit,
    week: dateText(last.week),
    lowest: printed(Math.min(...known), 1),
    highest: printed(Math.max(...known), 1),
  });
}
