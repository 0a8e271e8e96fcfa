import type { forms as english } from '../en/forms.ts';

export const forms = {
  'forms.permanent-exclusion.title': 'الفصل النهائي',
  'forms.permanent-exclusion.words':
    'يظهر في suspensions.csv (PERM)، وبالرمز E إلى أن يبدأ تعليم آخر، وبوصفه مدة دون قيد بعده.',
  'forms.managed-move.title': 'النقل المتفق عليه (managed move)',
  'forms.managed-move.words':
    'يظهر انتقالًا بين مدرستين في roll.csv. لا يقول أي ملف إن الانتقال كان متفقًا عليه، فلا يُعدّ على حدة.',
  'forms.off-site-alternative-provision.title': 'التعليم البديل خارج المدرسة',
  'forms.off-site-alternative-provision.words':
    'تُعدّ فترات التعليم البديل حضورًا (B وK). وحيث تضع كل من المدرستين D لا يملك أحد سجلًا، ويُظهر Kith ذلك.',
  'forms.suspension.title': 'الإيقاف عن الدراسة',
  'forms.suspension.words': 'يظهر بالرمز E في سجل الحضور وفي suspensions.csv.',
  'forms.internal-exclusion.title': 'الاستبعاد الداخلي أو العزل',
  'forms.internal-exclusion.words': 'يظهر دقائق ضمن فترات الحضور، إذا أرسلت المدرسة removals.csv.',
  'forms.detention.title': 'الاحتجاز في وقت الحصة',
  'forms.detention.words':
    'يظهر دقائق إذا أرسلت المدرسة removals.csv. الاحتجاز خارج الحصص لا يُضيع وقت تعلّم ولا يُطلب تسجيله.',
  'forms.outside-the-room.title': 'الوقوف خارج الصف',
  'forms.outside-the-room.words': 'يظهر دقائق إخراج من الحصة، إذا أرسلت المدرسة removals.csv.',
  'forms.elective-home-education.title': 'التعليم المنزلي الاختياري',
  'forms.elective-home-education.words':
    'يظهر مدة قيد تنتهي بالسبب f. التعلّم في المنزل لا يرد في أي سجل، فلا تُحتسب فترات ضائعة.',
  'forms.severe-absence.title': 'الغياب الشديد',
  'forms.severe-absence.words': 'حالات القيد التي يفوتها نصف فتراتها الممكنة أو أكثر.',
  'forms.persistent-absence.title': 'الغياب المتكرر',
  'forms.persistent-absence.words': 'حالات القيد التي يفوتها عُشر فتراتها الممكنة أو أكثر.',
  'forms.truanting-lessons.title': 'التغيب عن الحصص',
  'forms.truanting-lessons.words':
    'تظهر الفترات الكاملة بالرمز O؛ وتظهر مغادرة الحصة دقائق، إذا أرسلت المدرسة removals.csv.',
  'forms.toilet-trips.title': 'الذهاب الطويل أو المتكرر إلى دورة المياه',
  'forms.toilet-trips.words': 'لا يحمله أي ملف بعد. ولا يطلب Kith من المدارس تسجيله.',
  'forms.time-out-cards.title': 'بطاقات الاستراحة',
  'forms.time-out-cards.words':
    'لا يحملها أي ملف بعد. كثيرًا ما تكون بطاقة الاستراحة دعمًا متفقًا عليه: ويلزم تمييزها من الوقت الضائع.',
  'forms.lateness.title': 'التأخر عن الحصص',
  'forms.lateness.words': 'يظهر دقائق تأخر مع الرمز L، وبالرمز U بعد إغلاق السجل، ودقائق تأخر عن حصة في removals.csv.',
} as const satisfies Readonly<Record<keyof typeof english, string>>;
