import type { qualitySteps as english } from '../en/quality-steps.ts';

const EXPORT_MARKS = 'صدّر العلامات من جديد.';
const EXPORT_BOTH = 'صدّر القيد والعلامات من جديد.';
const FIND_MARK = 'ابحث عن العلامة بالطفل والتاريخ والفترة.';
const EXPORT_BOTH_SCHOOLS = 'تصدّر المدرستان علاماتهما من جديد.';
const EXPORT_ROLL = 'صدّر القيد من جديد.';

export const qualitySteps = {
  'quality-steps.register-not-taken.1':
    'في شاشة الحضور أو السجلات، اعرض العلامات الناقصة (السجلات الناقصة) للتواريخ المبيّنة.',
  'quality-steps.register-not-taken.2':
    'اسأل المعلم أو راجع دفتر تسجيل الدخول؛ وأدخل ما كان صحيحًا في ذلك اليوم، ولا تُدخل «حاضر» لسدّ فراغ أبدًا.',
  'quality-steps.register-not-taken.3':
    'إذا كان بعض الأطفال فقط بلا علامة، فتحقق هل انضموا إلى الفصل متأخرين، أو غادروا ولم يُشطبوا من القيد.',
  'quality-steps.register-not-taken.4':
    'إذا كانت المدرسة مغلقة أمام التلاميذ فصحّح تقويم المدرسة أو أدخل # أو Y كما كان، ثم صدّر العلامات والأيام الدراسية من جديد.',
  'quality-steps.mark-outside-spell.1':
    'افتح تاريخ قيد الطفل وقارن تاريخي الدخول والمغادرة بأول علامة وآخر علامة معروضتين.',
  'quality-steps.mark-outside-spell.2':
    'إذا كان الطفل هناك فصحّح تاريخ الدخول أو المغادرة. وإذا جاء ضيفًا فأضف قيد ضيف (G).',
  'quality-steps.mark-outside-spell.3': 'إذا كان الطفل قد غادر فاحذف العلامات التي بعد تاريخ المغادرة.',
  'quality-steps.mark-outside-spell.4': EXPORT_BOTH,
  'quality-steps.unknown-code.1': FIND_MARK,
  'quality-steps.unknown-code.2': 'ضع بدلها الرمز الوطني لما حدث. والرمز الخاص بالمدرسة يجب ربطه برمز وطني.',
  'quality-steps.unknown-code.3': 'إذا كان ذلك في ملف مصدَّر كله، فتحقق من أنه يحوي رموز الحضور لا علامات أخرى أو كلمات.',
  'quality-steps.unknown-code.4': EXPORT_MARKS,
  'quality-steps.code-not-in-force.1': FIND_MARK,
  'quality-steps.code-not-in-force.2':
    'استخدم رمز ذلك اليوم: صار J هو J1، وصار Y أحد الرموز من Y1 إلى Y7 (أو Q)، وصار H وF هما C أو G. وقبل 19 أغسطس 2024 استخدم B بدل K، وC بدل C1 وC2، وJ بدل J1، وY بدل Q ومن Y1 إلى Y7.',
  'quality-steps.code-not-in-force.3': 'عطّل الرموز القديمة في قائمة الرموز كي لا يمكن اختيارها.',
  'quality-steps.code-not-in-force.4': EXPORT_MARKS,
  'quality-steps.session-not-open.1':
    'ابحث عن اليوم في تقويم المدرسة: أيام تدريب أو عطلات أو أنصاف أيام أو انتخابات أو ثلوج.',
  'quality-steps.session-not-open.2':
    'إذا كانت المدرسة مفتوحة للتلاميذ فافتح تلك الفترة في التقويم وصدّر الأيام الدراسية من جديد.',
  'quality-steps.session-not-open.3':
    'إذا كانت مغلقة فاحذف العلامات (كثيرًا ما يمتد الإدخال الجماعي إلى عطلة) وصدّر العلامات من جديد.',
  'quality-steps.reason-never-given.1': 'اعرض علامات الرمز N التي مضت عليها خمسة أيام دراسية أو أكثر.',
  'quality-steps.reason-never-given.2': 'اسأل الأسرة ومربي الفصل وراجع رسائل المكتب عن السبب.',
  'quality-steps.reason-never-given.3': 'أدخل رمز السبب؛ وإذا لم يوجد سبب بعد السؤال فأدخل O.',
  'quality-steps.reason-never-given.4': EXPORT_MARKS,
  'quality-steps.x-of-compulsory-age.1': 'تحقق من تاريخ ميلاد الطفل في شهادة الميلاد أو في ملف المدرسة السابقة.',
  'quality-steps.x-of-compulsory-age.2':
    'إذا كان صحيحًا فأدخل رمز المكان الذي كان فيه الطفل. والدوام الجزئي المتفق عليه لطفل في سن الدراسة هو C2.',
  'quality-steps.x-of-compulsory-age.3': EXPORT_BOTH,
  'quality-steps.c2-not-of-compulsory-age.1': 'تحقق من تاريخ ميلاد الطفل.',
  'quality-steps.c2-not-of-compulsory-age.2': 'إذا كان صحيحًا فأدخل X بدل C2 في الفترات التي لا يلزم الطفلَ حضورُها.',
  'quality-steps.c2-not-of-compulsory-age.3': EXPORT_BOTH,
  'quality-steps.suspension-without-e.1': 'قارن تاريخ بدء الإيقاف وعدد فتراته بسجل تلك الأيام.',
  'quality-steps.suspension-without-e.2':
    'إذا كان الطفل موقوفًا فضع E من أول فترة حتى بدأ تعليم آخر (ويجب أن يبدأ من اليوم السادس).',
  'quality-steps.suspension-without-e.3': 'إذا سُحب الإيقاف أو أُلغي فأخرج تسجيله.',
  'quality-steps.suspension-without-e.4': 'صدّر العلامات وحالات الإيقاف من جديد.',
  'quality-steps.e-without-suspension.1': 'ابحث عن الرسالة التي أرسلها المدير إلى الوالدين عن أول يوم من السلسلة.',
  'quality-steps.e-without-suspension.2':
    'سجّل الإيقاف بتاريخ بدئه وفتراته وأسبابه؛ وأبلغ السلطة المحلية (ومجلس الإدارة) إذا لم يحدث ذلك.',
  'quality-steps.e-without-suspension.3': 'إذا لم يوقَف أحد فأدخل رمز ما حدث.',
  'quality-steps.e-without-suspension.4': 'صدّر حالات الإيقاف والعلامات من جديد.',
  'quality-steps.neither-school-has-record.1':
    'انظر إلى يوم الأسبوع: إذا كان هو نفسه دائمًا فالمدرستان تفهمان الأسبوع المتفق عليه فهمًا مختلفًا.',
  'quality-steps.neither-school-has-record.2': 'اتصل بالمدرسة الأخرى. اتفقا كتابةً على فترات كل منكما، وأرّخا الاتفاق.',
  'quality-steps.neither-school-has-record.3': 'المدرسة التي كان الطفل مستحقًا فيها تضع بدل D ما هو صحيح لكل فترة.',
  'quality-steps.neither-school-has-record.4': EXPORT_BOTH_SCHOOLS,
  'quality-steps.both-schools-count.1': 'اسأل في أي مدرسة كان الطفل مستحقًا في تلك الفترات.',
  'quality-steps.both-schools-count.2': 'تضع المدرسة الأخرى D بدل علامتها.',
  'quality-steps.both-schools-count.3': EXPORT_BOTH_SCHOOLS,
  'quality-steps.main-without-subsidiary.1':
    'إذا لم يكن الطفل مسجَّلًا في مدرستين (أو لم يعد كذلك) فغيّر وضع القيد إلى وحيد (C).',
  'quality-steps.main-without-subsidiary.2':
    'إذا كانت المدرسة الثانية في هذه المنطقة فاطلب منها إضافة الطفل بالوضع S من التاريخ المتفق عليه، وتصدير قيدها وعلاماتها.',
  'quality-steps.main-without-subsidiary.3':
    'إذا كانت المدرسة الثانية خارج المنطقة فلا خطأ هنا: احفظ الاتفاق حيث يمكن العثور عليه.',
  'quality-steps.subsidiary-without-main.1':
    'إذا كانت مدرسة أخرى هنا تقيّد الطفل قيدًا وحيدًا (C) فإنها تغيّر الوضع إلى رئيسي (M) من يوم بدء الثانية.',
  'quality-steps.subsidiary-without-main.2': 'إذا لم تكن للطفل إلا هذه المدرسة فغيّر الوضع إلى وحيد (C).',
  'quality-steps.subsidiary-without-main.3':
    'إذا كانت المدرسة الرئيسية خارج المنطقة فلا خطأ هنا: احفظ الاتفاق حيث يمكن العثور عليه.',
  'quality-steps.subsidiary-without-main.4': EXPORT_ROLL,
  'quality-steps.one-upn-two-children.1': 'قارن بيانات الطفل مع المدرسة الأخرى المذكورة: تاريخ الميلاد أولًا.',
  'quality-steps.one-upn-two-children.2': 'إذا كان طفلًا واحدًا فصحّح البيانات في المدرسة التي لديها الخطأ.',
  'quality-steps.one-upn-two-children.3':
    'إذا كانا طفلين فابحث عن رقم UPN الخاص بكل منهما (Get Information About Pupils)، وصحّح الرقم الذي أُدخل خطأً.',
  'quality-steps.one-upn-two-children.4': 'صدّر القيد من جديد؛ وإذا تغيّر رقم UPN فالعلامات أيضًا.',
  'quality-steps.two-upns-one-child.1':
    'تحقق مع المدرسة الأخرى من أنه الطفل نفسه (العنوان، الوالدان): فهناك توائم ومن يتشابهون في الأسماء.',
  'quality-steps.two-upns-one-child.2':
    'استخدموا الرقم الذي أُعطي أولًا، ولا تستخدموا الرقم المؤقت أبدًا، في المدرستين كلتيهما.',
  'quality-steps.two-upns-one-child.3':
    'صدّر القيد والعلامات من جديد بذلك الرقم، واسحب الصفوف ذات الرقم القديم (withdrawn = Y).',
  'quality-steps.temporary-upn.1':
    'اطلب من المدرسة السابقة ملف النقل المشترك (Common Transfer File) للطفل، أو ابحث عنه في Get Information About Pupils.',
  'quality-steps.temporary-upn.2': 'أدخل رقم UPN الدائم، واحتفظ بالمؤقت بوصفه رقم UPN السابق.',
  'quality-steps.temporary-upn.3': 'صدّر القيد والعلامات من جديد بالرقم الدائم.',
  'quality-steps.overlapping-spells.1': 'اسأل المدرسة الأخرى عن أول يوم للطفل فيها.',
  'quality-steps.overlapping-spells.2':
    'إذا انتقل الطفل فأدخل تاريخ المغادرة (اليوم السابق) والبند والمدرسة التي انتقل إليها.',
  'quality-steps.overlapping-spells.3': 'إذا كان الطفل في المدرستين باتفاق فاجعل إحداهما رئيسية (M) والأخرى ثانية (S).',
  'quality-steps.overlapping-spells.4': EXPORT_ROLL,
  'quality-steps.no-school.1': 'أدخل بند المغادرة والمدرسة التي انتقل إليها (URN الوجهة) إذا كانت معروفة.',
  'quality-steps.no-school.2': 'إذا قبلت مدرسة هنا الطفل فاطلب منها تصدير قيدها.',
  'quality-steps.no-school.3': 'إذا لم يكن أحد يعلم فأبلغ السلطة المحلية اليوم: هذا طفل منقطع عن التعليم.',
  'quality-steps.ground-without-leaving-date.1': 'إذا غادر الطفل فأدخل آخر يوم له في القيد تاريخًا للمغادرة.',
  'quality-steps.ground-without-leaving-date.2': 'إذا كان الطفل ما زال هناك فأزل البند.',
  'quality-steps.ground-without-leaving-date.3': EXPORT_ROLL,
  'quality-steps.spell-after-death.1': 'انظر أولًا إلى بند مدة القيد السابقة: من السهل اختيار k بدل حرف آخر.',
  'quality-steps.spell-after-death.2':
    'إذا كان الطفل قد توفي فاسحب مدة القيد اللاحقة (withdrawn = Y) وأوقف كل الرسائل.',
  'quality-steps.spell-after-death.3': 'إذا كان رقم UPN لطفل آخر فصحّحه.',
  'quality-steps.spell-after-death.4': EXPORT_ROLL,
  'quality-steps.row-rejected.1': 'افتح الملف عند السطر المبيّن. والجملة بجانب كل منها تذكر ما يجوز أن يحويه العمود.',
  'quality-steps.row-rejected.2': 'صحّحه في النظام الذي جاء منه الملف، لا في الملف.',
  'quality-steps.row-rejected.3':
    'صدّر من جديد، وأدخل الملف الجديد، وأخرج عملية الإدخال التي فيها الصف الخاطئ إذا لم يلزم شيء آخر منها.',
} as const satisfies Readonly<Record<keyof typeof english, string>>;
