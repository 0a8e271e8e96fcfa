import type { methods as english } from '../en/methods.ts';

export const methods = {
  'methods.lead':
    'المقارنة إما عادلة وإما لا تُعرض: المثيل بمثيله، مع بيان كم كان يمكن للمصادفة أن تحرك كل رقم، ومع رد من يتعلق بهم الرقم إلى جانبه.',
  'methods.rule.order':
    'لا مكان فوق مكان: فالقوائم مرتبة بالاسم، والكلمات تقول أعلى من إنجلترا أو أدنى منها أو مماثل لها.',
  'methods.rule.like':
    'لا يُقارَن إلا المثيل بمثيله: مقياس واحد، ومدة واحدة، ونوع واحد من المدارس، ومجموعة واحدة من التلاميذ. وما سوى ذلك يُرفض مع ذكر السبب.',
  'methods.rule.question':
    'الفرق سؤال وليس نتيجة. يمكن للطريقة أن تقول إن المصادفة لا تفسر رقمًا؛ ولا يمكنها أن تقول ما الذي يفسره.',
  'methods.rule.hidden': 'الرقم الذي يحجبه ناشره يبقى محجوبًا مع ذكر السبب، ولا يُعرض أبدًا على أنه 0 ولا يُستنتج من غيره.',
  'methods.rule.breaks': 'حيث يتغير معنى سلسلة أو تتغير مساحة مكان ينقطع الخط ويُذكر السبب.',
  'methods.wrong.link': 'هذه المقارنة خاطئة في شأننا: ما العمل',
  'methods.formulas':
    'في الصيغ z هي 1.959963984540054 عند 95% و3.090232306167813 عند 99.8%؛ وx بسط، وn مقام، وO المشاهَد، وE المتوقَّع. والدوال نفسها أوامر (<code>kith rates</code>، <code>funnel</code>، <code>shrink</code>، <code>dispersion</code>، <code>discoveries</code>، <code>standardise</code>)، فيمكن لأي شخص أن يعيد حساب كل رقم. والوثيقة المرفقة مع Kith، fair-comparison.md، تقول المزيد عن كلٍّ منها: متى تُستخدم، وما حدودها.',
  'methods.formula': '{count, plural, zero {الصيغ} one {الصيغة} two {الصيغتان} few {الصيغ} many {الصيغ} other {الصيغ}}',
  'methods.source': 'المصدر',
  'methods.not-for': 'لا تصلح لـ',
  'methods.used-on': 'تُستخدم في',
  'methods.wrong': 'هذه المقارنة خاطئة في شأننا',
  'methods.wrong.lead':
    'يعرف المكان أشياء لا تعرفها أرقامه. ولكل من يمثل مدرسة أو المنطقة أن يقول ذلك، ويُسمع قوله بجانب الرقم قبل أن يتصرف أحد بناءً عليه.',
  'methods.wrong.open': 'افتحوا الرقم: كل رقم يؤدي إلى الصفحة التي تقول كيف حُسب.',
  'methods.wrong.say':
    'اتبعوا الرابط الذي يسأل لماذا هذه المقارنة خاطئة في شأنكم، واختاروا ما الخطأ، وقولوا بكلماتكم ما الذي يبيّنه.',
  'methods.wrong.stands':
    'يظهر ذلك بجانب الرقم فورًا، مع من قاله ومتى: في صفحة الرقم نفسه، وحيث يُعرض في صفحات المنطقة والمدرسة والمكان والأماكن جنبًا إلى جنب وإنجلترا.',
  'methods.wrong.promise':
    'الوعد بالرد خلال {days, plural, zero {# يوم عمل} one {يوم عمل واحد} two {يومي عمل} few {# أيام عمل} many {# يوم عمل} other {# يوم عمل}}. وحتى ذلك الحين تذكر الصفحة الموعد؛ وبعده تذكر أنه تأخر.',
  'methods.wrong.reply':
    'ويظهر الرد بجانب الرقم أيضًا مع ما نتج عنه. ويبقى الاثنان، ما لم تدعُ الضرورة إلى إزالتهما: وعندها يبقى ذكر ذلك.',
  'methods.wrong.reasons': 'ما الذي قد يكون خاطئًا',
  'methods.wrong.outcomes': 'ما الذي قد ينتج عنه',
  'methods.wrong.open-list': 'بانتظار الرد: {count, number}',
  'methods.wrong.answered-list': 'رُدَّ عليها أو أُزيلت: {count, number}',
  'methods.wrong.all': 'كل الاعتراضات، وكم يُوعد بالرد خلاله',
  'methods.wrong.figure': 'الرقم',
  'methods.wrong.what': 'ما الخطأ',
  'methods.wrong.by': 'قاله',
  'methods.wrong.replied': 'الرد',
  'methods.intervals.name': 'فترات الثقة',
  'methods.intervals.says':
    'كم كان يمكن للمصادفة وحدها أن تحرك رقمًا عما يكون للمكان على المدى الطويل. وفترة المكان الصغير واسعة: فطفل واحد زيادةً أو نقصًا يحرك معدله كثيرًا. ولنسب الأشخاص فترة ويلسون. أما الأحداث كحالات الإيقاف فلا فترة لها هنا: فقد يكون للطفل الواحد عدة حالات، فتأتي متجمعة وتكون الفترة الدقيقة لعددها أضيق مما ينبغي.',
  'methods.intervals.formula-1': '(p + z²/2n ± z √(p(1 − p)/n + z²/4n²)) / (1 + z²/n)',
  'methods.intervals.formula-2': 'χ²(α/2; 2O)/2 to χ²(1 − α/2; 2O + 2)/2; the lower is 0 where O is',
  'methods.intervals.formula-3':
    'twice the smaller exact tail, at most 1: below 0.05 exactly where the exact interval leaves E out',
  'methods.intervals.source-1': 'E. B. Wilson, JASA 22 (1927)',
  'methods.intervals.source-2': 'F. Garwood, Biometrika 28 (1936)',
  'methods.intervals.not-for':
    'التفريق بين مكانين: فقد تتداخل فترتان وإن اختلف المكانان. ولا فترة هنا للفترات الدراسية، لأن فترات التلميذ الواحد يتبع بعضها بعضًا.',
  'methods.intervals.used-on': 'ملفات الأماكن والمقارنات',
  'methods.many-comparisons.name': 'المقارنات الكثيرة',
  'methods.many-comparisons.says':
    'أي الفروق يبرز حين يُنظر في فروق كثيرة. فمن بين مئة مكان لا تختلف أصلًا تبدو خمسة مختلفة عند 95% بالمصادفة. ولذلك تُقرأ أرقام الصفحة كلها معًا، ومما يُسمى أعلى أو أدنى عند 95% يُتوقع أن يكون بالمصادفة 1 من كل 20 على الأكثر، وعند 99.8% يكون 2 من كل 1,000.',
  'methods.many-comparisons.formula-1': 'The q value of the i-th smallest p is the least p⟨j⟩ m / j over j ≥ i.',
  'methods.many-comparisons.source-1': 'Y. Benjamini and Y. Hochberg, JRSS B 57, 1995',
  'methods.many-comparisons.not-for':
    'مقارنة واحدة تقررت سلفًا. فهي تحدّ نسبة الأخطاء، لا احتمال أن يكون كل مكان خطأً منها.',
  'methods.many-comparisons.used-on': 'ملفات الأماكن والمقارنات',
  'methods.funnel.name': 'المخطط القمعي',
  'methods.funnel.says':
    'أي الأماكن يقع خارج ما تترك المصادفة فيه مكانًا بحجمه حول المعدل المشترك. وحيث تختلف الأماكن عمومًا بأكثر من المصادفة تُوسَّع الحدود بقدر ذلك الاختلاف، كي لا يُؤاخَذ مكان كبير على كبره.',
  'methods.funnel.formula-1': 'a = (F(r) − p) / (F(r) − F(r − 1)), the limit is (r − a) / n',
  'methods.funnel.formula-2': 'τ² = (Iφ − (I − 1)) / (Σw − Σw²/Σw), w = 1/s², not below 0',
  'methods.funnel.source-1': 'D. J. Spiegelhalter, Statistics in Medicine 24, 2005, A.1.1',
  'methods.funnel.not-for': 'ترتيب الأماكن. فداخل الحدود لا شيء يُقال، وحيث يسوء حال الجميع لا يبرز أحد.',
  'methods.funnel.used-on': 'المقارنات',
  'methods.shrinkage.name': 'التقريب إلى المتوسط',
  'methods.shrinkage.says': 'تخمين لمستوى المكان الصغير نفسه، يُقرَّب إلى المتوسط المشترك أكثر كلما قلّ ما لديه من أعداد.',
  'methods.shrinkage.formula-1': 'm + w (r − m), w = A / (A + m/n), A = max(0, s² − m/n̄)',
  'methods.shrinkage.source-1': 'R. J. Marshall, Applied Statistics 40, 1991, global',
  'methods.shrinkage.not-for': 'مساءلة مكان: فالرقم المقرَّب هو في جزء منه رقم غيره.',
  'methods.shrinkage.used-on': 'إلى أي حد تختلف السلطات المحلية (الأعشار)',
  'methods.dispersion.name': 'التشتت',
  'methods.dispersion.says':
    'ما حجم تفاوت الحظوظ بحسب مكان السكن: أي بُعد الأماكن عن المعدل المشترك مربَّعًا بعد استبعاد المصادفة. والقيمة 0 تعني لا أكثر من المصادفة. وإلى جانبه المعدل الذي يعلوه عُشر الأماكن مقسومًا على المعدل الذي يقع دونه عُشرها، وما تفسره المصادفة من التباعد (m/n̄ على A + m/n̄، كما في التقريب إلى المتوسط).',
  'methods.dispersion.formula-1': 'SCV = (Σ((O − E)/E)² − Σ 1/E) / k',
  'methods.dispersion.source-1': 'K. McPherson and others, NEJM 307, 1982',
  'methods.dispersion.source-2': 'P. Diehr and others, 1990',
  'methods.dispersion.source-3': 'Efron, 1979',
  'methods.dispersion.not-for':
    'تسمية أماكن أو القول لماذا تختلف. وفيما يحدث لنحو نصف الجميع يستبعد على أنه مصادفة أكثر قليلًا مما ينبغي.',
  'methods.dispersion.used-on': 'إلى أي حد تختلف السلطات المحلية',
  'methods.two-groups.name': 'مجموعتان',
  'methods.two-groups.says':
    'كم ضعفًا، وكم زيادةً في كل مئة، يحدث الشيء في مجموعة من التلاميذ مقارنةً بكل من سواهم في المكان. والمجموعات داخل المجموعات معدودة لا مضروبة.',
  'methods.two-groups.formula-1': 'exp(ln ratio ± z √(1/a − 1/n + 1/b − 1/m))',
  'methods.two-groups.formula-2': 'exp(ln ratio ± z √(1/a + 1/b))',
  'methods.two-groups.source-1': 'D. Katz and others, Biometrics 34, 1978',
  'methods.two-groups.source-2': 'R. G. Newcombe, Statistics in Medicine 17, 1998',
  'methods.two-groups.source-3': 'Rothman and Greenland, 1998',
  'methods.two-groups.source-4': 'A. Donner and G. Y. Zou, 2012',
  'methods.two-groups.not-for': 'مجموعة بلا حالة: فعندها لا تقول النسبة شيئًا، ويقوله الفرق. ولا للقول لماذا.',
  'methods.two-groups.used-on': 'مجموعات التلاميذ',
  'methods.observed-and-expected.name': 'المشاهَد والمتوقَّع',
  'methods.observed-and-expected.says':
    'ما كان يكون للمكان لو كان لكل جزء منه (المرحلة والصف والجنس والحاجة) معدلُ كل الأماكن معًا. ولا تأتي أرقام الأماكن المنشورة في أجزاء كهذه، فلا تستخدمه هذه الصفحات؛ ويستخدمه الأمر `kith standardise` بصفوف المكان نفسه.',
  'methods.observed-and-expected.formula-1': 'E = Σ nₖ rₖ',
  'methods.observed-and-expected.source-1': 'Breslow and Day, “Statistical methods in cancer research” II, 1987',
  'methods.observed-and-expected.not-for': 'مقارنة نسبتين كهاتين إحداهما بالأخرى، أو إعفاء المكان مما يقرره بنفسه.',
  'methods.observed-and-expected.used-on': 'الأوامر',
} as const satisfies Readonly<Record<keyof typeof english, string>>;
