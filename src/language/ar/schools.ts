import type { schools as english } from '../en/schools.ts';

export const schools = {
  'schools.title': 'المدارس',
  'schools.lead': 'سجل كل مدرسة على حدة لعام {year} حتى {date}، مرتبًا حسب الاسم.',
  'schools.text':
    'الطفل المسجَّل في مدرستين يظهر في كلا السجلين، فلا يلزم أن يساوي مجموع هذه الصفوف إجمالي المنطقة. تعلّم المدارس أطفالًا مختلفين: النسبة الأعلى هنا سؤال يُطرح وليست درجة. <link>عرض ما يُتوقع بالنظر إلى تلاميذ كل مدرسة</link>',
  'schools.downloads':
    '<ledger>تنزيل حساب المدارس (CSV)</ledger> أو <absence>الغياب كما تحتسبه وزارة التعليم (CSV)</absence>',
  'schools.grouped':
    'حسب المرحلة: <phase>الحساب حسب المرحلة (CSV)</phase> أو <phaseAbsence>الغياب حسب المرحلة (CSV)</phaseAbsence>. حسب اتحاد المدارس: <trust>الحساب حسب الاتحاد (CSV)</trust> أو <trustAbsence>الغياب حسب الاتحاد (CSV)</trustAbsence>. <each>عرض كل اتحاد</each>',
  'schools.kinds': 'أنواع المدارس',
  'schools.show': 'عرض: {kinds}',
  'schools.all': 'كل المدارس',
  'schools.caption': 'المدارس حسب الاسم',
  'schools.school': 'المدرسة',
  'schools.phase': 'المرحلة',
  'schools.no-sessions-phase': '{phase}؛ لا فترات هذا العام',
  'schools.children': 'الأطفال',
  'schools.lost-absence': 'الفترات الضائعة بسبب الغياب',
  'schools.possible': 'الفترات الممكنة',
  'schools.share': 'النسبة الضائعة',
  'schools.lost': 'كل التعلّم الضائع',
  'schools.unmarked': 'فترات لم يُسجَّل حضورها',
  'schools.none': 'لم تصل أي مدرسة بعد.',
  'schools.one.caption': '{phase}، URN {urn}',
  'schools.one.balances': 'السجل متوازن',
  'schools.one.register':
    'هذا سجل المدرسة نفسها: الفترات التي تفتح فيها ما دام الطفل مقيّدًا فيها، حسب علاماتها. والمدة دون قيد تُنسب إلى آخر مدرسة غادرها.',
  'schools.one.nothing': 'ليس لمدرسة {school} أي فترة في حساب {year}: لم يكن أي طفل مقيّدًا فيها في يوم فتحت فيه.',
  'schools.one.summary':
    'في {year} حتى {date}، يُظهر سجل {school} ضياع {absence} بسبب الغياب على {children} {count, plural, zero {طفل} one {طفل} two {طفل} few {أطفال} many {طفلًا} other {طفل}}، منها {headline} بسبب الإيقاف والغياب دون إذن.',
  'schools.one.links':
    '<children>عرض أطفال هذه المدرسة</children> أو <away>من غابوا ثلاثة أسابيع متواصلة أو أكثر</away>، أو <compared>عرض ما يُتوقع بالنظر إلى تلاميذها</compared>',
  'schools.one.inside': 'ضمن الفترات',
  'schools.one.inside.caption': 'الدقائق المسجَّلة حسب كيفية ضياعها',
  'schools.one.inside.how': 'الكيفية',
  'schools.one.inside.times': 'المرات',
  'schools.one.inside.minutes': 'الدقائق المسجَّلة',
  'schools.one.inside.none': 'لم ترسل هذه المدرسة حالات إخراج ولا دقائق تأخر. عدم تسجيلها لا يعني أنها لم تحدث.',
  'schools.one.inside.at-most':
    'يحتسب الحساب 180 دقيقة على الأكثر لكل فترة، وفي الفترات التي جرى حضورها فقط، ولذلك قد يكون مجموعه أقل من مجموع هذه الصفوف.',
} as const satisfies Readonly<Record<keyof typeof english, string>>;
