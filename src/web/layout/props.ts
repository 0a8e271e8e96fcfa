import type { CalendarDate } from '#kernel';
import type { Child } from 'hono/jsx';
import type { Chart } from '../charts/index.ts';

export interface Link {
  readonly text: string;
  readonly href: string;
}

export interface NavigationItem extends Link {
  /** True for the page itself. */
  readonly current?: boolean | undefined;
  /** True for a page somewhere below this item. */
  readonly active?: boolean | undefined;
}

/** One thing to put right, and the id of the control to put it right in. */
export interface FormError {
  readonly text: string;
  readonly field?: string | undefined;
}

export interface Flash {
  readonly kind: 'success' | 'information';
  readonly text: Child;
  readonly link?: Link | undefined;
}

/** Links at the foot of a page, under what they have in common. */
export type FooterGroup = { readonly text: string; readonly links: readonly Link[] };

export interface PageProps {
  /** What the page is called, and its h1. "Error: " is put before it where there are errors. */
  readonly title: string;
  /** Above the h1: the section or the school that the page belongs to. */
  readonly caption?: string | undefined;
  /** The page prints its own h1 (a form whose legend is its heading). By default `title` is the h1. */
  readonly ownHeading?: boolean | undefined;
  readonly children?: Child;
  /** The place, organisation or school that this Kith serves; shown beside the product's name. */
  readonly place?: Link | undefined;
  readonly navigation?: readonly NavigationItem[] | undefined;
  readonly breadcrumbs?: readonly Link[] | undefined;
  readonly back?: Link | undefined;
  /** Who is signed in, as what, and the form that signs out. */
  readonly person?: { readonly name: string; readonly as: string; readonly signOut: Link } | undefined;
  /** For who is not signed in, and could be. */
  readonly signIn?: Link | undefined;
  /** Where a search for a child by part of a name leads; on every page of an area. */
  readonly find?: { readonly href: string } | undefined;
  readonly phase?: { readonly tag: string; readonly text: string; readonly link?: Link | undefined } | undefined;
  /** What waits for whoever asks, above every page until it is done. */
  readonly notices?: readonly Link[] | undefined;
  readonly errors?: readonly FormError[] | undefined;
  readonly flash?: Flash | undefined;
  /** Groups without a link are left out. */
  readonly footer?: readonly FooterGroup[] | undefined;
  /** A sentence or two at the foot: where the figures come from, who to ask. */
  readonly footerText?: string | undefined;
}

export interface FigureProps {
  /** As printed, with its unit: "6.9%" or "1,204". */
  readonly value: string;
  /** What it is: "Sessions lost". */
  readonly label: string;
  /** The measure's id, as in the measures table. */
  readonly measure: string;
  /** Its explanation: the definition, the source and, for those who may see them, the rows. */
  readonly href: string;
  /** Numerator and denominator in words, for every rate: "1,204 of 17,450 possible sessions". */
  readonly of?: string | undefined;
  /** What it is beside: "England 6.9%". */
  readonly beside?: string | undefined;
  readonly asOf?: CalendarDate | undefined;
  readonly size?: 's' | 'm' | 'l' | undefined;
}

export interface Column<Row> {
  readonly heading: string;
  readonly cell: (row: Row) => Child;
  /** Right-aligned in figures of equal width. */
  readonly numeric?: boolean | undefined;
  /** The cell that names the row; the first column by default. */
  readonly rowHeading?: boolean | undefined;
}

export interface DataTableProps<Row> {
  /** Unique on the page. */
  readonly id: string;
  readonly caption: string;
  readonly captionSize?: 's' | 'm' | 'l' | undefined;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  /** Totals, set apart under the rows. */
  readonly totals?: readonly Row[] | undefined;
  /** Said in place of the table where there are no rows. */
  readonly empty?: string | undefined;
}

export interface ChartFigureProps {
  readonly chart: Chart;
  /** Heading above the chart. */
  readonly heading: string;
  readonly headingLevel?: 2 | 3 | 4 | undefined;
  /** The chart's figures as a table (a DataTable), folded under "Show this as a table". */
  readonly children?: Child;
  /** Where the figures come from, and as of when. */
  readonly source?: string | undefined;
}
