/** Around one page for governors: choosing a term, and the way to the PDF. */
export const paper = {
  'paper.link': 'صفحة واحدة لمجلس إدارة المدرسة (PDF)',
  'paper.as-pdf': 'صفحة واحدة بصيغة PDF',
  'paper.pdf-english': 'ملف PDF بالإنجليزية.',
  'paper.terms': 'الفصول الدراسية',
  'paper.term.autumn': 'فصل الخريف',
  'paper.term.spring': 'فصل الربيع',
  'paper.term.summer': 'فصل الصيف',
  'paper.no-school': 'لم يتم العثور على المدرسة',
  'paper.no-school.text': 'لا توجد في هذه المنطقة مدرسة بهذا الرقم (URN).',
} as const;
