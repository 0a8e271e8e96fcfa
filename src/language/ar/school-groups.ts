import type { schoolGroups as english } from '../en/school-groups.ts';

export const schoolGroups = {
  'school-groups.heading': 'الصفوف والمجموعات',
  'school-groups.words': 'لكل منها الحساب نفسه الذي للمدرسة، من سجل حضور المدرسة نفسها.',
  'school-groups.class': 'الصف {class}',
  'school-groups.no-class': 'بلا صف معروف',
  'school-groups.by.year-group': 'السنة الدراسية',
  'school-groups.by.class': 'الصف',
  'school-groups.by.sen': 'الاحتياجات التعليمية الخاصة',
  'school-groups.by.fsm': 'الوجبات المدرسية المجانية',
  'school-groups.by.sex': 'الجنس',
  'school-groups.by.in-care': 'في الرعاية',
  'school-groups.summary':
    'في {year} حتى {date}، يُظهر سجل {school} ضياع {absence} بسبب الغياب لدى {children} {count, plural, zero {طفل} one {طفل} two {طفلين} few {أطفال} many {طفلًا} other {طفل}} من هذه المجموعة.',
  'school-groups.few': 'مجموعُ طفل أو طفلين هو عن هذين الطفلين: شاركه كما تشارك ما تعرفه عنهما.',
  'school-groups.hidden': 'لا تُعرض أرقام المجموعات ما دام استخدام سجل في هذه المدرسة مقيّدًا.',
  'school-groups.school': 'المجموعات كما سجلتها المدرسة آخر مرة. <link>انظر المدرسة كلها</link>',
  'school-groups.lists': 'في قوائم يوم العمل',
  'school-groups.no-lists': 'لا أحد من هؤلاء الأطفال في قائمة من قوائم يوم العمل.',
  'school-groups.not-found': 'المجموعة غير موجودة',
  'school-groups.not-found.words': 'ليس في هذه المدرسة طفل من تلك السنة أو ذلك الصف أو تلك المجموعة في حساب هذا العام.',
  'school-groups.route': 'الحالات العشر لهؤلاء الأطفال في سجل حضور هذه المدرسة نفسها.',
  'school-groups.route-week':
    'الحالات العشر لهؤلاء الأطفال في هذا الأسبوع من سجل حضور هذه المدرسة نفسها، مجموعة من جديد.',
  'school-groups.route-cause': 'فترات هؤلاء الأطفال في سجل حضور هذه المدرسة نفسها.',
  'school-groups.to-school': 'اذهب إلى المدرسة',
} as const satisfies Readonly<Record<keyof typeof english, string>>;
