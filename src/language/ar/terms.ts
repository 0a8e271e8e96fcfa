import type { terms as english } from '../en/terms.ts';

export const terms = {
  'terms.text.found':
    'للعام الدراسي ستة أنصاف فصول. يستخرجها Kith من أيام المدارس نفسها: تقع بين الاستراحات الخمس التي تغلق فيها معظم المدارس. إذا كانت تواريخ منطقتك غير المذكورة هنا فحدّدها.',
  'terms.text.use':
    'تحدد هذه التواريخ أي الأسابيع يُقابَل بعضها ببعض، وما يُعدّ فصلًا دراسيًا. ولا تغيّر المقاييس المنشورة التي يبدأ نصف فصلها السادس في 1 يونيو.',
  'terms.waiting.set': 'حُدّدت هذه التواريخ. ويجري حساب الأرقام من جديد بها.',
  'terms.waiting.reset': 'أُلغيت تواريخ المنطقة. ويجري استخراج التواريخ من أيام المدارس: التواريخ أدناه هي السابقة.',
  'terms.caption': 'أنصاف الفصول في {year}',
  'terms.half': 'نصف الفصل',
  'terms.term': 'الفصل الدراسي',
  'terms.first': 'أول يوم',
  'terms.last': 'آخر يوم',
  'terms.from': 'المصدر',
  'terms.from.set': 'حدّدته المنطقة',
  'terms.from.found': 'مستخرج من أيام المدارس',
  'terms.from.usual': 'تاريخ معتاد: أيام المدارس لا تدل عليه',
  'terms.wider': 'تفتح إحدى المدارس خارج تواريخ {half}: تُحتسب أيامها من {from} إلى {to} ضمنه.',
  'terms.change': 'تغيير هذه التواريخ<hidden> لعام {year}</hidden>',
  'terms.set': 'تحديد تواريخ منطقتك<hidden> لعام {year}</hidden>',
  'terms.go-back': 'العودة إلى التواريخ المستخرجة لعام {year}',
  'terms.told.set': 'حُدّدت مواعيد الفصول. ويجري حساب الأرقام من جديد.',
  'terms.told.reset': 'عادت التواريخ إلى المستخرجة من أيام المدارس. ويجري حساب الأرقام من جديد.',
  'terms.one': 'مواعيد فصول {year}',
  'terms.one.text': 'أدخل أول يوم وآخر يوم يحضر فيه التلاميذ من كل نصف فصل. وتُحسب الأرقام من جديد بما تحدده.',
  'terms.one.set': 'تحديد هذه التواريخ',
  'terms.one.leave': 'تركها كما هي',
  'terms.fault.no-first': 'أدخل أول يوم من {half}، مثل {date}.',
  'terms.fault.no-last': 'أدخل آخر يوم من {half}، مثل {date}.',
  'terms.fault.outside-year': 'أدخل يومًا من عام {year}: من {from} إلى {to}.',
  'terms.fault.backwards': 'أدخل آخر يوم من {half} بحيث لا يسبق أول يوم منه.',
  'terms.fault.same-week':
    'يجب أن يبدأ {half} في أسبوع بعد الأسبوع الذي ينتهي فيه نصف الفصل السابق ({date}): الأسبوع الواحد في نصف فصل واحد.',
} as const satisfies Readonly<Record<keyof typeof english, string>>;
