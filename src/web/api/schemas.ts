import { z } from 'zod';
import { figureSchema, FORMAT_IDS, MEASURE_FORMATS, releaseSchema } from '#exchange/open-data';

/** What may be asked and what is answered: the requests are checked by these, and the OpenAPI document is made of them. */

const whole = (description: string): z.ZodType<number | undefined, string | undefined> =>
  z
    .string()
    .regex(/^[1-9]\d{0,5}$/)
    .transform(Number)
    .optional()
    .meta({ description, example: '1' });

const text = (description: string, example: string): z.ZodString => z.string().max(100).meta({ description, example });

const maybe = (description: string, example: string): z.ZodOptional<z.ZodString> =>
  z.string().max(100).optional().meta({ description, example });

const MOST_ROWS = 1000;
const USUAL_ROWS = 100;

const paging = {
  page: whole('Which page, from 1'),
  page_size: whole(`Rows on a page: up to ${MOST_ROWS}, usually ${USUAL_ROWS}`),
};
export const pagingQuery = z.strictObject(paging);
export const noQuery = z.strictObject({});

export type Paging = { readonly page?: number | undefined; readonly page_size?: number | undefined };

export const figuresQuery = z.strictObject({
  ...paging,
  topic: maybe('Only this topic', 'Sex'),
  breakdown: maybe('Only this group', 'Female'),
  indicator: maybe('Only this indicator', 'enrolments'),
});

export const measuresQuery = z.strictObject({ ...paging, topic: maybe('Only this topic', 'absence') });

export const observationsQuery = z.strictObject({
  ...paging,
  measure: text('Id of a measure', 'overall-absence'),
  place: maybe('Code of a place; any place where left out', 'E92000001'),
  period: maybe('A period as the answers write it; any where left out', '2023/24'),
  group: maybe('A group of pupils, or “any”; all pupils where left out', 'fsm'),
  school_type: maybe('A kind of school; any where left out', 'all'),
});

export const dataSetParams = z.strictObject({
  data_set: text('Id of a data set', 'absence'),
  version: text('A version of it', '2024-25.1'),
});
export const fileParams = z.strictObject({
  ...dataSetParams.shape,
  format: z.enum(FORMAT_IDS).meta({ description: 'Format of the file', example: 'csv' }),
});
export const measureParams = z.strictObject({ measure: text('Id of a measure', 'overall-absence') });
export const measureFileParams = z.strictObject({
  ...measureParams.shape,
  format: z.enum(MEASURE_FORMATS).meta({ description: 'Format of the file', example: 'csv' }),
});
export const noParams = z.strictObject({});

const pageOf = (row: z.ZodType): z.ZodType =>
  z.strictObject({
    page: z.number().int(),
    page_size: z.number().int(),
    total: z.number().int().describe('Rows on all pages'),
    next: z.string().nullable().describe('Address of the next page'),
    rows: z.array(row),
  });

export const startAnswer = z.strictObject({
  title: z.string(),
  documentation: z.string(),
  data_sets: z.string(),
  measures: z.string(),
  observations: z.string(),
});
export const releaseAnswer = releaseSchema;
export const releasesAnswer = pageOf(releaseSchema);
export const figuresAnswer = pageOf(figureSchema);

const measureSchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  topic: z.string(),
  definition: z.string(),
  numerator: z.string(),
  denominator: z.string(),
  unit: z.string(),
  publication: z.string(),
  periods: z.string(),
  geography: z.string(),
  source: z.string(),
});
export const measureAnswer = measureSchema;
export const measuresAnswer = pageOf(measureSchema);

export const observationsAnswer = pageOf(
  z.strictObject({
    measure: z.string(),
    place: z.string(),
    place_name: z.string(),
    period: z.string(),
    school_type: z.string(),
    group: z.string(),
    value: z.number().nullable(),
    symbol: z.string().nullable(),
    reason: z.string().nullable(),
    numerator: z.number().nullable(),
    denominator: z.number().nullable(),
    release: z.string(),
    source: z.string(),
    licence: z.string(),
  }),
);

/** RFC 9457. */
export const problemSchema = z.strictObject({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  detail: z.string().describe('What to do, as a sentence'),
});
export type Problem = Readonly<z.infer<typeof problemSchema>>;

/** The rows of one page, with where the next one is. */
export function pageRows<Row>(
  rows: readonly Row[],
  { page = 1, page_size = USUAL_ROWS }: Paging,
  address: URL,
): {
  readonly page: number;
  readonly page_size: number;
  readonly total: number;
  readonly next: string | null;
  readonly rows: readonly Row[];
} {
  const size = Math.min(page_size, MOST_ROWS);
  const shown = rows.slice((page - 1) * size, page * size);
  const next = new URL(address);
  next.searchParams.set('page', String(page + 1));
  return {
    page,
    page_size: size,
    total: rows.length,
    next: page * size < rows.length ? `${next.pathname}${next.search}` : null,
    rows: shown,
  };
}
