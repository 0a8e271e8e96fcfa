import { MOST_MILESTONES, type Statement, type Terms, type TypedMilestone, type TypedTerms } from '#accountability';
import type { CalendarDate } from '#kernel';

type Fields = Readonly<Record<string, string>>;

/** The terms of a mission as the form’s fields hold them. */
export function typedTerms(fields: Fields): TypedTerms {
  return {
    ...typedDate(fields, 'by'),
    target: fields['target'] ?? '',
    why: fields['why'] ?? '',
    answerable: fields['answerable'] ?? '',
    milestones: Array.from({ length: MOST_MILESTONES }, (_, at): TypedMilestone => {
      const name = `milestone-${at + 1}`;
      return {
        ...typedDate(fields, `${name}-by`),
        value: fields[`${name}-value`] ?? '',
        words: fields[`${name}-words`] ?? '',
      };
    }),
  };
}

function typedDate(
  fields: Fields,
  name: string,
): { readonly day: string; readonly month: string; readonly year: string } {
  const part = (which: string): string => fields[`${name}-${which}`] ?? '';
  return { day: part('day'), month: part('month'), year: part('year') };
}

/** A mission’s terms as fields, to be changed. */
export function fieldsOfTerms({ target, by, why, answerable, milestones }: Terms | Statement): Fields {
  return Object.fromEntries([
    ...dateFields('by', by),
    ['target', String(target)],
    ['why', why],
    ['answerable', answerable],
    ...milestones.flatMap((one, at) => [
      ...dateFields(`milestone-${at + 1}-by`, one.by),
      [`milestone-${at + 1}-value`, String(one.value)] as const,
      [`milestone-${at + 1}-words`, one.words] as const,
    ]),
  ]);
}

function dateFields(name: string, date: CalendarDate): readonly (readonly [string, string])[] {
  const [year = '', month = '', day = ''] = date.split('-');
  return [
    [`${name}-day`, String(Number(day))],
    [`${name}-month`, String(Number(month))],
    [`${name}-year`, year],
  ];
}
