export { bars } from './bars.tsx';
export type * from './chart.ts';
export { comparison } from './comparison.tsx';
export type * from './inputs.ts';
export { smallMultiples } from './small-multiples.tsx';
export { stateIds, stateLook, stateTitle, type StateId, type StateLook } from './state-look.ts';
export { weeklyTrend } from './weekly-trend.tsx';
export { calendarRows, yearCalendar } from './year-calendar.tsx';
export { yearTrend, type TrendYear, type YearTrendInput } from './year-trend.tsx';
