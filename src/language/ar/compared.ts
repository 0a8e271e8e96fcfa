import type { compared as english } from '../en/compared.ts';

export const compared = {
  'compared.title': 'المدارس وما يُتوقع منها',
  'compared.nothing': 'لا شيء يُقارن',
  'compared.no-school': 'لم تصل أي مدرسة بعد.',
  'compared.no-such': 'لا توجد في هذه المنطقة مدرسة بهذا الرقم (URN).',
  'compared.none':
    'بعد مراعاة تلاميذها، لا مدرسة من {phase} (عددها {count, number}) لديها تلاميذ {cases} أكثر أو أقل مما تفسره المصادفة والفروق المعتادة بين المدارس.',
  'compared.both':
    'من {phase} (عددها {count, number}) لدى {more, plural, zero {# مدرسة} one {مدرسة واحدة} two {مدرستين} few {# مدارس} many {# مدرسة} other {# مدرسة}} تلاميذ {cases} أكثر، ولدى {fewer, plural, zero {# مدرسة} one {مدرسة واحدة} two {مدرستين} few {# مدارس} many {# مدرسة} other {# مدرسة}} أقل مما يُتوقع بالنظر إلى تلاميذها، بأكثر مما تفسره المصادفة والفروق المعتادة بين المدارس.',
  'compared.more':
    'من {phase} (عددها {count, number}) لدى {more, plural, zero {# مدرسة} one {مدرسة واحدة} two {مدرستين} few {# مدارس} many {# مدرسة} other {# مدرسة}} تلاميذ {cases} أكثر مما يُتوقع بالنظر إلى تلاميذها، بأكثر مما تفسره المصادفة والفروق المعتادة بين المدارس.',
  'compared.fewer':
    'من {phase} (عددها {count, number}) لدى {fewer, plural, zero {# مدرسة} one {مدرسة واحدة} two {مدرستين} few {# مدارس} many {# مدرسة} other {# مدرسة}} تلاميذ {cases} أقل مما يُتوقع بالنظر إلى تلاميذها، بأكثر مما تفسره المصادفة والفروق المعتادة بين المدارس.',
  'compared.text':
    '{definition} {year}، حتى {date}. المدارس مرتبة بالاسم. ليس هذا ترتيبًا للمدارس ولا يجوز أن يُجعل ترتيبًا: مقياس كل مدرسة هو تلاميذها.',
  'compared.cannot': 'لا يمكن مقارنة هذه المدارس. {reason}',
  'compared.download': 'تنزيل هذا الجدول (CSV)',
  'compared.wrong': '{link}. وللتحدث باسم مدرسة واحدة، افتح المدرسة أعلاه.',
  'compared.what': 'ما الذي يُقارن',
  'compared.phase': 'نوع المدرسة',
  'compared.show': 'عرض',
  'compared.caption': '{measure}، {phase}، بالاسم',
  'compared.school': 'المدرسة',
  'compared.school.link': '{school}<hidden>: كيف يُراعى تلاميذها</hidden>',
  'compared.reading': 'القراءة',
  'compared.reading.more': 'أكثر من المتوقع',
  'compared.reading.fewer': 'أقل من المتوقع',
  'compared.reading.as-expected': 'كما هو متوقع',
  'compared.reading.cannot-say': 'لا يمكن الجزم',
  'compared.pupils': 'التلاميذ',
  'compared.expected': 'المتوقع',
  'compared.share': 'النسبة (فترة الثقة 95%)',
  'compared.times': 'مضاعفات المتوقع (فترة الثقة 95%)',
  'compared.interval': '{value} (من {low} إلى {high})',
  'compared.no-pupils': 'لا تلاميذ للعدّ',
  'compared.left-out': 'مستثناة: {share} من فتراتها بلا علامة',
  'compared.how': 'كيف يُقرأ هذا',
  'compared.how.expected':
    '<strong>المتوقع</strong> هو ما كان سيكون لدى المدرسة لو فعل تلاميذها، بحسب السنة الدراسية والجنس واستحقاق الوجبات المجانية والاحتياجات التعليمية الخاصة، ما يفعله أمثالهم في كل هذه المدارس معًا. وما لا تقوله هذه الأربعة لا يُراعى.',
  'compared.how.times':
    '<strong>مضاعفات المتوقع</strong> هي رقم المدرسة مقسومًا على المتوقع. لا تُقارن مدرستان إحداهما بالأخرى، بل تُقارن كل منهما بالعدد 1: مقياس كل مدرسة هو تلاميذها.',
  'compared.how.reading':
    '<strong>القراءة</strong> تقول “كما هو متوقع” حيث تفسر المصادفة والفروق المعتادة بين المدارس ما يُرى: لا يعني ذلك أنه لا فرق، بل أنه لا يمكن تمييزه. وهي تنظر إلى كل المدارس معًا (عددها {schools})، بحيث يُتوقع أن تكون المصادفة وراء {percent}% على الأكثر مما يُسمى مختلفًا.',
  'compared.how.spread':
    'تختلف المدارس بعضها عن بعض بنحو {spread} من مضاعفات المتوقع لأسباب غير معروفة هنا؛ ولا يُسمى مختلفًا إلا ما تجاوز ذلك.',
  'compared.one.title': '{school}: {measure} وتلاميذها',
  'compared.one.not-compared': 'لا تُقارن. {reason}',
  'compared.one.text': '{definition} {year}، حتى {date}. <link>كيف حُسب لديها: {measure}؟</link>',
  'compared.one.text-alone': '{definition} {year}، حتى {date}.',
  'compared.one.show': 'عرض: {measures}',
  'compared.one.factors': 'ما يُراعى، عاملًا عاملًا',
  'compared.one.factors.text':
    'يُتوقع من كل تلميذ ما يفعله من يماثله في العوامل الأربعة جميعها في كل هذه المدارس معًا. تعرض الجداول عاملًا واحدًا في كل مرة؛ أما الأعداد المتوقعة فمن الأربعة معًا.',
  'compared.one.all': 'كل {phase}، وكيف يُقرأ هذا',
  'compared.one.none-counted': 'ليس لدى {school} تلاميذ للعدّ في {year}.',
  'compared.one.no-mark': 'لا تُقارن {school}: {share} من فتراتها في {year} بلا علامة، فليس عامها كأعوام غيرها.',
  'compared.one.own':
    '{share} من المتوقع يأتي من مجموعات تلاميذ لدى هذه المدرسة وحدها أكثر من نصفهم. هناك تكون هي مقياس نفسها، ويظهر الفرق أقل مما هو.',
  'compared.one.had': 'لدى {school} {cases} من {pupils} {pupilsWords} {casesWords} ({share}).',
  'compared.one.had-alone': 'لدى {school} {cases} من {pupils} {pupilsWords} {casesWords}.',
  'compared.one.nothing': 'لا شيء يُقارن به ذلك.',
  'compared.one.like': 'تلاميذ مثل تلاميذها، في كل هذه المدارس معًا، كانوا سيبلغون نحو {expected} ({share}).',
  'compared.verdict.more':
    'الفرق أكبر مما تفسره المصادفة والفروق المعتادة بين المدارس. إنه سؤال يُطرح مع المدرسة، وليس جوابًا.',
  'compared.verdict.fewer':
    'الفرق أكبر مما تفسره المصادفة والفروق المعتادة بين المدارس. اسأل عما تفعله المدرسة، وهل تحكي سجلاتها وقيدها القصة كاملة.',
  'compared.verdict.as-expected': 'فرق بهذا الحجم ينشأ عن المصادفة والفروق المعتادة بين المدارس.',
  'compared.factor.year_group': 'السنة الدراسية',
  'compared.factor.sex': 'الجنس',
  'compared.factor.fsm': 'الوجبات المدرسية المجانية',
  'compared.factor.sen': 'الاحتياجات التعليمية الخاصة',
  'compared.its-pupils': 'تلاميذها',
  'compared.with-share': '{pupils} ({share})',
  'compared.all': 'كل {phase}',
  'compared.at-all': '{measure} فيها كلها',
  'compared.expected-here': 'المتوقع هنا',
  'compared.here': 'هنا',
  'compared.funnel': '{measure} بحسب عدد التلاميذ، {phase}',
  'compared.funnel.things': 'المدارس',
  'compared.funnel.together': 'كل هذه المدارس معًا',
  'compared.funnel.heading': 'قبل مراعاة تلاميذها',
  'compared.funnel.source':
    'كل نقطة نسبة مدرسة. نسبة المدرسة الصغيرة تتحرك بالمصادفة أكثر، ولذلك تتسع الحدود إلى اليسار. ويعرض الجدول ما يبقى بعد مراعاة التلاميذ.',
  'compared.census': 'التلاميذ هم المقيّدون في يوم التعداد، {day}، والسجلات هنا تنتهي قبله.',
  'compared.too-few':
    'عدد المدارس من هذا النوع التي لديها تلاميذ للعدّ {count}. وإذا كانت أقل من {fewest} فإن كلًّا منها ستُقارن غالبًا بنفسها.',
  'compared.no-case': 'لم يكن أي تلميذ في هذه المدارس {cases}.',
} as const satisfies Readonly<Record<keyof typeof english, string>>;
