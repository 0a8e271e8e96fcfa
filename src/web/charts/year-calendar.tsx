import { addDays, dayNumber, firstDay, lastDay, weekday, type CalendarDate } from '#kernel';
import { dateText, findText, monthText, t, unitText } from '#language';
import type { JSX } from 'hono/jsx/jsx-runtime';
import { htmlOf } from '../govuk/index.ts';
import type { Chart } from './chart.ts';
import { Frame, softInk } from './frame.tsx';
import type { CalendarDay, CalendarRow, SessionLook, YearCalendarInput } from './inputs.ts';
import { Key, Tile } from './key.tsx';
import { printed } from './scale.ts';
import { stateIds, stateTitle, stateWords, type StateId } from './state-look.ts';
import { StatePatterns } from './state-patterns.tsx';

const TILE = 20;
const DAY_WIDTH = 2 * TILE + 5;
const NUMBER = 16;
const ROW_HEIGHT = NUMBER + TILE + 7;
const HEAD = 48;

/**
 * A child's academic year, a wall calendar a month: a row a week, a column a weekday, each day a morning tile and an
 * afternoon tile. Twelve small pictures, not one: the page sets them in one, two, three or four columns as it has room.
 */
export function yearCalendar(input: YearCalendarInput): Chart {
  const days = new Map(input.days.map((day) => [day.date, day]));
  const weekLength = Math.max(5, ...input.days.map((day) => weekday(day.date)));
  const counts = countStates(covered(input));
  const present = stateIds.filter((state) => (counts.get(state) ?? 0) > 0);
  const summary = summaryOf(input, counts);
  const svg = htmlOf(
    <div class="kith-calendar">
      <svg class="kith-defs" width="0" height="0" aria-hidden="true" focusable="false">
        <StatePatterns chart={input.id} states={present} />
        <defs>
          {present.map((state) => (
            <g id={tileId(input.id, state)}>
              <Tile chart={input.id} state={state} size={TILE} />
            </g>
          ))}
        </defs>
      </svg>
      <p class="kith-calendar__how">{t('charts.calendar.how')}</p>
      <Key chart={input.id} items={present.map((state) => ({ state, note: printed(counts.get(state) ?? 0) }))} />
      <ol class="kith-calendar__months">
        {monthsOf(input).map((month) => (
          <li>
            <Month input={input} days={days} first={month} weekLength={weekLength} />
          </li>
        ))}
      </ol>
    </div>,
  );
  return { svg, summary };
}

/** What the calendar's picture says, a row a school day that has been, in order: the table beside it. */
export function calendarRows(input: YearCalendarInput): readonly CalendarRow[] {
  return covered(input).map(({ date, am, pm }) => ({
    date,
    day: t('charts.calendar.day', { weekday: weekdayText(date), date: dateText(date) }),
    am: am ? stateTitle(am.state) : '',
    pm: pm ? stateTitle(pm.state) : '',
    cause: causesOf(am?.cause ?? '', pm?.cause ?? ''),
  }));
}

function Month(props: {
  input: YearCalendarInput;
  days: ReadonlyMap<CalendarDate, CalendarDay>;
  first: CalendarDate;
  weekLength: number;
}): JSX.Element {
  const { input, first, weekLength } = props;
  const name = monthText(first);
  const dates = datesOfMonth(first).filter((date) => weekday(date) <= weekLength);
  const monday = addDays(first, 1 - weekday(first));
  const rowOf = (date: CalendarDate): number => Math.floor((dayNumber(date) - dayNumber(monday)) / 7);
  // A month that starts at a weekend has no first row.
  const firstRow = rowOf(dates[0] ?? first);
  const here = dates.flatMap((date) => props.days.get(date) ?? []);
  const id = `${input.id}-${first.slice(0, 7)}`;
  return (
    <Frame
      id={id}
      title={name}
      desc={monthWords(here.filter((day) => day.date <= input.asOf))}
      width={weekLength * DAY_WIDTH}
      height={HEAD + (rowOf(dates.at(-1) ?? first) - firstRow + 1) * ROW_HEIGHT}
      class="kith-calendar__month"
    >
      <text y="17" font-size="18" font-weight="700">
        {name}
      </text>
      {Array.from({ length: weekLength }, (_, at) => (
        <text x={at * DAY_WIDTH + TILE} y="38" font-size="13" text-anchor="middle" fill={softInk}>
          {findText(`charts.weekday-short.${at + 1}`)}
        </text>
      ))}
      {dates.map((date) => {
        const x = (weekday(date) - 1) * DAY_WIDTH;
        const y = HEAD + (rowOf(date) - firstRow) * ROW_HEIGHT;
        const day = props.days.get(date);
        return (
          <>
            <text x={x + TILE} y={y + 12} font-size="13" text-anchor="middle" fill={softInk}>
              {Number(date.slice(8))}
            </text>
            {day && (
              <>
                <Half id={input.id} session={day.am} blank={date > input.asOf} x={x} y={y + NUMBER} />
                <Half id={input.id} session={day.pm} blank={date > input.asOf} x={x + TILE} y={y + NUMBER} />
              </>
            )}
          </>
        );
      })}
    </Frame>
  );
}

function Half(props: {
  id: string;
  session: SessionLook | undefined;
  blank: boolean;
  x: number;
  y: number;
}): JSX.Element | null {
  if (props.blank) {
    return (
      <rect
        x={props.x + 0.5}
        y={props.y + 0.5}
        width={TILE - 1}
        height={TILE - 1}
        rx="2"
        fill="none"
        stroke="#d5dadd"
      />
    );
  }
  return props.session ? <use href={`#${tileId(props.id, props.session.state)}`} x={props.x} y={props.y} /> : null;
}

function tileId(chart: string, state: StateId): string {
  return `${chart}-tile-${state}`;
}

function covered(input: YearCalendarInput): readonly CalendarDay[] {
  return input.days.filter((day) => day.date <= input.asOf).toSorted((a, b) => (a.date < b.date ? -1 : 1));
}

function countStates(days: readonly CalendarDay[]): ReadonlyMap<StateId, number> {
  const counts = new Map<StateId, number>();
  for (const { am, pm } of days) {
    for (const session of [am, pm]) if (session) counts.set(session.state, (counts.get(session.state) ?? 0) + 1);
  }
  return counts;
}

function monthsOf(input: YearCalendarInput): readonly CalendarDate[] {
  const months: CalendarDate[] = [];
  for (let date = firstDay(input.year); date <= lastDay(input.year); date = addDays(date, 1)) {
    if (date.endsWith('-01')) months.push(date);
  }
  return months;
}

function datesOfMonth(first: CalendarDate): readonly CalendarDate[] {
  return Array.from({ length: 31 }, (_, at) => addDays(first, at)).filter((date) => date.startsWith(first.slice(0, 7)));
}

function monthWords(days: readonly CalendarDay[]): string {
  const counts = countStates(days);
  if (counts.size === 0) return t('charts.calendar.no-sessions');
  return t('charts.calendar.states', { states: unitText(stateCounts(counts)) });
}

function summaryOf(input: YearCalendarInput, counts: ReadonlyMap<StateId, number>): string {
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  if (total === 0) return t('charts.calendar.nothing-yet', { year: input.year, date: dateText(input.asOf) });
  return t('charts.calendar.summary', {
    from: dateText(firstDay(input.year)),
    to: dateText(input.asOf),
    sessions: t('words.sessions', { count: total }),
    states: unitText(stateCounts(counts)),
  });
}

function stateCounts(counts: ReadonlyMap<StateId, number>): readonly string[] {
  return stateIds.flatMap((state) => {
    const count = counts.get(state) ?? 0;
    return count > 0 ? [t('charts.calendar.state', { state: stateWords(state), count: printed(count) })] : [];
  });
}

function causesOf(am: string, pm: string): string {
  return am === '' || pm === '' || am === pm ? am || pm : t('words.also', { first: am, second: pm });
}

function weekdayText(date: CalendarDate): string {
  return findText(`charts.weekday.${weekday(date)}`) ?? '';
}
