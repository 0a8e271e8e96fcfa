import type { restriction as english } from '../en/restriction.ts';

export const restriction = {
  'restriction.title': 'سجلات مقيّدة الاستخدام',
  'restriction.text':
    'ما دام استخدام السجل مقيّدًا فإنه يُحفظ ولا يظهر في الصفحات والقوائم والبحث والملفات المصدّرة. ويبقى ظاهرًا للطفل وأسرته، ولك، ولمن يفتح حالة طوارئ. وتظل الأرقام التي لا تسمّي أحدًا تشمله.',
  'restriction.empty': 'لا سجل مقيّد الاستخدام.',
  'restriction.set': 'تقييد استخدام هذا السجل من الآن',
  'restriction.save': 'تقييد الاستخدام',
  'restriction.because.accuracy': 'صحته موضع نزاع، إلى أن يُتحقق منها (المادة 18(1)(أ))',
  'restriction.because.unlawful': 'لا يجوز استخدامه، ويريد الشخص حفظه بدلًا من محوه (المادة 18(1)(ب))',
  'restriction.because.legal-claim': 'لم تعد إليه حاجة إلا لمطالبة قانونية للشخص (المادة 18(1)(ج))',
  'restriction.because.objection': 'اعترض الشخص، إلى أن تُوازن الأسباب (المادة 18(1)(د))',
  'restriction.because.objection-upheld': 'ثبت الاعتراض، ويوجب القانون حفظه (المادة 21(1))',
  'restriction.enter.ground': 'اختر سبب تقييد الاستخدام',
  'restriction.request-over': 'رُفض هذا الطلب أو سُحب، فلا يمكن تقييد سجل بناءً عليه. سجّل طلبًا جديدًا إن طُلب ذلك مرة أخرى.',
  'restriction.unseen': 'قيّد {who} استخدام سجل: افتح الطلب',
  'restriction.lift': 'رفع التقييد',
  'restriction.lift.text':
    'أخبر الشخص أولًا بأن التقييد سيُرفع (المادة 18(3)). ومنذ ذلك الحين يرى السجلَّ كل من له دور وصلة.',
  'restriction.stands': 'استخدامه مقيّد منذ {since}: {because}.',
  'restriction.told': 'في أي يوم أُخبر الشخص؟',
  'restriction.enter.told': 'أدخل اليوم الذي أُخبر فيه الشخص، اليوم أو قبله',
} as const satisfies Readonly<Record<keyof typeof english, string>>;
