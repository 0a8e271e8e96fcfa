import type { qualityRules as english } from '../en/quality-rules.ts';

const CHILDREN_AT_SCHOOL =
  '{count, plural, zero {# طفل في مدرسة} one {طفل واحد في مدرسة} two {طفلان في مدرسة} few {# أطفال في مدرسة} many {# طفلًا في مدرسة} other {# طفل في مدرسة}}';
const MARKS =
  '{count, plural, zero {# علامة} one {علامة واحدة} two {علامتان} few {# علامات} many {# علامة} other {# علامة}}';
const OFFICER = 'مسؤول الحضور في المدرسة.';
const SPELLS =
  '{count, plural, zero {# مدة قيد} one {مدة قيد واحدة} two {مدتا قيد} few {# مدد قيد} many {# مدة قيد} other {# مدة قيد}}';
const BETWEEN_SCHOOLS =
  '{count, plural, zero {# طفل بين مدرستين} one {طفل واحد بين مدرستين} two {طفلان بين مدرستين} few {# أطفال بين مدرستين} many {# طفلًا بين مدرستين} other {# طفل بين مدرستين}}';
const MAIN_SCHOOL = 'المدرسة الرئيسية، التي تتفق مع المدرسة الأخرى على الأسبوع.';
const DATA_MANAGER = 'مسؤول البيانات في المدرسة.';

export const qualityRules = {
  'quality-rules.register-not-taken.title': 'فترات لم يُسجَّل حضورها',
  'quality-rules.register-not-taken.wrong':
    'كانت المدرسة مفتوحة وفيها أطفال مقيّدون، ولا علامة في السجل لبعضهم أو لجميعهم.',
  'quality-rules.register-not-taken.why':
    'لا أحد يستطيع أن يقول أين كان هؤلاء الأطفال. وهذه الفترات ليست في أي معدل، فيبدو الغياب كأنه معروف.',
  'quality-rules.register-not-taken.counted':
    '{count, plural, zero {# سجل حضور} one {سجل حضور واحد} two {سجلّا حضور} few {# سجلات حضور} many {# سجل حضور} other {# سجل حضور}}',
  'quality-rules.register-not-taken.who': 'مسؤول الحضور في المدرسة مع معلم الفصل.',
  'quality-rules.register-not-taken.unknown': 'لا يعرف أين كان الأطفال إلا المدرسة: يُعرض الحدّان كلاهما.',
  'quality-rules.mark-outside-spell.title': 'علامات لطفل غير مقيّد',
  'quality-rules.mark-outside-spell.wrong': 'في السجل علامات لطفل في أيام يفيد القيد بأنه لم يكن فيها في المدرسة.',
  'quality-rules.mark-outside-spell.why':
    'العلامات خارج مدة القيد لا تُستخدم. وإذا كان القيد خاطئًا فأيام الطفل هناك ناقصة من الحساب.',
  'quality-rules.mark-outside-spell.counted': CHILDREN_AT_SCHOOL,
  'quality-rules.mark-outside-spell.who': 'مسؤول البيانات في المدرسة.',
  'quality-rules.mark-outside-spell.unknown': 'إذا كانت العلامات هي الخاطئة فلا يتغير أي رقم.',
  'quality-rules.unknown-code.title': 'علامات برمز غير موجود',
  'quality-rules.unknown-code.wrong': 'العلامة ليست من رموز الحضور الوطنية.',
  'quality-rules.unknown-code.why': 'العلامة التي لا يمكن قراءتها تُعدّ كأن لا علامة: الفترة ليست في أي معدل.',
  'quality-rules.unknown-code.counted': MARKS,
  'quality-rules.unknown-code.who': 'مسؤول الحضور في المدرسة؛ وإذا تكرر رمز واحد كثيرًا فمن يتولى قائمة رموز المدرسة.',
  'quality-rules.unknown-code.unknown': 'لا يعرف ما قُصد بالرمز إلا المدرسة: يُعرض الحدّان كلاهما.',
  'quality-rules.code-not-in-force.title': 'علامات برمز غير ساري ذلك اليوم',
  'quality-rules.code-not-in-force.wrong': 'الرمز من المجموعة الأخرى: تغيّرت الرموز الوطنية في 19 أغسطس 2024.',
  'quality-rules.code-not-in-force.why': 'تغيّر معنى J وH وF وY أو أُلغيت. والعلامة برمز قديم تُعدّ كأن لا علامة.',
  'quality-rules.code-not-in-force.counted': MARKS,
  'quality-rules.code-not-in-force.who': 'مسؤول الحضور في المدرسة؛ وإذا كانت كثيرة فمن أعدّ الرموز للعام الجديد.',
  'quality-rules.code-not-in-force.unknown': 'قد يحل محل الرمز القديم عدة رموز جديدة: يُعرض الحدّان كلاهما.',
  'quality-rules.session-not-open.title': 'علامات في فترات لا تفتح فيها المدرسة',
  'quality-rules.session-not-open.wrong':
    'في السجل علامات، وتقويم المدرسة يفيد بأنها كانت مغلقة أمام التلاميذ أو لا يذكر ذلك اليوم.',
  'quality-rules.session-not-open.why': 'هذه العلامات لا تُستخدم. وإذا كان التقويم خاطئًا فقد نقصت فترة كاملة لكل طفل.',
  'quality-rules.session-not-open.counted':
    '{count, plural, zero {# فترة لمدرسة} one {فترة واحدة لمدرسة} two {فترتان لمدرسة} few {# فترات لمدرسة} many {# فترة لمدرسة} other {# فترة لمدرسة}}',
  'quality-rules.session-not-open.who': 'مسؤول البيانات في المدرسة، الذي يتولى تقويمها.',
  'quality-rules.session-not-open.unknown': 'إذا كانت العلامات هي الخاطئة فلا يتغير أي رقم.',
  'quality-rules.reason-never-given.title': 'سبب الغياب ما زال غير معروف (N)',
  'quality-rules.reason-never-given.wrong':
    'يعني N أن السبب غير معروف بعد. ويجب استبداله خلال خمسة أيام دراسية، وقد مضت.',
  'quality-rules.reason-never-given.why':
    'يُحتسب N غيابًا دون إذن. فيظهر الغياب لسبب وجيه كأنه غياب بلا سبب، وقد يؤدي إلى إشعار بغرامة.',
  'quality-rules.reason-never-given.counted': CHILDREN_AT_SCHOOL,
  'quality-rules.reason-never-given.who': OFFICER,
  'quality-rules.reason-never-given.unknown': 'إذا لم يُعرف سبب بقي الغياب دون إذن (O) ولا يتغير أي رقم.',
  'quality-rules.x-of-compulsory-age.title': 'الحضور غير مطلوب (X) مع أن الطفل في سن الدراسة',
  'quality-rules.x-of-compulsory-age.wrong':
    'الرمز X للأطفال الذين ليسوا في سن التعليم الإلزامي. وهؤلاء في هذه السن بحسب تاريخ الميلاد في القيد.',
  'quality-rules.x-of-compulsory-age.why': 'يُخرج X الفترة من كل معدل: فلا يُرى التعلّم الذي ضاع.',
  'quality-rules.x-of-compulsory-age.counted': CHILDREN_AT_SCHOOL,
  'quality-rules.x-of-compulsory-age.who': OFFICER,
  'quality-rules.x-of-compulsory-age.unknown':
    'إذا كان تاريخ الميلاد خاطئًا ولم يكن الطفل في سن الدراسة فلا يتغير أي رقم.',
  'quality-rules.c2-not-of-compulsory-age.title': 'دوام جزئي (C2) مع أن الطفل ليس في سن الدراسة',
  'quality-rules.c2-not-of-compulsory-age.wrong':
    'الرمز C2 للأطفال في سن التعليم الإلزامي. وهؤلاء ليسوا في هذه السن بحسب تاريخ الميلاد في القيد.',
  'quality-rules.c2-not-of-compulsory-age.why':
    'يُحتسب C2 غيابًا. وطفل الرابعة الذي يبدأ بالصباح فقط لا يضيع عليه شيء مستحق.',
  'quality-rules.c2-not-of-compulsory-age.counted': CHILDREN_AT_SCHOOL,
  'quality-rules.c2-not-of-compulsory-age.who': OFFICER,
  'quality-rules.c2-not-of-compulsory-age.unknown':
    'إذا كان تاريخ الميلاد خاطئًا وكان الطفل في سن الدراسة فلا يتغير أي رقم.',
  'quality-rules.suspension-without-e.title': 'حالات إيقاف لا يُظهرها السجل',
  'quality-rules.suspension-without-e.wrong':
    'سُجّل إيقاف أو فصل، ولا توجد فترة يشملها عليها علامة E ولا علامة تعليم في مكان آخر (B أو K أو D).',
  'quality-rules.suspension-without-e.why': 'الوقت الضائع بسبب الإيقاف ناقص من الرقم الرئيسي، أو موجود فيه باسم آخر.',
  'quality-rules.suspension-without-e.counted':
    '{count, plural, zero {# حالة إيقاف} one {حالة إيقاف واحدة} two {حالتا إيقاف} few {# حالات إيقاف} many {# حالة إيقاف} other {# حالة إيقاف}}',
  'quality-rules.suspension-without-e.who': 'مسؤول الحضور في المدرسة مع من يسجّل حالات الإيقاف.',
  'quality-rules.suspension-without-e.unknown': 'إذا كان تسجيل الإيقاف خاطئًا فلا تتغير أي فترة وينخفض معدل الإيقاف.',
  'quality-rules.e-without-suspension.title': 'موقوف في السجل، دون تسجيل للإيقاف',
  'quality-rules.e-without-suspension.wrong':
    'سلسلة من علامات E لم يُسجَّل لها إيقاف أو فصل بدأ خلالها أو في الأسبوع السابق لها.',
  'quality-rules.e-without-suspension.why': 'الإيقاف غير المسجَّل لا سبب له ولا مراجعة ولا مكان في معدل الإيقاف.',
  'quality-rules.e-without-suspension.counted':
    '{count, plural, zero {# سلسلة من علامات E} one {سلسلة واحدة من علامات E} two {سلسلتان من علامات E} few {# سلاسل من علامات E} many {# سلسلة من علامات E} other {# سلسلة من علامات E}}',
  'quality-rules.e-without-suspension.who': 'من يسجّل حالات الإيقاف في المدرسة مع مديرها.',
  'quality-rules.e-without-suspension.unknown': 'لا تتغير الفترات: يُحتسب E بتسجيل الإيقاف أو بدونه.',
  'quality-rules.neither-school-has-record.title': 'لا سجل لدى أي من المدرستين',
  'quality-rules.neither-school-has-record.wrong':
    'الطفل مسجَّل في مدرستين. أحد السجلين يقول D، أي مستحق في المدرسة الأخرى؛ والآخر يقول D أيضًا، أو لا يقول شيئًا، أو مدرسته مغلقة حينئذ.',
  'quality-rules.neither-school-has-record.why':
    'لا أحد يستطيع أن يقول أين كان الطفل. ويحتسبها الحساب تعلّمًا ضائعًا حتى تكون لإحدى المدرستين علامة.',
  'quality-rules.neither-school-has-record.counted': BETWEEN_SCHOOLS,
  'quality-rules.neither-school-has-record.who': MAIN_SCHOOL,
  'quality-rules.neither-school-has-record.unknown': 'لا يعرف أين كان الطفل إلا المدرستان: يُعرض الحدّان كلاهما.',
  'quality-rules.both-schools-count.title': 'المدرستان تحتسبان الفترة نفسها',
  'quality-rules.both-schools-count.wrong': 'الطفل مسجَّل في مدرستين، وفي كل من السجلين علامة خاصة به للفترة نفسها.',
  'quality-rules.both-schools-count.why': 'تُحتسب الفترة في معدل كل من المدرستين. ويأخذ حساب الطفل نفسه إحدى العلامتين.',
  'quality-rules.both-schools-count.counted': BETWEEN_SCHOOLS,
  'quality-rules.both-schools-count.who': MAIN_SCHOOL,
  'quality-rules.both-schools-count.unknown': 'أي العلامتين صحيحة أمر تقوله المدرستان.',
  'quality-rules.main-without-subsidiary.title': 'مدرسة رئيسية بلا مدرسة ثانية',
  'quality-rules.main-without-subsidiary.wrong':
    'الطفل مقيّد في مدرسة بوصفها الرئيسية من اثنتين (M)، ولا توجد هنا مدرسة أخرى تقيّده بوصفها الثانية (S).',
  'quality-rules.main-without-subsidiary.why':
    'الفترات بعلامة D تُعدّ «في المدرسة الأخرى» التي ليس سجلها هنا: لا أحد يستطيع أن يرى هل كان الطفل حاضرًا.',
  'quality-rules.main-without-subsidiary.counted': SPELLS,
  'quality-rules.main-without-subsidiary.who': 'مسؤول البيانات في المدرسة الرئيسية.',
  'quality-rules.main-without-subsidiary.unknown': 'الحدّان للفترات بعلامة D لو كان سجل المدرسة الأخرى قد وصل.',
  'quality-rules.subsidiary-without-main.title': 'مدرسة ثانية بلا مدرسة رئيسية',
  'quality-rules.subsidiary-without-main.wrong':
    'الطفل مقيّد في مدرسة بوصفها الثانية من اثنتين (S)، ولا توجد هنا مدرسة أخرى تقيّده بوصفها الرئيسية (M).',
  'quality-rules.subsidiary-without-main.why': 'ليس لدى أحد هنا أسبوع هذا الطفل كاملًا، ولا توجد مدرسة مسؤولة عنه.',
  'quality-rules.subsidiary-without-main.counted': SPELLS,
  'quality-rules.subsidiary-without-main.who': 'المدرسة التي تقيّد الطفل قيدًا وحيدًا (C) إن وُجدت، وإلا فالمدرسة الثانية.',
  'quality-rules.subsidiary-without-main.unknown': 'عدد الفترات التي ستضيفها المدرسة الرئيسية ليس في هذه الملفات.',
  'quality-rules.one-upn-two-children.title': 'رقم UPN واحد ببيانات طفلين',
  'quality-rules.one-upn-two-children.wrong':
    'مدد قيد تحت رقم UPN نفسه تختلف في تاريخ الميلاد أو في الجنس أو في الاسمين كليهما.',
  'quality-rules.one-upn-two-children.why':
    'إما أن طفلين يُعدّان طفلًا واحدًا ولهما سجل واحد، وإما أن بيانات طفل واحد خاطئة في إحدى المدرستين.',
  'quality-rules.one-upn-two-children.counted': SPELLS,
  'quality-rules.one-upn-two-children.who': 'مسؤولا البيانات في المدرستين.',
  'quality-rules.one-upn-two-children.unknown':
    'إذا كان طفلًا واحدًا فلا تتغير أي فترة. ولا يمكن هنا التمييز بين مدتي قيد في مدرسة واحدة.',
  'quality-rules.two-upns-one-child.title': 'رقما UPN يبدوان لطفل واحد',
  'quality-rules.two-upns-one-child.wrong':
    'لرقمي UPN الاسم الأول واسم العائلة وتاريخ الميلاد نفسها، وهما مقيّدان في الأيام نفسها.',
  'quality-rules.two-upns-one-child.why': 'يُعدّ الطفل مرتين، ويبدو كل نصف كأنه طفل له مدد ناقصة.',
  'quality-rules.two-upns-one-child.counted':
    '{count, plural, zero {# رقم UPN} one {رقم UPN واحد} two {رقما UPN} few {# أرقام UPN} many {# رقم UPN} other {# رقم UPN}}',
  'quality-rules.two-upns-one-child.who': 'مسؤول البيانات في المدرسة صاحبة الرقم الأحدث أو المؤقت.',
  'quality-rules.two-upns-one-child.unknown': 'إذا كانا طفلين لهما الاسم وتاريخ الميلاد نفسهما فلا يتغير أي رقم.',
  'quality-rules.temporary-upn.title': 'أرقام UPN مؤقتة ما زالت مستخدمة',
  'quality-rules.temporary-upn.wrong': 'ينتهي رقم UPN بحرف، فهو مؤقت، وهو مستخدم منذ أكثر من ستة أسابيع.',
  'quality-rules.temporary-upn.why': 'حين يصل الرقم الدائم يبدأ الطفل من جديد في كل سجل، وقد يُعدّ مرتين حتى ذلك الحين.',
  'quality-rules.temporary-upn.counted':
    '{count, plural, zero {# طفل} one {طفل واحد} two {طفلان} few {# أطفال} many {# طفلًا} other {# طفل}}',
  'quality-rules.temporary-upn.who': DATA_MANAGER,
  'quality-rules.temporary-upn.unknown': 'لا يمكن أن يُعرف من هذه الملفات كم من هؤلاء الأطفال هنا برقم ثانٍ أيضًا.',
  'quality-rules.overlapping-spells.title': 'مقيّد في مدرستين في وقت واحد',
  'quality-rules.overlapping-spells.wrong':
    'الطفل مقيّد قيدًا وحيدًا أو رئيسيًا، وبدأت مدة قيد وحيد أو رئيسي لاحقة قبل أن تنتهي هذه.',
  'quality-rules.overlapping-spells.why':
    'فترات الطفل في معدل كل من المدرستين، وكلتا المدرستين مسؤولة عنه أو لا أحد منهما.',
  'quality-rules.overlapping-spells.counted': SPELLS,
  'quality-rules.overlapping-spells.who': 'مدرسة مدة القيد الأسبق، التي لم تشطب الطفل من قيدها.',
  'quality-rules.overlapping-spells.unknown':
    'إذا اتفقت المدرستان على تقاسم الطفل فإن الفترات تُقسم بينهما بدلًا من ذلك.',
  'quality-rules.no-school.title': 'في سن الدراسة وغير مقيّد في أي مدرسة',
  'quality-rules.no-school.wrong': 'كان الطفل مقيّدًا هنا، وهو في سن التعليم الإلزامي، وليس مقيّدًا الآن في أي مدرسة.',
  'quality-rules.no-school.why': 'كل منهم طفل ربما لا يعلّمه أحد، ما لم يكن قيد مدرسة أو وجهة لم يصل بعد.',
  'quality-rules.no-school.counted':
    '{count, plural, zero {# طفل} one {طفل واحد} two {طفلان} few {# أطفال} many {# طفلًا} other {# طفل}}',
  'quality-rules.no-school.who':
    'آخر مدرسة غادرها الطفل بشأن وجهته؛ وموظف السلطة المحلية المختص بالأطفال المنقطعين عن التعليم بشأن الطفل.',
  'quality-rules.no-school.unknown': 'لا يُعرف أين الطفل إلا بالسؤال.',
  'quality-rules.ground-without-leaving-date.title': 'بند مغادرة بلا تاريخ مغادرة',
  'quality-rules.ground-without-leaving-date.wrong': 'يذكر القيد بندًا للشطب، ومدة القيد مستمرة.',
  'quality-rules.ground-without-leaving-date.why': 'الطفل الذي غادر ما زال منتظرًا كل يوم، ويمتلئ السجل بعلامات ناقصة.',
  'quality-rules.ground-without-leaving-date.counted': SPELLS,
  'quality-rules.ground-without-leaving-date.who': DATA_MANAGER,
  'quality-rules.ground-without-leaving-date.unknown': 'إذا كان الأطفال ما زالوا هناك فلا يتغير أي رقم.',
  'quality-rules.spell-after-death.title': 'مدة قيد بعد البند k (وفاة)',
  'quality-rules.spell-after-death.wrong': 'انتهت مدة قيد سابقة تحت رقم UPN هذا لأن الطفل توفي، وتبدأ مدة أخرى بعدها.',
  'quality-rules.spell-after-death.why': 'قد تصل إلى أسرة رسالة عن حضور طفل توفي، أو يُعدّ طفل حي ميتًا.',
  'quality-rules.spell-after-death.counted': SPELLS,
  'quality-rules.spell-after-death.who': 'مسؤولا البيانات في المدرستين، اليوم.',
  'quality-rules.spell-after-death.unknown': 'إذا كان البند هو الخاطئ فلا يتغير أي رقم.',
  'quality-rules.row-rejected.title': 'صفوف وقيم أخرى لم يمكن استخدامها',
  'quality-rules.row-rejected.wrong': 'صف أو قيمة في ملف لا يمكن قراءتها، أو تذكر مدرسة ليست في قائمة المدارس.',
  'quality-rules.row-rejected.why': 'ما لا يمكن قراءته لا يُحتسب، وقد يكون مدة قيد كاملة لطفل.',
  'quality-rules.row-rejected.counted':
    '{count, plural, zero {# صف أو قيمة} one {صف واحد أو قيمة واحدة} two {صفان أو قيمتان} few {# صفوف أو قيم} many {# صفًا أو قيمة} other {# صف أو قيمة}}',
  'quality-rules.row-rejected.who': 'من يصدّر الملف.',
  'quality-rules.row-rejected.unknown': 'ما الذي سيغيّره صف لا يمكن قراءته؟ لا يُعرف ذلك حتى تمكن قراءته.',
} as const satisfies Readonly<Record<keyof typeof english, string>>;
