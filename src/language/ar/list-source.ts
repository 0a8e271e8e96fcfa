import type { listSource as english } from '../en/list-source.ts';

/** Titles and names that stay English inside these words are isolated (U+2068 to U+2069, Unicode annex 9). */
export const listSource = {
  'list-source.reason-not-known.1': 'يُستبدل بالرمز N الرمز الصحيح خلال خمسة أيام دراسية.',
  'list-source.part-time-timetables.1':
    'يُعلَّم بالرمز C2 على فترة لا يُنتظر فيها تلميذ في سن التعليم الإلزامي، بموجب جدول دراسي جزئي مؤقت متفق عليه.',
  'list-source.part-time-timetables.2':
    'يدوم الجدول الدراسي الجزئي أقصر وقت لازم، وله نهاية يكون الطفل عندها قد عاد إلى الدوام الكامل، ويُراجَع مع الأسرة بانتظام.',
  'list-source.part-time-timetables.2.where':
    'وزارة التعليم (DfE)، \u2068Working together to improve school attendance\u2069، كما ينقله مجلسا \u2068Norfolk\u2069 و\u2068Rotherham\u2069',
  'list-source.part-time-timetables.3':
    'ينتهي بعد عشر فترات حضرها الطفل دون C2. وتُقارَن أسابيع كاملة لا غياب آخر فيها، وفيها من الفترات ما في أكثر هذه الأسابيع فترات؛ وتكون الساعات في ازدياد حيث حضر الطفل في آخرها أكثر مما حضر في أولها.',
  'list-source.part-time-timetables.3.where': 'اختيارنا نحن',
  'list-source.minutes-inside.1':
    'الاستبعاد الداخلي والإخراج من الحصص والاحتجاز والتأخر عن الحصص والتغيب عنها أشكال من التعلّم الضائع.',
  'list-source.minutes-inside.1.where':
    '\u2068IPPR\u2069 و\u2068The Difference\u2069، \u2068Who is losing learning?\u2069 (2025)، كما يلخصه \u2068Whole School SEND\u2069',
  'list-source.minutes-inside.2':
    'تُحسب للفترة 180 دقيقة على الأكثر؛ وحيث سُجّل أكثر من ذلك تُملأ الأنواع بترتيب الأعمدة. وتبدأ القائمة من 180 دقيقة، أي ما يعادل فترة واحدة.',
  'list-source.minutes-inside.2.where': 'اختيارنا نحن',
  'list-source.no-session-attended.1':
    'تُبلغ المدرسة السلطة المحلية عن كل طفل في سن التعليم الإلزامي غاب دون إذن (G أو N أو O أو U) عشرة أيام دراسية متتالية.',
  'list-source.no-session-attended.1.where': 'إفادة الحضور، كما يوردها نموذج مجلس \u2068Stockport\u2069',
  'list-source.no-session-attended.2': 'تُبلغ المدرسة السلطة المحلية بخمسة عشر يومًا من المرض، متتالية أو غير متتالية.',
  'list-source.no-session-attended.2.where': 'إفادة المرض، كما توردها صفحة \u2068Hertfordshire\u2069 للمدارس',
  'list-source.no-session-attended.3':
    'تبدأ القائمة من خمسة أيام دراسية، أيًّا كانت الرموز؛ وتُعدّ الإجازة الدراسية حضورًا غير مطلوب.',
  'list-source.no-session-attended.3.where': 'اختيارنا نحن',
  'list-source.absence-crossings.1': 'الغياب المتكرر: فوات 10% أو أكثر من الفترات الممكنة للقيد نفسه.',
  'list-source.absence-crossings.2':
    'الغياب الشديد: 50% أو أكثر. والأسبوع هو آخر أسبوع انقضى لكل مدارس المنطقة؛ وليس للمقياس نفسه حد أدنى من الفترات، أما حد 20 فترة (عشرة أيام دراسية) فمنّا نحن.',
  'list-source.absence-crossings.2.where': 'اختيارنا نحن، والمقياس كما يُذكر عادةً',
  'list-source.no-full-week.1':
    'يُعدّ الأسبوع كاملًا بالنظر إلى كل فترات تقويم الطفل، في كل مدارسه؛ وتبدأ القائمة من أربعة أسابيع دراسية.',
  'list-source.no-full-week.1.where': 'اختيارنا نحن',
  'list-source.persistent-absence.1':
    'الغياب المتكرر: فوات 10% أو أكثر من الفترات الممكنة للقيد نفسه؛ ومن يُحسب، بحسب العمر ووقت الالتحاق.',
  'list-source.persistent-absence.2':
    'الغياب الشديد: 50% أو أكثر. و«منذ»: أول أسبوع صحّ ذلك عند نهايته وعند نهاية كل أسبوع بعده.',
  'list-source.persistent-absence.2.where': 'المقياس كما يُذكر عادةً، واختيارنا نحن',
  'list-source.illness-15-days.1':
    'تُبلغ المدارس السلطة المحلية عن التلاميذ الذين رمزهم I وفاتتهم، أو يُتوقع أن تفوتهم، خمسة عشر يومًا، متتالية أو غير متتالية.',
  'list-source.illness-15-days.1.where': 'إفادة المرض، كما توردها صفحة \u2068Hertfordshire\u2069 للمدارس',
  'list-source.illness-15-days.2':
    'الفترتان يوم؛ ولا تُحسب إلا سن التعليم الإلزامي. ولا ملف يقول هل أُرسلت الإفادة، فلا يُقال هنا عن شيء إن موعده فات.',
  'list-source.illness-15-days.2.where': 'اختيارنا نحن',
  'list-source.support-first.1':
    'عشر فترات عليها G أو N أو O أو U خلال عشرة أسابيع دراسية هي الحد الوطني الذي ينبغي للمدرسة عنده أن تنظر فيما يلي؛ وقد تمتد الأسابيع عبر فصول دراسية وأعوام دراسية ومدارس.',
  'list-source.support-first.1.where':
    'الإطار الوطني لإشعارات الغرامة (2024)، كما تنقله مدونة سلوك \u2068Manchester\u2069 ومدارس في \u2068Norfolk\u2069 و\u2068Sefton\u2069',
  'list-source.support-first.2': 'الدعم يسبق الإلزام، في خطوات.',
  'list-source.support-first.2.where':
    'وزارة التعليم (DfE)، \u2068Working together to improve school attendance\u2069 (أغسطس 2024)، لم يُطّلع عليه',
  'list-source.support-first.3': 'الأسبوع الدراسي أسبوع فيه فترة من تقويم الطفل نفسه لم تكن إغلاقًا مخططًا.',
  'list-source.support-first.3.where': 'اختيارنا نحن',
  'list-source.off-roll.1':
    'تتخذ السلطة المحلية ما يلزم لتعرف، بقدر ما تستطيع، أي الأطفال في سن التعليم الإلزامي في منطقتها غير مقيّدين في أي مدرسة ولا يتلقون تعليمًا مناسبًا بطريقة أخرى.',
  'list-source.off-roll.2':
    'لا تُحسب مدة لا تزيد على خمسة أيام دراسية وتنتهي بالتحاق، ولا طفل غادر إلى التعليم المنزلي (البند f) أو بموجب البند e أو j أو k أو l.',
  'list-source.off-roll.2.where': 'حساب Kith للتعلّم الضائع؛ والبنود هي بنود \u2068SI 2024/208 reg. 9(1)\u2069',
  'list-source.destination-unconfirmed.1':
    'يجوز شطب تلميذ من القيد لأنه مسجَّل في مدرسة أخرى (البند a)، أو لم يعد يأتي إلى إحدى مدرستين (البند c).',
  'list-source.destination-unconfirmed.2': 'لا يُحسب هذا الوقت في أي موضع من الحساب، فيُدرج هنا حتى يُعرف الوصول.',
  'list-source.destination-unconfirmed.2.where': 'حساب Kith للتعلّم الضائع',
  'list-source.dual-not-tiling.1':
    'الرمز D لتلميذ منتظر في المدرسة الأخرى التي تسجّل الفترة: واحد من السجلّين بالضبط يحسبها.',
  'list-source.dual-not-tiling.2': 'السجل الذي يحسب فترة يحسبها الآخر أيضًا خطأ مثل سجلّين يتركها كل منهما للآخر.',
  'list-source.dual-not-tiling.2.where': 'يترتب على معنى D',
  'list-source.suspended-after-day-five.1':
    'يُقدَّم التعليم بدوام كامل من اليوم الدراسي السادس على التوالي، سواء كان من إيقاف واحد أو من عدة.',
  'list-source.suspended-after-day-five.2': 'ترتبه المدرسة في حال الإيقاف، والسلطة المحلية بعد الفصل النهائي.',
  'list-source.suspended-after-day-five.2.where':
    '\u2068Education (Provision of Full-Time Education for Excluded Pupils) (England) Regulations 2007 (SI 2007/1870)\u2069، المذكرة الإيضاحية؛ وصفحات مجالس محلية ونقابات',
  'list-source.suspended-after-day-five.3': 'الرمز E: موقوف أو مفصول نهائيًا دون ترتيب تعليم بديل.',
  'list-source.suspended-after-day-five.4':
    'يُحسب اليوم الدراسي حيث أُوقف في أي جزء منه. ويُحسب الفصل النهائي من يومه الأول، ويستمر خارج القيد حتى يُقيَّد الطفل في مدرسة أخرى.',
  'list-source.suspended-after-day-five.4.where': 'قراءتنا نحن',
  'list-source.suspended-15-days-in-term.1':
    'يقرر مجلس إدارة المدرسة في العودة حيث يتجاوز التلميذ بسبب إيقاف 15 يومًا دراسيًا في فصل دراسي، وحيث يتجاوز 5 أيام ويعترض أحد الوالدين.',
  'list-source.suspended-15-days-in-term.1.where':
    '\u2068School Discipline (Pupil Exclusions and Reviews) (England) Regulations 2012 (SI 2012/1033), reg. 24\u2069 (للأكاديميات؛ ومثلها لسائر المدارس)',
  'list-source.suspended-15-days-in-term.2': 'بعد 15 يومًا يكون ذلك خلال 15 يومًا دراسيًا من الإشعار.',
  'list-source.suspended-15-days-in-term.3':
    'يُعدّ الإشعار من اليوم الذي بدأ فيه الإيقاف الذي تجاوز به الطفل 15 يومًا. ونصف يوم زيادةً هو أكثر من 5 أو 15. وتُجمع الأيام في كل مدارس الفصل الدراسي.',
  'list-source.suspended-15-days-in-term.3.where': 'قراءتنا نحن',
  'list-source.suspended-15-days-in-term.4': 'الإيقاف في وقت الغداء يُحسب نصف يوم.',
  'list-source.suspended-15-days-in-term.4.where': 'صفحات مجلسي \u2068Lancashire\u2069 و\u2068Ealing\u2069 عن الإيقاف',
  'list-source.suspended-45-days-in-year.1':
    'يجوز إيقاف التلميذ 45 يومًا دراسيًا على الأكثر في العام الدراسي، مجموعةً في كل المدارس.',
  'list-source.suspended-45-days-in-year.2': 'الإيقاف في وقت الغداء يُحسب نصف يوم.',
  'list-source.suspended-45-days-in-year.2.where': 'صفحات مجلسي \u2068Lancashire\u2069 و\u2068Ealing\u2069 عن الإيقاف',
  'list-source.suspended-45-days-in-year.3':
    'القريب يعني 30 يومًا: فخمسة عشر يومًا أخرى، وهي ما يجب بعده أن يجتمع مجلس إدارة المدرسة، تستنفد ما بقي.',
  'list-source.suspended-45-days-in-year.3.where': 'اختيارنا نحن',
  'list-source.returns-due.1':
    'ترسل المدرسة ما يقوله سجل القبول عن تلميذ جديد قبل نهاية اليوم الخامس بعد التحاقه؛ ولا ترسله عمن وُضع في أصغر صفوفها سنًّا ويوم بدئه أول أيام العام الدراسي، إلا إذا طُلب ذلك.',
  'list-source.returns-due.2':
    'ترسل المدرسة إفادة عند الشطب من القيد؛ وليس عن التلاميذ الذين يغادرون بعد عامهم الأخير، إلا إذا طُلب ذلك.',
  'list-source.returns-due.3': 'تفعل ذلك حالما يتحقق البند، وفي موعد لا يتأخر عن الشطب.',
  'list-source.returns-due.3.where': 'نماذج الشطب لدى مجالس محلية',
  'list-source.returns-due.4':
    'تُبلغ المدرسة السلطة المحلية عن تلميذ مريض (الرمز I) مدة 15 يومًا دراسيًا، متصلة أو غير متصلة.',
  'list-source.returns-due.4.where': 'إفادة المرض، كما توردها صفحة \u2068Derbyshire\u2069 للمدارس',
  'list-source.returns-due.5':
    'تُبلغ المدرسة السلطة المحلية، مرة عن كل حالة، عن تلميذ غاب عشرة أيام دراسية متصلة عليها G أو N أو O أو U.',
  'list-source.returns-due.5.where':
    'إفادة الحضور، كما توردها صفحتا \u2068Stockport\u2069 و\u2068Derbyshire\u2069 للمدارس',
  'list-source.returns-due.6':
    'تستحق إفادة المرض أو الحضور في اليوم الذي يوجبها، وإن كان للسلطة المحلية أن توافق على تلقيها مرة في الشهر. والسنة 11 سنة أخيرة، حتى حيث يكون للمدرسة مرحلة سادسة.',
  'list-source.returns-due.6.where': 'قراءتنا نحن',
  'list-source.registers-not-taken.1': 'يُؤخذ سجل الحضور في بداية كل فترة صباحية ومرة في كل فترة بعد الظهر.',
  'list-source.registers-not-taken.2': 'يُقال عن صف إنه بلا سجل حين لا علامة لأي من أطفاله، وهم ثلاثة أو أكثر.',
  'list-source.registers-not-taken.2.where': 'اختيارنا نحن: فالأقل قد يكونون أطفالًا فاتوا فرادى',
} as const satisfies Readonly<Record<keyof typeof english, string>>;
