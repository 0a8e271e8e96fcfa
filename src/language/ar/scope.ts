import type { scope as english } from '../en/scope.ts';

export const scope = {
  'scope.phase': 'المرحلة: {value}',
  'scope.trust': 'المجموعة المدرسية (trust): {value}',
  'scope.la': 'السلطة المحلية: {value}',
  'scope.year-group': 'السنة الدراسية: {value}',
  'scope.sex': 'الجنس: {value}',
  'scope.sen': 'الاحتياجات التعليمية الخاصة: {value}',
  'scope.fsm': 'الوجبات المدرسية المجانية: {value}',
  'scope.ethnicity': 'الانتماء العرقي: {value}',
  'scope.class': 'الصف: {value}',
  'scope.in-care': 'تحت الرعاية: {value}',
  'scope.group-week': '{group}، أسبوع {date}',
  'scope.all-but': 'الكل عدا {value}',
  'scope.week': 'أسبوع {date}',
  'scope.part': '{whole}. {part}',
  'scope.school': 'المدرسة {urn}',
  'scope.beside': '{whole}، {part}',
} as const satisfies Readonly<Record<keyof typeof english, string>>;
