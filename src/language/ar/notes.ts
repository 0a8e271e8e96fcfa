import type { notes as english } from '../en/notes.ts';

export const notes = {
  'notes.title': 'ملاحظات مقيدة',
  'notes.none': 'لا توجد ملاحظة مقيدة يحق لك أن تعلم بها.',
  'notes.exists': 'لدى {organisation} ملاحظة مقيدة منذ {when}. لا يمكنك قراءتها هنا. اسأل {ask}.',
  'notes.one': 'ملاحظة مقيدة لدى {organisation}، كتبها {author}، {when}. يُطلب من الآخرين أن يسألوا {ask}.',
  'notes.end': 'إنهاء هذه الملاحظة<hidden> المؤرخة {when}</hidden>',
  'notes.write': 'كتابة ملاحظة مقيدة',
  'notes.text':
    'لا يقرأ الكلمات إلا أنت ومن تسميهم. وكل من سواهم ممن يرى بيانات الطفل، ومنهم الأسرة، يعلم أن لدى جهتك ملاحظة ومنذ متى ومن يُسأل.',
  'notes.words': 'نص الملاحظة',
  'notes.organisations': 'أي الجهات يحق لها قراءتها؟',
  'notes.roles': 'أي الأدوار يحق لها قراءتها، حيث ترى بيانات الطفل؟',
  'notes.roles.hint': 'أيًا كان مكان عملهم.',
  'notes.ask': 'من ينبغي أن يسأله الآخرون',
  'notes.ask.hint': 'شخص أو مكتب، مثل «الاختصاصي المناوب، 01632 960123».',
  'notes.save': 'حفظ الملاحظة',
  'notes.fault.words': 'اكتب نص الملاحظة فيما لا يزيد على 4,000 حرف',
  'notes.fault.ask': 'أدخل من ينبغي أن يسأله الآخرون في 3 إلى 200 حرف',
  'notes.fault.named': 'اختر جهة أو دورًا يحق له قراءتها',
  'notes.fault.workplace': 'اطلب من مسؤول أن يحدد الجهة التي تعمل لديها: فالملاحظة تكون لجهة',
} as const satisfies Readonly<Record<keyof typeof english, string>>;
