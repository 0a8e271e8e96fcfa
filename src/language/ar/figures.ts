import type { figures as english } from '../en/figures.ts';

export const figures = {
  'figures.how-of': '({title}): كيف حُسب هذا الرقم',
  'figures.how-way': '{label}، {way}: كيف حُسب هذا الرقم',
  'figures.way.days': 'بالأيام',
  'figures.way.possible': 'من الفترات الممكنة',
  'figures.way.calendar': 'من التقويم',
  'figures.way.children': 'أطفال مختلفون',
  'figures.way.parts': 'مم يتكوّن',
  'figures.none-possible': 'لا فترات ممكنة',
  'figures.none': 'لا شيء',
  'figures.of-possible': 'فترة، أي {days}: ‏{share} من {total} فترة ممكنة',
  'figures.of-calendar': 'فترة، أي {days}: ‏{share} من {total} فترة في التقويم',
  'figures.minutes': 'دقائق ضائعة ضمن فترات حضرها',
  'figures.minutes.of': 'دقيقة تأخر أو خارج الحصص، في {sessions} فترة حضور',
  'figures.unmarked': 'فترات لم يُسجَّل حضورها',
  'figures.unmarked.of': 'فترة بلا علامة، من {sessions} في التقويم. لا تُحتسب ضائعة',
  'figures.years': 'الأعوام الدراسية',
  'figures.years.school-year': 'العام الدراسي: {years}',
} as const satisfies Readonly<Record<keyof typeof english, string>>;
