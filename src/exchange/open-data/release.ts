import { z } from 'zod';

/** One figure as every format gives it: a number, or a symbol with its reason. Never both, never neither. */
export const figureSchema = z.strictObject({
  topic: z.string().describe('What the row is broken down by; “Total” for everyone'),
  breakdown: z.string().describe('The group of the topic'),
  indicator: z.string().describe('Name of the indicator, as in the CSV’s header'),
  value: z.number().nullable().describe('Counts to the nearest 5; percentages to one decimal place'),
  symbol: z.enum(['c']).nullable().describe('“c” where the figure is hidden to protect people'),
  reason: z.string().nullable().describe('Why there is no number'),
});
export type ReleasedFigure = Readonly<z.infer<typeof figureSchema>>;

export const FORMATS = {
  csv: { suffix: '.csv', type: 'text/csv; charset=utf-8', title: 'CSV, as on Explore education statistics' },
  meta: { suffix: '.meta.csv', type: 'text/csv; charset=utf-8', title: 'Its metadata, as CSV' },
  csvw: { suffix: '.csv-metadata.json', type: 'application/csvm+json', title: 'CSV on the Web metadata' },
  json: { suffix: '.json', type: 'application/json; charset=utf-8', title: 'JSON, one row a figure' },
  parquet: { suffix: '.parquet', type: 'application/vnd.apache.parquet', title: 'Parquet, one row a figure' },
  readme: { suffix: '.txt', type: 'text/plain; charset=utf-8', title: 'What was done, in words' },
} as const;
export const FORMAT_IDS = ['csv', 'meta', 'csvw', 'json', 'parquet', 'readme'] as const;
export type FormatId = (typeof FORMAT_IDS)[number];

export const releaseSchema = z.strictObject({
  data_set: z.string(),
  version: z.string().describe('The school year and the number of the release, like 2024-25.1'),
  title: z.string(),
  area: z.string(),
  fictional: z.boolean().describe('True where the area and everyone in it is invented'),
  year: z.string().describe('School year, like 2024/25'),
  as_of: z.string().describe('The last day that is counted'),
  published: z.string().describe('The day of the release'),
  population: z.string().describe('Who is counted'),
  licence: z.string(),
  statement: z.array(z.string()).describe('What was done to protect people'),
  left_out: z.array(z.string()).describe('Topics that are not broken down by, to protect people or schools'),
  indicators: z.array(
    z.strictObject({
      name: z.string(),
      label: z.string(),
      grouping: z.string(),
      unit: z.enum(['', '%']),
      decimals: z.number().int(),
    }),
  ),
  hidden: z.record(z.string(), z.number().int()).describe('How many figures are hidden, by reason'),
  figures: z.number().int().describe('How many figures there are, hidden ones too'),
  files: z.array(
    z.strictObject({ format: z.enum(FORMAT_IDS), name: z.string(), bytes: z.number().int(), sha256: z.string() }),
  ),
});
export type OpenRelease = Readonly<z.infer<typeof releaseSchema>>;

export const releasedDataSchema = z.strictObject({
  data_set: z.string(),
  version: z.string(),
  figures: z.array(figureSchema),
});
