/** Whose working week a list belongs to. */
export type ListGroup = 'school' | 'area';

/** What `counted` counts. */
export type ListUnit = 'school-days' | 'sessions' | 'weeks' | 'minutes';

/** How a value of a list is shown; null is not known, or does not apply. A `school` is a URN; a `percent` is 12.3 for 12.3 %. */
export type DetailKind = 'date' | 'count' | 'text' | 'school' | 'percent' | 'yes-no';

/** A column of a list’s own, beside those every list has: the model’s column of that name. */
export type DetailColumn = {
  readonly name: string;
  readonly kind: DetailKind;
  readonly heading: string;
  /** Of a `text` that is one of a few: what each is in words. */
  readonly words?: Readonly<Record<string, string>>;
};

/** Where a rule comes from. `assumption`: no primary source was opened, or it is our own choice; pages say so. */
export type ListSource = {
  readonly says: string;
  readonly where: string;
  readonly standing: 'verified' | 'secondary' | 'assumption';
};

/** One list of the working day: facts and words in one place, for SQL, pages, files, command and documentation. */
export type List<Id extends string = string> = {
  readonly id: Id;
  readonly group: ListGroup;
  /** What an entry is about; an entry about a school names no child. */
  readonly about: 'child' | 'school';
  readonly unit: ListUnit;
  /** `due`: what is due first stands first. `longest`: the most counted stands first. Never a judgement of the child. */
  readonly order: 'due' | 'longest';
  /** A `yes-no` column of its own: those of whom it is so stand before the others, each part in the list’s order. */
  readonly leading?: string;
  /** No file says whether what is due was done. Then its day is told, and nothing is called overdue. */
  readonly doneUnseen?: true;
  /**
   * One entry a child and school, which adds up what the year has so far or says how it stands: `since` is the first of it,
   * and moves when that is put right. It is the same entry then. Of what begins anew each time, another first day is another.
   */
  readonly oneEach?: true;
  readonly title: string;
  /** Who stands in it, in a sentence. */
  readonly asks: string;
  /** What to do next, in a sentence or two. */
  readonly next: string;
  /** Said where nobody stands in it: what that means, and what it does not. */
  readonly empty: string;
  /** The heading of `counted`, and of `since`. */
  readonly headings: { readonly counted: string; readonly since: string };
  readonly columns: readonly DetailColumn[];
  readonly sources: readonly ListSource[];
};
