import { addDays, calendarDate, weekday, type CalendarDate } from './calendar-date.ts';

/**
 * The day that many working days after `from`, which does not count itself: Monday to Friday, without the bank holidays
 * of England (Banking and Financial Dealings Act 1971, schedule 1; Good Friday and Christmas Day by common law).
 * Holidays proclaimed for one year, as for a coronation, are not known here: then a reply is due a day sooner.
 */
export function addWorkingDays(from: CalendarDate, days: number): CalendarDate {
  let [day, left] = [from, days];
  while (left > 0) {
    day = addDays(day, 1);
    if (isWorkingDay(day)) left -= 1;
  }
  return day;
}

function isWorkingDay(day: CalendarDate): boolean {
  return weekday(day) <= 5 && !listBankHolidays(Number(day.slice(0, 4))).includes(day);
}

/** Of a calendar year, in order. */
export function listBankHolidays(year: number): readonly CalendarDate[] {
  const easter = easterSunday(year);
  const may = dayOf(year, 5, 1);
  const christmas = afterWeekend(dayOf(year, 12, 25));
  return [
    afterWeekend(dayOf(year, 1, 1)),
    addDays(easter, -2),
    addDays(easter, 1),
    mondayFrom(may),
    addDays(mondayFrom(dayOf(year, 6, 1)), -7),
    addDays(mondayFrom(dayOf(year, 9, 1)), -7),
    christmas,
    boxingDay(year, christmas),
  ];
}

/** Where the 26th falls on a weekend, or Christmas took its place, the next working day stands for it. */
function boxingDay(year: number, christmas: CalendarDate): CalendarDate {
  const day = afterWeekend(dayOf(year, 12, 26));
  return day === christmas ? addDays(day, 1) : day;
}

function afterWeekend(day: CalendarDate): CalendarDate {
  return weekday(day) <= 5 ? day : mondayFrom(day);
}

/** The first Monday on or after a day. */
function mondayFrom(day: CalendarDate): CalendarDate {
  return addDays(day, (8 - weekday(day)) % 7);
}

function dayOf(year: number, month: number, day: number): CalendarDate {
  return calendarDate(
    [String(year).padStart(4, '0'), ...[month, day].map((part) => String(part).padStart(2, '0'))].join('-'),
  );
}

/** The Gregorian computus (Meeus, Astronomical Algorithms, chapter 8). */
function easterSunday(year: number): CalendarDate {
  const century = Math.floor(year / 100);
  const golden = year % 19;
  const inCentury = year % 100;
  const leapShift = century - Math.floor(century / 4) - Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + leapShift + 15) % 30;
  const sunday = (32 + 2 * (century % 4) + 2 * Math.floor(inCentury / 4) - epact - (inCentury % 4)) % 7;
  const late = Math.floor((golden + 11 * epact + 22 * sunday) / 451);
  const sum = epact + sunday - 7 * late + 114;
  return dayOf(year, Math.floor(sum / 31), (sum % 31) + 1);
}
