import type { found as english } from '../en/found.ts';

export const found = {
  'found.title': 'هناك سجل',
  'found.text': 'هذا الطفل معروف هنا. لا تُشارَك جهتك ما يُحفظ عنه؛ بل أنه محفوظ فقط.',
  'found.school': '{school} (رقم المدرسة {urn})',
  'found.ask': 'اطلب من المدرسة ما تحتاج إليه، واذكر الغرض.',
} as const satisfies Readonly<Record<keyof typeof english, string>>;
