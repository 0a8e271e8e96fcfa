import type { emergencies as english } from '../en/emergencies.ts';

export const emergencies = {
  'emergencies.title': 'مرات الاطلاع في حالات الطوارئ',
  'emergencies.text': 'كل مرة فتح فيها أحد سجل طفل في حالة طوارئ، مع السبب الذي كتبه. راجع كلًا منها خلال يوم عمل واحد.',
  'emergencies.count':
    '{waiting, plural, zero {لا شيء ينتظر المراجعة} one {حالة واحدة تنتظر المراجعة} two {حالتان تنتظران المراجعة} few {# حالات تنتظر المراجعة} many {# حالة تنتظر المراجعة} other {# حالة تنتظر المراجعة}}؛ {overdue, plural, zero {لا تأخر} one {واحدة متأخرة} two {اثنتان متأخرتان} few {# متأخرة} many {# متأخرة} other {# متأخرة}}.',
  'emergencies.waiting':
    '{count, plural, zero {لا اطلاع طارئ ينتظر مراجعتك} one {اطلاع طارئ واحد ينتظر مراجعتك} two {اطلاعان طارئان ينتظران مراجعتك} few {# اطلاعات طارئة تنتظر مراجعتك} many {# اطلاعًا طارئًا ينتظر مراجعتك} other {# اطلاع طارئ ينتظر مراجعتك}}',
  'emergencies.one': 'رقم الطفل {upn}، {who}، {when}',
  'emergencies.who': 'من',
  'emergencies.until': 'مفتوح حتى',
  'emergencies.reason': 'السبب',
  'emergencies.review': 'المراجعة',
  'emergencies.reviewed': '{outcome}. {who}، {when}',
  'emergencies.due': 'مستحقة بحلول {date}',
  'emergencies.overdue': 'متأخرة: كانت مستحقة بحلول {date}',
  'emergencies.outcome.right': 'كان ذلك صوابًا',
  'emergencies.outcome.not-right': 'لم يكن ذلك صوابًا',
  'emergencies.note': 'ملاحظة',
  'emergencies.note.optional': 'ملاحظة (اختياري)',
  'emergencies.was-it-right': 'هل كان فتح السجل صوابًا؟',
  'emergencies.record': 'تسجيل المراجعة',
  'emergencies.told': 'سُجلت المراجعة.',
  'emergencies.fault.outcome': 'اختر هل كان ذلك صوابًا',
  'emergencies.fault.own': 'يراجع شخص آخر حالة الطوارئ التي فتحتها أنت',
  'emergencies.fault.note': 'اكتب ملاحظة لا تزيد على 1,000 حرف',
} as const satisfies Readonly<Record<keyof typeof english, string>>;
