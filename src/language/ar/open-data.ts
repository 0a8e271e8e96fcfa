import type { openData as english } from '../en/open-data.ts';

export const openData = {
  'open-data.title': 'البيانات المفتوحة',
  'open-data.lead': 'أرقام تأخذونها وتستخدمونها: عن {area}، ومنشورة لإنجلترا.',
  'open-data.released-by': 'ما أصدرته {area}',
  'open-data.set': 'مجموعة البيانات',
  'open-data.year': 'العام الدراسي',
  'open-data.version': 'النسخة',
  'open-data.published': 'تاريخ النشر',
  'open-data.figures': 'الأرقام',
  'open-data.hidden': 'المحجوب',
  'open-data.none': 'لم يصدر شيء بعد. يصدر من يشغّل Kith هذا إصدارًا بالأمر: kith publish-open-data',
  'open-data.why': 'لماذا تُحجب بعض الأرقام',
  'open-data.why.text':
    'لا يُعرض أبدًا عدد من 1 إلى 7 أشخاص، لأن شخصًا قد يُعرَف فيه. وكي لا يُستنتج من المجاميع أيضًا تُحجب معه أرقام قليلة أخرى. وكل عدد سواها مقرَّب إلى أقرب 5. وتُحمى كل جداول الإصدار معًا، ويُفحص كل إصدار بإزاء ما سبقه.',
  'open-data.no-schools': 'لا شيء بحسب المدرسة. فرقم المدرسة الواحدة لها هي أن تعطيه.',
  'open-data.statistics': 'الإحصاءات المنشورة',
  'open-data.statistics.text':
    'مقاييس عددها {count, number} نشرتها وزارة التعليم وغيرها، كما نُشرت: <browse>تصفحوها وخذوا كلًّا منها بصيغة CSV</browse>، أو اطلبوها بعنوانها. وهي بموجب <licence>Open Government Licence v3.0</licence>.',
  'open-data.ask': 'الطلب بالعنوان',
  'open-data.ask.releases': 'الإصدارات بصيغة JSON',
  'open-data.ask.measures': 'المقاييس المنشورة بصيغة JSON',
  'open-data.ask.openapi': 'ما يمكن طلبه، بصيغة OpenAPI',
  'open-data.no-such': 'لا يوجد إصدار كهذا',
  'open-data.no-such.text': 'تحققوا من العنوان، أو اختاروا من <link>كل البيانات المفتوحة</link>.',
  'open-data.release.title': '{title}، {year}',
  'open-data.release.lead': '{area}، محسوبة حتى {date}. النسخة {version}، نُشرت {published}.',
  'open-data.release.fictional': 'هذه المنطقة خيالية. كل طفل وكل مدرسة فيها من وحي الخيال.',
  'open-data.release.take': 'خذوها معكم',
  'open-data.release.size': '{file} ({size} كيلوبايت)',
  'open-data.release.licence': 'الترخيص: {licence}',
  'open-data.release.cite':
    'للاستشهاد بها: {area} ({year})، {title}، {schoolyear}، النسخة {version}. لا تتغير هذه العناوين ولا ما هو فيها.',
  'open-data.release.protected': 'ما فُعل لحماية الناس',
  'open-data.release.left-out': 'لا تفصيل بحسب {topic}: فقد تكون مجموعة أصغر مما ينبغي، أو لمدرسة أو مدرستين.',
  'open-data.release.figures': 'الأرقام',
  'open-data.release.how-to-read':
    'العلامة “c” رقم محجوب. وليس 0. والأعداد مقرَّبة إلى أقرب 5، كلٌّ على حدة، فلا يلزم أن يتطابق مجموعها. والفترة الدراسية نصف يوم دراسي.',
  'open-data.release.everyone': 'الجميع',
  'open-data.release.by': 'بحسب',
} as const satisfies Readonly<Record<keyof typeof english, string>>;
