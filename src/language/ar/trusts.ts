import type { trusts as english } from '../en/trusts.ts';

export const trusts = {
  'trusts.title': 'اتحادات المدارس',
  'trusts.none': 'لا توجد في هذه المنطقة مدرسة تتبع اتحاد مدارس. يُقرأ اتحاد المدرسة من عمود trust في schools.csv.',
  'trusts.lead': 'سجلات مدارس كل اتحاد نفسها لعام {year} حتى {date}، مرتبة حسب الاسم.',
  'trusts.text': 'تدير الاتحادات مدارس مختلفة تعلّم أطفالًا مختلفين: النسبة الأعلى هنا سؤال يُطرح وليست درجة.',
  'trusts.in-none':
    '{count, plural, zero {# مدرسة لا تتبع أي اتحاد، وليست من هذه.} one {مدرسة واحدة لا تتبع أي اتحاد، وليست من هذه.} two {مدرستان لا تتبعان أي اتحاد، وليستا من هذه.} few {# مدارس لا تتبع أي اتحاد، وليست من هذه.} many {# مدرسة لا تتبع أي اتحاد، وليست من هذه.} other {# مدرسة لا تتبع أي اتحاد، وليست من هذه.}}',
  'trusts.downloads':
    '<ledger>تنزيل حساب الاتحادات (CSV)</ledger> أو <absence>الغياب كما تحتسبه وزارة التعليم (CSV)</absence>',
  'trusts.caption': 'اتحادات المدارس حسب الاسم',
  'trusts.trust': 'الاتحاد',
  'trusts.no-sessions': 'لا فترات هذا العام',
  'trusts.not-found': 'لم يُعثر على اتحاد المدارس',
  'trusts.not-found.text': 'لا تتبع أي مدرسة في هذه المنطقة اتحادًا بهذا الاسم.',
  'trusts.all': 'كل اتحادات المدارس في هذه المنطقة',
  'trusts.one.caption':
    '{count, plural, zero {اتحاد له # مدرسة هنا} one {اتحاد له مدرسة واحدة هنا} two {اتحاد له مدرستان هنا} few {اتحاد له # مدارس هنا} many {اتحاد له # مدرسة هنا} other {اتحاد له # مدرسة هنا}}',
  'trusts.one.nothing': 'ليس لمدارس {trust} أي فترة في حساب {year}.',
  'trusts.one.summary':
    'في {year} حتى {date}، تُظهر سجلات {trust} ضياع {absence} بسبب الغياب على {children} {count, plural, zero {طفل} one {طفل} two {طفل} few {أطفال} many {طفلًا} other {طفل}}، منها {headline} بسبب الإيقاف والغياب دون إذن.',
  'trusts.one.balance': 'السجلات متوازنة',
  'trusts.one.registers':
    'هذه سجلات المدارس نفسها مجموعة: الفترات التي تفتح فيها كل مدرسة ما دام الطفل مقيّدًا فيها، حسب علاماتها. الطفل المسجَّل في مدرستين منها يظهر في كلتيهما. والمدة دون قيد تُنسب إلى آخر مدرسة غادرها.',
  'trusts.one.schools':
    'مرتبة حسب الاسم. تعلّم المدارس أطفالًا مختلفين: النسبة الأعلى هنا سؤال يُطرح وليست درجة. <link>تنزيل مدارس هذا الاتحاد (CSV)</link>',
} as const satisfies Readonly<Record<keyof typeof english, string>>;
