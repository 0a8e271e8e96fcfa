import { dayNumber, mondayOf, type CalendarDate } from '#kernel';
import { dateText, directed, findText, t } from '#language';
import type { Child } from 'hono/jsx';
import { htmlOf } from '../govuk/index.ts';
import type { Chart } from './chart.ts';
import { gridLine, inBothFits, ink, round, softInk } from './frame.tsx';
import type { TrendWeek, WeeklyTrendInput } from './inputs.ts';
import { kept } from './kept-charts.ts';
import { Key } from './key.tsx';
import { percentOf, printed, zeroScale } from './scale.ts';
import { stateWords, type StateId } from './state-look.ts';
import { stateFill, StatePatterns } from './state-patterns.tsx';

const LEFT = 36;
const TOP = 26;
const BOTTOM = 24;

/**
 * Lost sessions in each week as a per cent of those possible, the forms stacked in the order given. Columns, not
 * lines: a holiday is then an empty place, and nothing is drawn between two weeks that were not next to each other.
 */
export const weeklyTrend = kept(drawWeeklyTrend);

function drawWeeklyTrend(input: WeeklyTrendInput): Chart {
  const weeks = input.weeks.toSorted((a, b) => (a.week < b.week ? -1 : 1));
  const shown = weeks.filter((week) => !week.withheld && week.possible > 0);
  const greatest = Math.max(0, ...shown.map((week) => lostPercent(week, input.forms)));
  const scale = zeroScale(greatest);
  const summary = summaryOf(input, shown);
  const svg = inBothFits(input, summary, (width, fit, id) => {
    const height = fit === 'narrow' ? 240 : 300;
    const plotHeight = height - TOP - BOTTOM;
    const first = weekNumber(weeks[0]?.week ?? input.asOf);
    const count = weekNumber(input.asOf) - first + 1;
    const step = (width - LEFT - 4) / Math.max(count, 12);
    const x = (week: CalendarDate): number => LEFT + 2 + (weekNumber(week) - first) * step;
    const y = (value: number): number => TOP + plotHeight * (1 - value / scale.top);
    const end = x(input.asOf) + step;
    return {
      height,
      content: (
        <>
          <StatePatterns chart={id} states={input.forms} />
          {scale.ticks.map((tick) => (
            <>
              <path d={`M${LEFT} ${round(y(tick))}H${width}`} stroke={tick === 0 ? ink : gridLine} />
              <text x={LEFT - 6} y={round(y(tick) + 4.5)} font-size="13" text-anchor="end" fill={softInk}>
                {tick}%
              </text>
            </>
          ))}
          {weeks.map((week) =>
            week.withheld ? (
              <text
                x={round(x(week.week) + step / 2)}
                y={round(y(0) - 4)}
                font-size="12"
                text-anchor="middle"
                fill={softInk}
              >
                c
              </text>
            ) : (
              column(id, week, input.forms, { x: x(week.week), step, y })
            ),
          )}
          {monthMarks(weeks, input.asOf).map(({ monday, month }) => {
            // The last month's name may have no room before the edge; it then ends there.
            const late = x(monday) + 28 > width;
            return (
              <text
                x={late ? width : round(x(monday))}
                y={height - 6}
                font-size="13"
                text-anchor={late ? 'end' : 'start'}
                fill={softInk}
              >
                {findText(`charts.${fit === 'narrow' ? 'month-letter' : 'month-short'}.${month}`)}
              </text>
            );
          })}
          <path d={`M${round(end)} ${TOP - 6}V${TOP + plotHeight}`} stroke={softInk} stroke-dasharray="3 3" />
          <text x={round(Math.min(end, width - 1))} y={TOP - 11} font-size="13" text-anchor="end" fill={softInk}>
            {directed(t('charts.trend.up-to', { date: dateText(input.asOf) }))}
          </text>
        </>
      ),
    };
  });
  const key = (
    <div class="kith-trend">
      <svg class="kith-defs" width="0" height="0" aria-hidden="true" focusable="false">
        <StatePatterns chart={input.id} states={input.forms} />
      </svg>
      <Key chart={input.id} items={input.forms.toReversed().map((state) => ({ state }))} />
      {weeks.some((week) => week.withheld) && <p class="kith-chart__note">{t('charts.trend.withheld')}</p>}
      {svg}
    </div>
  );
  return { svg: htmlOf(key), summary };
}

function column(
  id: string,
  week: TrendWeek,
  forms: readonly StateId[],
  at: { readonly x: number; readonly step: number; readonly y: (value: number) => number },
): Child {
  let below = 0;
  return forms.map((form) => {
    const value = percentOf(week.lost[form] ?? 0, week.possible) ?? 0;
    if (value === 0) return null;
    const from = below;
    below += value;
    const top = at.y(below);
    return (
      <rect
        x={round(at.x + at.step * 0.08)}
        y={round(top)}
        width={round(at.step * 0.84)}
        height={round(at.y(from) - top)}
        fill={stateFill(id, form)}
        stroke="#ffffff"
        stroke-width="0.6"
      />
    );
  });
}

/** The first week of each month, from the first week of the chart to its last. */
function monthMarks(
  weeks: readonly TrendWeek[],
  asOf: CalendarDate,
): readonly { monday: CalendarDate; month: number }[] {
  const seen = new Set<string>();
  return weeks
    .filter(({ week }) => week <= asOf && !seen.has(week.slice(0, 7)) && seen.add(week.slice(0, 7)))
    .map(({ week }) => ({ monday: week, month: Number(week.slice(5, 7)) }));
}

function weekNumber(date: CalendarDate): number {
  return Math.floor(dayNumber(mondayOf(date)) / 7);
}

function lostPercent(week: TrendWeek, forms: readonly StateId[]): number {
  return (
    percentOf(
      forms.reduce((sum, form) => sum + (week.lost[form] ?? 0), 0),
      week.possible,
    ) ?? 0
  );
}

function summaryOf(input: WeeklyTrendInput, shown: readonly TrendWeek[]): string {
  const last = shown.at(-1);
  if (!last) return t('charts.trend.nothing', { date: dateText(input.asOf) });
  const percent = (week: TrendWeek): string => `${printed(lostPercent(week, input.forms), 1)}%`;
  const highest = shown.reduce((most, week) =>
    lostPercent(week, input.forms) > lostPercent(most, input.forms) ? week : most,
  );
  const total = (form: StateId): number => shown.reduce((sum, week) => sum + (week.lost[form] ?? 0), 0);
  const [most] = input.forms.toSorted((a, b) => total(b) - total(a));
  const said = {
    last: dateText(last.week),
    share: percent(last),
    highest: percent(highest),
    week: dateText(highest.week),
  };
  return most ? t('charts.trend.summary-form', { ...said, form: stateWords(most) }) : t('charts.trend.summary', said);
}
