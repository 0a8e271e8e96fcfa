import type { looks as english } from '../en/looks.ts';

export const looks = {
  'looks.title': 'من اطّلع، ولماذا',
  'looks.text':
    'يُحفظ هنا كل اطلاع على بيانات هذا الطفل، وعلى مدرسة من مدارسه، وعلى المنطقة بأكملها، مع السبب المذكور قبل الاطلاع. لا يستطيع أحد تغيير سطر أو حذفه. وللطفل وأسرته طلب الاطلاع على هذه الصفحة.',
  'looks.latest': 'مرات الاطلاع، الأحدث أولًا',
  'looks.latest-500': 'آخر 500 مرة اطلاع',
  'looks.when': 'متى',
  'looks.who': 'من',
  'looks.what': 'على ماذا',
  'looks.why': 'لماذا',
  'looks.allowed': 'مسموح',
  'looks.no': 'لا. {reason}',
  'looks.none': 'لم يطّلع أحد بعد.',
  'looks.person': '{name} ({role})',
  'looks.area': 'المنطقة بأكملها',
  'looks.school': 'أطفال {school}',
  'looks.child': 'هذا الطفل',
  'looks.role.area-administrator': 'مسؤول المنطقة',
  'looks.role.area-officer': 'موظف المنطقة',
  'looks.role.school-lead': 'مسؤول المدرسة',
  'looks.purpose.attendance-and-inclusion-support': 'لدعم حضور الطفل وإدماجه',
  'looks.purpose.import-and-data-quality': 'لإدخال الملفات وتصحيح ما فيها من أخطاء',
  'looks.purpose.oversight': 'للإجابة عمن اطّلع ولماذا',
  'looks.purpose.access-management': 'لمنح صلاحية الاطلاع وإنهائها',
  'looks.purpose.place-improvement': 'لوضع أهداف للمكان، ولبيان أين تكون مقارنته غير صحيحة',
} as const satisfies Readonly<Record<keyof typeof english, string>>;
