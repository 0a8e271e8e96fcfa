/** What pictures say. */
export const charts = {
  'charts.nothing': 'There is nothing to show.',
  'charts.bars': '{unit}: {bars}.',
  'charts.bar': '{label} {value}',
  'charts.weekday.1': 'Monday',
  'charts.weekday.2': 'Tuesday',
  'charts.weekday.3': 'Wednesday',
  'charts.weekday.4': 'Thursday',
  'charts.weekday.5': 'Friday',
  'charts.weekday.6': 'Saturday',
  'charts.weekday.7': 'Sunday',
  'charts.weekday-short.1': 'M',
  'charts.weekday-short.2': 'T',
  'charts.weekday-short.3': 'W',
  'charts.weekday-short.4': 'T',
  'charts.weekday-short.5': 'F',
  'charts.weekday-short.6': 'S',
  'charts.weekday-short.7': 'S',
  'charts.calendar.how':
    'Each school day has two squares: morning on the left, afternoon on the right. The numbers count squares, which are sessions (half days).',
  'charts.calendar.day': '{weekday} {date}',
  'charts.calendar.no-sessions': 'No sessions in the account.',
  'charts.calendar.states': '{states}.',
  'charts.calendar.nothing-yet': 'There are no sessions in the account for {year} up to {date}.',
  'charts.calendar.summary': 'From {from} to {to} there were {sessions} (half days): {states}.',
  'charts.calendar.state': '{state} {count}',
  'charts.trend.up-to': 'up to {date}',
  'charts.trend.withheld': 'c: not shown, because the numbers are small.',
  'charts.trend.nothing': 'There are no weeks to show up to {date}.',
  'charts.trend.summary':
    'In the week of {last}, {share} of possible sessions were lost; the highest was {highest}, in the week of {week}.',
  'charts.trend.summary-form':
    'In the week of {last}, {share} of possible sessions were lost; the highest was {highest}, in the week of {week}; over the weeks shown the most common form was {form}.',
  'charts.multiples':
    '{count, plural, one {One school} other {# schools}} by name, each week to {date}, all drawn on one scale from 0% to {top}% {unit}.',
  'charts.multiples.none': 'No weeks that may be shown.',
  'charts.multiples.school':
    '{last}% {unit} in the week of {week}; between {lowest}% and {highest}% over the weeks shown.',
  'charts.comparison': '{title}: {places}.',
} as const;
