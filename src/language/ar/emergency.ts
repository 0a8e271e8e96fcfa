import type { emergency as english } from '../en/emergency.ts';

export const emergency = {
  'emergency.title': 'الاطلاع على سجل طفل في حالة طوارئ',
  'emergency.text':
    'استخدم هذا فقط لحماية طفل حين لا يتسع الوقت لطلب الإذن. يُفتح سجل هذا الطفل وحده لمدة {hours} ساعات ثم يُغلق من تلقاء نفسه.',
  'emergency.seen': 'يرى الطفل وأسرته أنك اطّلعت في حالة طوارئ، ومتى.',
  'emergency.told': 'يقرأ مسؤول حماية البيانات سببك خلال يوم عمل واحد.',
  'emergency.danger': 'إن كان الطفل في خطر الآن فاتصل بالرقم 999 أولًا.',
  'emergency.reason': 'لماذا يجب أن ترى هذا السجل الآن؟',
  'emergency.reason.hint':
    'في {least} إلى {most} حرف. لا يقرؤه إلا مسؤول حماية البيانات. يُحفظ ولا يظهر في سجلات النظام.',
  'emergency.break': 'فتح السجل',
  'emergency.open': 'حالة الطوارئ مفتوحة حتى {until}.',
  'emergency.open.text':
    'كل ما يُحفظ هنا عن هذا الطفل يمكنك رؤيته الآن. وإن لم يكن هنا شيء فستقول صفحة الطفل إنه لم يُعثر عليه.',
  'emergency.to-child': 'الذهاب إلى صفحة الطفل',
  'emergency.offer': 'إن كانت هناك حاجة إلى حماية طفل الآن، يمكنك <link>طلب هذا السجل في حالة طوارئ</link>.',
  'emergency.seeing': 'ترى هذه الصفحة في حالة طوارئ، حتى {until}. وترى الأسرة أنك اطّلعت. هذه الصفحة وحدها مفتوحة لك.',
  'emergency.fault.reason': 'اذكر في {least} إلى {most} حرف لماذا يجب أن ترى هذا السجل الآن',
} as const satisfies Readonly<Record<keyof typeof english, string>>;
