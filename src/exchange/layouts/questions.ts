import { Refusal } from '#kernel';
import { indexHeader, locate } from './header.ts';
import type { Layout } from './layout.ts';
import { findDatedHeader } from './dated-header.ts';
import { slotsOf } from './slots.ts';

/** Something the file does not say, asked once in the preview. `answer` is what was answered last time. */
export type Question = {
  readonly slot: string;
  readonly question: string;
  readonly answer: string;
  readonly required: boolean;
};

/** What the person must (or may) answer before this file can be read; not asked where a column says it. */
export function listQuestions(layout: Layout, header: readonly string[]): readonly Question[] {
  const index = indexHeader(header);
  return slotsOf(layout.kind, layout.shape).flatMap(({ name, required }) => {
    const column = layout.columns[name];
    if (column?.ask === undefined || locate(index, column.from ?? []).kind === 'at') return [];
    const yearNeeded = name === 'academic_year' && header.some((text) => isWithoutYear(text));
    if (name === 'academic_year' && !yearNeeded) return [];
    return [{ slot: name, question: column.ask, answer: column.value ?? '', required: required || yearNeeded }];
  });
}

/** The layout with the person’s answers. They are kept with the questions, so that next time they are shown again. */
export function fillLayout(layout: Layout, answers: Readonly<Record<string, string>>): Layout {
  const columns = { ...layout.columns };
  for (const [slot, answer] of Object.entries(answers)) {
    const column = Object.hasOwn(columns, slot) ? columns[slot] : undefined;
    if (column?.ask === undefined) {
      throw new Refusal(
        'layouts/no-such-question',
        `The layout “${layout.title}” asks nothing about “${slot}”. Leave that answer out.`,
      );
    }
    columns[slot] = { ...column, value: answer.trim() };
  }
  return { ...layout, columns };
}

function isWithoutYear(header: string): boolean {
  const dated = findDatedHeader(header, undefined);
  return dated !== undefined && dated.date === undefined;
}
