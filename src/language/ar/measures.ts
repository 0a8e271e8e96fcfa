import type { measures as english } from '../en/measures.ts';

export const measures = {
  'measures.children.title': 'الأطفال',
  'measures.children.definition': 'أطفال مختلفون لكل منهم فترة واحدة على الأقل في الحساب.',
  'measures.calendar.title': 'الفترات في التقويم',
  'measures.calendar.definition':
    'جميع فترات (أنصاف أيام) تقاويم الأطفال: كل فترة في حالة واحدة فقط من عشر حالات، ومجموع الحالات يساوي هذا العدد.',
  'measures.possible.title': 'الفترات الممكنة',
  'measures.possible.definition':
    'الفترات التي كان بإمكان الطفل حضورها: حضور، وإيقاف، وغياب دون إذن، وجدول جزئي، وغياب بإذن.',
  'measures.lost_headline.title': 'ضائع بسبب الإيقاف والغياب دون إذن',
  'measures.lost_headline.definition':
    'فترات الإيقاف أو الغياب دون إذن: الرقم الرئيسي الذي يمكن مقارنته بتقرير «Who is losing learning?».',
  'measures.lost_absence.title': 'ضائع بسبب كل الغياب',
  'measures.lost_absence.definition': 'الرقم الرئيسي، مع الغياب بإذن والجداول الدراسية الجزئية.',
  'measures.lost_extended.title': 'كل التعلّم الضائع',
  'measures.lost_extended.definition':
    'كل الغياب، وما لا يظهر في أي رقم للغياب: عدم توفير وسيلة الوصول، والفترات التي لم تسجلها أي من المدرستين، والمدد التي لم يكن فيها مقيّدًا في أي مدرسة.',
  'measures.minutes_lost.title': 'دقائق ضائعة ضمن فترات حضرها',
  'measures.minutes_lost.definition':
    'دقائق التأخر ودقائق خارج الحصص، في الفترات التي حضرها الطفل؛ 180 على الأكثر لكل فترة.',
  'measures.absence_rate.title': 'نسبة الفترات الممكنة الضائعة بسبب الغياب',
  'measures.absence_rate.definition':
    'فترات الإيقاف أو الغياب دون إذن أو الجدول الجزئي أو الغياب بإذن، من الفترات الممكنة، لجميع الأطفال في الحساب.',
  'measures.overall_percent.title': 'الغياب الإجمالي',
  'measures.overall_percent.definition':
    'الغياب بإذن ودون إذن من الفترات الممكنة، حسب القيد، كما تنشره وزارة التعليم (DfE).',
  'measures.authorised_percent.title': 'الغياب بإذن',
  'measures.authorised_percent.definition':
    'الغياب بإذن (ومنه الإيقاف والجداول الجزئية) من الفترات الممكنة، حسب القيد.',
  'measures.unauthorised_percent.title': 'الغياب دون إذن',
  'measures.unauthorised_percent.definition': 'الرموز G وN وO وU من الفترات الممكنة، حسب القيد.',
  'measures.persistent_percent.title': 'الغياب المتكرر',
  'measures.persistent_percent.definition':
    'حالات القيد التي فاتها 10% أو أكثر من فتراتها الممكنة، من مجموع حالات القيد.',
  'measures.severe_percent.title': 'الغياب الشديد',
  'measures.severe_percent.definition': 'حالات القيد التي فاتها 50% أو أكثر من فتراتها الممكنة، من مجموع حالات القيد.',
  'measures.full_week_percent.title': 'أسابيع كاملة',
  'measures.full_week_percent.definition':
    'أسابيع الأطفال الدراسية التي حضر فيها الطفل كل فترة احتُسبت له، عشرًا من عشر أو كل ما كان في أسبوع قصير، من أسابيعهم الدراسية المنتهية.',
  'measures.suspension_rate.title': 'معدل الإيقاف',
  'measures.suspension_rate.definition':
    'حالات الإيقاف التي بدأت خلال العام، لكل 100 تلميذ مقيّد قيدًا وحيدًا أو رئيسيًا في يوم التعداد في يناير.',
  'measures.permanent_exclusion_rate.title': 'معدل الفصل النهائي',
  'measures.permanent_exclusion_rate.definition':
    'حالات الفصل النهائي التي بدأت خلال العام، لكل 100 تلميذ مقيّد قيدًا وحيدًا أو رئيسيًا في يوم التعداد في يناير.',
} as const satisfies Readonly<Record<keyof typeof english, string>>;
