import { addDays, calendarDate, weekday, type CalendarDate } from '#kernel';

/** Mondays to Fridays from one day to another, both among them, without the spans given after. */
export function schoolDays(
  from: string,
  to: string,
  ...without: readonly (readonly [string, string])[]
): readonly CalendarDate[] {
  const days: CalendarDate[] = [];
  for (let day = calendarDate(from); day <= to; day = addDays(day, 1)) {
    if (weekday(day) <= 5 && !without.some(([first, last]) => day >= first && day <= last)) days.push(day);
  }
  return days;
}
