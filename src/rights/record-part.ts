import type { CalendarDate, Upn } from '#kernel';

export type Value = string | number | boolean | null;

/** One kind of what is kept about a child: what it is in plain words, its columns, and its rows. */
export type RecordPart = {
  readonly id: string;
  readonly title: string;
  readonly says: string;
  /** Name of each column, and what it means. */
  readonly columns: Readonly<Record<string, string>>;
  readonly rows: readonly Readonly<Record<string, Value>>[];
};

export type ChildRecord = { readonly upn: Upn; readonly madeOn: CalendarDate; readonly parts: readonly RecordPart[] };
