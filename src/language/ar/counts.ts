import type { counts as english } from '../en/counts.ts';

export const counts = {
  'counts.enrolments.title': 'حالات القيد',
  'counts.enrolments.definition': 'طفل في مدرسة، مهما تعددت مدد قيده فيها، ضمن الفئة التي تحتسبها وزارة التعليم (DfE).',
  'counts.persistent_enrolments.title': 'حالات القيد ذات الغياب المتكرر',
  'counts.persistent_enrolments.definition': 'حالات القيد التي فاتها 10% أو أكثر من فتراتها الممكنة.',
  'counts.severe_enrolments.title': 'حالات القيد ذات الغياب الشديد',
  'counts.severe_enrolments.definition': 'حالات القيد التي فاتها 50% أو أكثر من فتراتها الممكنة.',
  'counts.suspensions.title': 'حالات الإيقاف',
  'counts.suspensions.definition': 'حالات الإيقاف التي بدأت خلال العام، عدا ما سُحب منها.',
  'counts.permanent_exclusions.title': 'حالات الفصل النهائي',
  'counts.permanent_exclusions.definition': 'حالات الفصل النهائي التي بدأت خلال العام، عدا ما سُحب منها.',
  'counts.census_pupils.title': 'التلاميذ في يوم التعداد',
  'counts.census_pupils.definition':
    'التلاميذ المقيّدون في مدرسة، بوصفها مدرستهم الوحيدة أو الرئيسية، في يوم التعداد في يناير.',
  'counts.late-minutes.title': 'دقائق التأخر',
  'counts.late-minutes.definition': 'دقائق التأخر في الفترات ذات الرمز L، قبل إغلاق السجل.',
  'counts.late-sessions.title': 'فترات التأخر',
  'counts.late-sessions.definition': 'الفترات ذات الرمز L في سجلات المدارس نفسها.',
  'counts.left-for-home-education.title': 'غادروا إلى التعليم المنزلي',
  'counts.left-for-home-education.definition':
    'أطفال انتهت مدة قيدهم خلال العام بالسبب f: أبلغ أحد الوالدين المدرسة أن الطفل سيتعلّم بطريقة أخرى.',
  'counts.cause.title': 'الرمز {code}: {meaning}',
  'counts.cause.definition': 'الفترات التي حدّد حالتَها الرمز {code}: {meaning}.',
  'counts.gap.title': 'مدد دون قيد في أي مدرسة، {end, select, arrived {مع وصول منذئذ} other {بلا وصول معروف}}',
  'counts.gap.definition': 'أيام متتالية خلال العام لم يكن فيها طفل سبق قيده مقيّدًا في أي مدرسة. وحكمها: {words}.',
  'counts.gap.guests': 'القيد بصفة ضيف لا ينهي مدة كهذه',
  'counts.gap.before': 'الأيام السابقة لأول قيد للطفل',
  'counts.removal.minutes.title': '{removal}: الدقائق',
  'counts.removal.minutes.definition':
    'الدقائق في removals.csv من نوع “{removal}”، في الفترات التي فتحت فيها المدرسة والطفل مقيّد فيها.',
  'counts.removal.removals.title': '{removal}: كم مرة',
  'counts.removal.removals.definition':
    'المرات في removals.csv من نوع “{removal}”، في الفترات التي فتحت فيها المدرسة والطفل مقيّد فيها.',
  'counts.removal.withdrawn': 'حالات إخراج سُحبت لاحقًا',
  'counts.state.definition': 'الفترات التي حالتها “{state}”: {words}',
  'counts.source': 'قواعد Kith لحساب التعلّم الضائع',
  'counts.source-guide': 'قواعد Kith لحساب التعلّم الضائع (docs/guides/account.md)',
} as const satisfies Readonly<Record<keyof typeof english, string>>;
