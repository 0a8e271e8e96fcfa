import type { list as english } from '../en/list.ts';

export const list = {
  'list.reason-not-known.title': 'السبب لم يُعرف بعد',
  'list.part-time-timetables.title': 'جداول دراسية جزئية',
  'list.minutes-inside.title': 'دقائق ضائعة داخل فترات حضرها الطفل',
  'list.no-session-attended.title': 'لم يحضر أي فترة منذ أيام',
  'list.absence-crossings.title': 'دخل حديثًا في غياب متكرر أو شديد، أو خرج منه للتو',
  'list.no-full-week.title': 'بلا أسبوع كامل منذ أربعة أسابيع أو أكثر',
  'list.persistent-absence.title': 'غياب متكرر وشديد',
  'list.illness-15-days.title': 'خمسة عشر يومًا من المرض',
  'list.support-first.title': 'الدعم أولًا',
  'list.off-roll.title': 'غير مقيّد في أي مدرسة',
  'list.destination-unconfirmed.title': 'الوجهة غير مؤكدة',
  'list.dual-not-tiling.title': 'سجلّا حضور لا يتطابقان',
  'list.suspended-after-day-five.title': 'موقوف أو مفصول بعد اليوم الخامس بلا تعليم',
  'list.suspended-15-days-in-term.title': 'موقوف أكثر من خمسة أيام في فصل دراسي',
  'list.suspended-45-days-in-year.title': 'قريب من حد 45 يوم إيقاف في العام',
  'list.returns-due.title': 'إفادات على المدارس للسلطة المحلية',
  'list.registers-not-taken.title': 'سجلات حضور لم تُؤخذ',
} as const satisfies Readonly<Record<keyof typeof english, string>>;
