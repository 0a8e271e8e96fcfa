import type { national as english } from '../en/national.ts';

export const national = {
  'national.title': 'الصورة الحقيقية لإنجلترا',
  'national.lead': 'ما نشرته وزارة التعليم (DfE) عن الوقت الضائع من المدرسة، ومن أين جاء كل رقم.',
  'national.not-area':
    'لا شيء في هذه الصفحة عن أطفال {area}. والأماكن مرتبة بالاسم: فموضع المكان في القائمة لا يقول شيئًا عن جودة مدارسه.',
  'national.measure': 'مقياس واحد، مكانًا مكانًا',
  'national.guide': 'ما يقوله الدليل، بعد التحقق',
  'national.lost-days': 'أيام التعلّم الضائعة في إنجلترا',
  'national.more':
    '<statistics>كل الإحصاءات المنشورة بحسب الموضوع</statistics>: الاحتياجات التعليمية الخاصة والخطط والصحة والحرمان وغيرها، بحسب المكان ومجموعة التلاميذ. <places>الأماكن جنبًا إلى جنب</places>: ملف لكل سلطة محلية وإقليم، وخرائط، وما إذا كان الفرق أكثر من المصادفة.',
  'national.latest': 'إنجلترا، أحدث الأعوام الدراسية الكاملة',
  'national.headline': '{measure}: {period}',
  'national.per-100': 'لكل 100 تلميذ. {period}',
  'national.choose.authorities': 'السلطات المحلية في',
  'national.years': 'إنجلترا عبر السنوات',
  'national.years.title': '{measure} في إنجلترا بحسب العام الدراسي',
  'national.years.in': '{measure} في إنجلترا',
  'national.years.source': 'أُغلقت المدارس أمام معظم التلاميذ في جزء من 2019/20 و2020/21، فليست تلك السنوات كغيرها.',
  'national.years.year': 'العام الدراسي',
  'national.years.closed': 'أُغلقت المدارس أمام معظم التلاميذ في جزء منه',
  'national.regions.source': 'المربع: إنجلترا. المثلث: إقليم. مرتبة بالاسم.',
  'national.regions.in': '{measure}، إنجلترا والأقاليم',
  'national.authorities': 'السلطات المحلية: {measure}، {period}',
  'national.authorities-in': 'السلطات المحلية في {region}: {measure}، {period}',
  'national.authorities.none': 'ليس لدى Kith لهذا المقياس وهذه المدة أرقام للسلطات المحلية عن كل مدارسها معًا.',
  'national.symbol': 'غير منشور: <mark>{symbol}</mark> تعني: {reason}',
  'national.symbol.empty': 'الخلية الفارغة',
  'national.no-england':
    'ليس لمقياس “{measure}” رقم لإنجلترا ولكل التلاميذ معًا. ابحثوا عنه في الإحصاءات المنشورة بحسب المكان.',
  'national.no-period': 'ليس لدى Kith أرقام لمقياس “{measure}” في المدة التي طلبتموها. هذه أحدث الأرقام.',
  'national.guide.lead':
    'يعطي دليل “Ambitious about Inclusion” (منظمة The Difference، 2026) أرقامًا لإنجلترا ولأماكن فيها. ويعيد Kith حساب أرقامه وعباراته (عددها {count, number}) مما نشرته وزارة التعليم (DfE)، ويقول عن كلٍّ منها هل تتفق معه.',
  'national.guide.link': 'الدليل بعد التحقق',
  'national.lost.lead':
    'تقدير وليس عدًّا. يجمع الشيئين نفسيهما كما في تقرير “Who is losing learning?” (معهد IPPR ومنظمة The Difference): الغياب الذي لم توافق عليه المدارس، والإيقاف.',
  'national.lost.label': 'الأيام الضائعة، {year}',
  'national.lost.of': '{absence} يوم من الغياب غير المأذون به و{suspension} يوم من الإيقاف (الرمز E)',
  'national.lost.millions': '{count} مليون',
  'national.lost.assumes': 'ما يفترضه',
  'national.lost.steps': 'كيف حُسب، خطوة خطوة',
  'national.lost.other': 'وإذا حُسب بطريقة أخرى، من عدد حالات الإيقاف ومدتها، بلغ {days} يوم.',
  'national.lost.other-steps': 'الطريقة الأخرى',
  'national.lost.number.percent': '{number}%',
  'national.lost.number.days': 'الأيام: {number}',
  'national.lost.number.suspensions': 'حالات الإيقاف: {number}',
} as const satisfies Readonly<Record<keyof typeof english, string>>;
