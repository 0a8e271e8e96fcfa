import type { dataGoals as english } from '../en/data-goals.ts';

export const dataGoals = {
  'data-goals.reason.wrong-data.hint': 'شيء سُجّل أو عُدّ خطأً، أو هو ناقص',
  'data-goals.reason.unlike-schools.hint': 'تلاميذنا أو حجمنا أو نوع مدرستنا ليس كالتي تُعرض إلى جانبنا',
  'data-goals.reason.wrong-period.hint': 'الرقمان ليسا عن المدة نفسها',
  'data-goals.reason.missing-context.hint': 'فيضان، أو دمج، أو وحدة جديدة لأطفال يحتاجونها',
  'data-goals.reason.other.hint': 'اذكر ما هو',
  'data-goals.out.names-a-child': 'ذكرت اسم طفل، أو شيئًا يمكن أن يُعرف به',
  'data-goals.out.names-a-person': 'قالت عن شخص آخر ما لا يجوز أن يبقى',
  'data-goals.out.ordered': 'أمرت بذلك محكمة أو مفوض المعلومات (Information Commissioner)',
  'data-goals.out.other': 'سبب آخر',
  'data-goals.out.words': 'كلمات محذوفة',
  'data-goals.ending.reached': 'تحقق الهدف',
  'data-goals.ending.given-up': 'جرى التخلي عن الهدف',
  'data-goals.assumes.pace':
    'يستمر الرقم في التغير بالمقدار نفسه كل سنة كما كان منذ 2021/22. وتُستثنى الأعوام الأسبق: أُغلقت المدارس أمام معظم التلاميذ في جزء من 2019/20 و2020/21، وخط يعبر تلك الفجوة يصل ما لم يكن حركة واحدة.',
  'data-goals.assumes.chance':
    'يقع كل عام حول ذلك الخط بالمصادفة، مستقلًا عن غيره. والفترة هي حيث يقع عام جديد 95 مرة من 100، لو صح ذلك.',
  'data-goals.assumes.plans': 'لا يُعرف شيء عما يعتزم المكان فعله. والخطة الناجحة تظهر وتيرةً متغيرة، بعد سنوات فقط.',
  'data-goals.assumes.codes':
    'تغيّرت رموز الحضور في أغسطس 2024. وحيث نقل تغيّر الرمز فترات إلى الرقم أو منه، ففي الوتيرة ذلك أيضًا.',
  'data-goals.because.off-roll':
    'الطفل غير المقيّد في أي مدرسة ليس في أي رقم للغياب: ينخفض الغياب عندما يغادر الأكثر غيابًا.',
  'data-goals.because.part-time': 'الجدول الدراسي الجزئي يجعل فترات أقل من أسبوع الطفل أسبوعًا كاملًا، بالاتفاق.',
  'data-goals.because.not-required': 'الفترات المعلَّمة بأن حضورها غير مطلوب خارج الحساب كله: ينخفض الغياب عندما تزيد.',
  'data-goals.because.unmarked': 'السجل الذي لم يُسجَّل فيه الحضور لا يُظهر غيابًا.',
  'data-goals.because.suspended': 'وقت خارج المدرسة بسبب الإيقاف: لا مكسب في حالات إيقاف أقل إذا كان كل منها أطول.',
  'data-goals.because.unauthorised': 'الطفل الذي يُرسل إلى البيت دون أن يُسجَّل ذلك إيقافًا غائبٌ على أي حال.',
  'data-goals.because.suspensions': 'حيث يُفصل نهائيًا عدد أقل من الأطفال، قد يُوقف عدد أكبر مرة بعد مرة.',
  'data-goals.because.exclusions': 'حيث يُوقف عدد أقل من الأطفال، قد يُفصل عدد أكبر نهائيًا.',
  'data-goals.because.severe': 'قد يتحسن المتوسط بينما يفوت الأكثرَ غيابًا المزيد.',
  'data-goals.because.overall': 'لا مكسب في أطفال أقل فوق حدٍّ ما إذا كان يفوتهم جميعًا المزيد.',
  'data-goals.floor.authorised': 'ينخفض عندما يُسجَّل الغياب نفسه غيابًا بإذن. اختر الغياب الإجمالي بدلًا منه.',
  'data-goals.floor.another-code': 'ينخفض عندما يُعطى الغياب نفسه رمزًا آخر. اختر الغياب الإجمالي بدلًا منه.',
  'data-goals.floor.illness': 'الطفل المريض لا ينبغي أن يأتي. كما ينخفض عندما يُعطى الغياب نفسه رمزًا آخر.',
  'data-goals.floor.appointment': 'المواعيد جزء من الرعاية، وينخفض عندما يُعطى الغياب نفسه رمزًا آخر.',
  'data-goals.floor.suspended':
    'ينخفض عندما يُرسل الأطفال إلى البيت دون تسجيل ذلك. اختر حالات الإيقاف، فهي تُعرض مع ما قد تتحول إليه.',
  'data-goals.floor.part-time':
    'ينخفض عندما تُسجَّل الجداول الدراسية الجزئية برمز آخر. وهو يُعرض إلى جانب أهداف الغياب بدلًا من ذلك.',
  'data-goals.floor.late': 'ينخفض عندما تبقى السجلات مفتوحة مدة أطول.',
  'data-goals.floor.no-reason': 'ينخفض عندما يُدخل أي سبب، صحيحًا كان أو خطأ.',
  'data-goals.compared.persistent': 'الغياب المتكرر',
  'data-goals.compared.severe': 'الغياب الشديد',
  'data-goals.compared.suspended': 'التلاميذ الموقوفون',
  'data-goals.compared.persistent.cases': 'متكررو الغياب',
  'data-goals.compared.severe.cases': 'شديدو الغياب',
  'data-goals.compared.suspended.cases': 'أُوقفوا مرة واحدة على الأقل',
  'data-goals.compared.enrolments': 'حالة قيد',
  'data-goals.compared.census': 'تلميذ مقيّد في يوم التعداد',
  'data-goals.compared.persistent.definition':
    'التلاميذ الذين فاتهم عُشر فتراتهم الممكنة أو أكثر، كما تحتسبهم وزارة التعليم (DfE).',
  'data-goals.compared.severe.definition':
    'التلاميذ الذين فاتهم نصف فتراتهم الممكنة أو أكثر، كما تحتسبهم وزارة التعليم (DfE).',
  'data-goals.compared.suspended.definition':
    'التلاميذ المقيّدون في يوم التعداد في يناير الذين أوقفتهم المدرسة مرة واحدة على الأقل خلال العام. يُعدّ التلميذ مرة واحدة مهما تكرر إيقافه.',
  'data-goals.trend.too-few': 'النقاط أقل من 3، فلا يمكن تمييز وتيرة من المصادفة.',
  'data-goals.trend.one-time': 'كل النقاط من وقت واحد، فلا وتيرة.',
} as const satisfies Readonly<Record<keyof typeof english, string>>;
