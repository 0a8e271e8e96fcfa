import type { supportStep as english } from '../en/support-step.ts';

export const supportStep = {
  'support-step.expect.title': 'ما نأمله',
  'support-step.expect.asks': 'أخبر الأسر بالحضور المأمول وبسببه، واجعل المدرسة مكانًا يريد الطفل أن يكون فيه.',
  'support-step.monitor.title': 'المتابعة',
  'support-step.monitor.asks': 'انظر في سجل الحضور مبكرًا وكثيرًا، حتى يُرى النمط قبل أن يترسخ.',
  'support-step.listen.title': 'الاستماع والفهم',
  'support-step.listen.asks': 'اسأل الطفل والأسرة عما يعترض الطريق، في المدرسة أو في البيت أو بينهما.',
  'support-step.facilitate.title': 'تيسير الدعم',
  'support-step.facilitate.asks': 'أزل ما يعترض الطريق حيث تستطيع المدرسة، وحيث لا تستطيع فأشرك الخدمات التي تستطيع.',
  'support-step.formalise.title': 'توثيق الدعم',
  'support-step.formalise.asks': 'حيث لم يُقبَل الدعم، اتفقوا عليه كتابةً: خطة أو عقد فيه ما يفعله كل طرف، وإلى متى.',
  'support-step.enforce.title': 'الإلزام',
  'support-step.enforce.asks': 'فكّر في القانون فقط حين يكون كل هذا قد جُرّب، أو حين لا يفيد.',
  'support-step.source':
    'ما يُطلب من المدارس والصناديق التعليمية والسلطات المحلية، بهذا الترتيب؛ ولا يُلجأ إلى القانون إلا حيث لم يُقبَل الدعم أو لم يكن هو الحل الصحيح.',
  'support-step.source.where':
    'وزارة التعليم (DfE)، \u2068Working together to improve school attendance\u2069 (أغسطس 2024)، لم يُطّلع عليه',
} as const satisfies Readonly<Record<keyof typeof english, string>>;
