import type { z } from 'zod';
import {
  FORMATS,
  listReleases,
  measureFile,
  readReleasedFigures,
  readReleaseFile,
  type OpenRelease,
} from '#exchange/open-data';
import type { WebContext } from '../context.ts';
import { urls } from '../urls.ts';
import type { Body } from './etag.ts';
import { ApiProblem } from './problem.ts';
import { getMeasureAsked, listMeasuresAsked, listObservationsAsked, measureRow } from './published-answers.ts';
import * as schemas from './schemas.ts';

export type Asked<Params, Query> = {
  readonly web: WebContext;
  readonly params: Params;
  readonly query: Query;
  readonly address: URL;
};

/** One address of the public API: what it takes, what it answers, in schemas that the document is made of. */
export type Endpoint = {
  readonly path: string;
  readonly id: string;
  readonly summary: string;
  readonly params: z.ZodObject;
  readonly query: z.ZodObject;
  /** Undefined for a file, whose bytes are those of the release. */
  readonly answer: z.ZodType | undefined;
  readonly respond: (web: WebContext, params: unknown, query: unknown, address: URL) => Promise<Body>;
};

type Plan<P extends z.ZodObject, Q extends z.ZodObject> = Omit<Endpoint, 'params' | 'query' | 'respond'> & {
  readonly params: P;
  readonly query: Q;
  readonly give: (asked: Asked<z.infer<P>, z.infer<Q>>) => Promise<Body>;
};

/** Params and query are parsed again by their own schemas here, so that `give` has their types without a claim. */
function endpoint<P extends z.ZodObject, Q extends z.ZodObject>({ give, ...plan }: Plan<P, Q>): Endpoint {
  return {
    ...plan,
    respond: (web, params, query, address) =>
      give({ web, params: parsed(plan.params, params), query: parsed(plan.query, query), address }),
  };
}

function parsed<S extends z.ZodObject>(schema: S, value: unknown): z.infer<S> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  if (issue?.code === 'unrecognized_keys') {
    const names = Object.keys(schema.shape);
    const may = names.length === 0 ? 'This address takes none.' : `Use ${names.join(', ')}.`;
    throw new ApiProblem(400, `The query has a name that is not known here. ${may}`);
  }
  const name = String(issue?.path[0] ?? '');
  const shape: Readonly<Record<string, z.ZodType>> = schema.shape;
  const about = shape[name]?.meta();
  const like = typeof about?.['example'] === 'string' ? `, like ${about['example']}` : '';
  throw new ApiProblem(400, `Enter “${name}” again${like}. It means: ${about?.description ?? name}.`);
}

function json(content: unknown, of: 'area' | 'everyone'): Body {
  return { content: `${JSON.stringify(content)}\n`, type: 'application/json; charset=utf-8', ofArea: of === 'area' };
}

async function getRelease(web: WebContext, set: string, version: string): Promise<OpenRelease> {
  const releases = await listReleases(web.area.folder.path);
  const found = releases.find((one) => one.data_set === set && one.version === version);
  if (!found) throw new ApiProblem(404, 'There is no such data set or version. /api/v1/data-sets lists them.');
  return found;
}

/**
 * All the API answers. An area’s figures come only from its releases, which were protected as a whole: a filter chooses
 * among figures that are there for all, and none is worked out for whoever asks.
 */
export const ENDPOINTS: readonly Endpoint[] = [
  endpoint({
    path: '/api/v1',
    id: 'start',
    summary: 'Where to begin',
    params: schemas.noParams,
    query: schemas.noQuery,
    answer: schemas.startAnswer,
    give: ({ web }) =>
      Promise.resolve(
        json(
          {
            title: `Open data of ${web.area.name}, and published statistics`,
            documentation: urls.openApi(),
            data_sets: '/api/v1/data-sets',
            measures: '/api/v1/measures',
            observations: '/api/v1/observations',
          },
          'area',
        ),
      ),
  }),
  endpoint({
    path: '/api/v1/data-sets',
    id: 'listDataSets',
    summary: 'Releases of the area’s data sets, the latest first',
    params: schemas.noParams,
    query: schemas.pagingQuery,
    answer: schemas.releasesAnswer,
    give: async ({ web, query, address }) =>
      json(schemas.pageRows(await listReleases(web.area.folder.path), query, address), 'area'),
  }),
  endpoint({
    path: '/api/v1/data-sets/{data_set}/{version}',
    id: 'getRelease',
    summary: 'One release: who is counted, the indicators, what was hidden and why, the files',
    params: schemas.dataSetParams,
    query: schemas.noQuery,
    answer: schemas.releaseAnswer,
    give: async ({ web, params }) => json(await getRelease(web, params.data_set, params.version), 'area'),
  }),
  endpoint({
    path: '/api/v1/data-sets/{data_set}/{version}/figures',
    id: 'listFigures',
    summary: 'Figures of one release',
    params: schemas.dataSetParams,
    query: schemas.figuresQuery,
    answer: schemas.figuresAnswer,
    give: async ({ web, params, query, address }) => {
      const { topic, breakdown, indicator } = query;
      const release = await getRelease(web, params.data_set, params.version);
      const figures = await readReleasedFigures(web.area.folder.path, release);
      const rows = figures.filter(
        (one) =>
          (topic === undefined || one.topic === topic) &&
          (breakdown === undefined || one.breakdown === breakdown) &&
          (indicator === undefined || one.indicator === indicator),
      );
      return json(schemas.pageRows(rows, query, address), 'area');
    },
  }),
  endpoint({
    path: '/api/v1/data-sets/{data_set}/{version}/files/{format}',
    id: 'getFile',
    summary: 'A file of one release, as it was released',
    params: schemas.fileParams,
    query: schemas.noQuery,
    answer: undefined,
    give: async ({ web, params: { data_set, version, format } }) => {
      const release = await getRelease(web, data_set, version);
      const content = await readReleaseFile(web.area.folder.path, release, format);
      const fileName = release.files.find((one) => one.format === format)?.name ?? 'data';
      return { content, type: FORMATS[format].type, ofArea: true, fileName };
    },
  }),
  endpoint({
    path: '/api/v1/measures',
    id: 'listMeasures',
    summary: 'Published measures, each with its definition and source',
    params: schemas.noParams,
    query: schemas.measuresQuery,
    answer: schemas.measuresAnswer,
    give: ({ query, address }) =>
      Promise.resolve(
        json(schemas.pageRows(listMeasuresAsked(query.topic).map(measureRow), query, address), 'everyone'),
      ),
  }),
  endpoint({
    path: '/api/v1/measures/{measure}',
    id: 'getMeasure',
    summary: 'One published measure',
    params: schemas.measureParams,
    query: schemas.noQuery,
    answer: schemas.measureAnswer,
    give: ({ params }) => Promise.resolve(json(measureRow(getMeasureAsked(params.measure)), 'everyone')),
  }),
  endpoint({
    path: '/api/v1/measures/{measure}/files/{format}',
    id: 'getMeasureFile',
    summary: 'A published measure as a file: CSV of England, regions and authorities by year; JSON and Parquet of all',
    params: schemas.measureFileParams,
    query: schemas.noQuery,
    answer: undefined,
    give: async ({ web, params: { measure, format } }) => {
      const asked = getMeasureAsked(measure);
      const content = await measureFile(web.published, asked, format);
      if (content === undefined)
        throw new ApiProblem(
          404,
          'This measure has no figures by year for England, regions or authorities. Take it as json or parquet.',
        );
      return { content, type: FORMATS[format].type, ofArea: false, fileName: `${asked.id}${FORMATS[format].suffix}` };
    },
  }),
  endpoint({
    path: '/api/v1/observations',
    id: 'listObservations',
    summary: 'Published figures of one measure, by place, period, group of pupils and kind of school',
    params: schemas.noParams,
    query: schemas.observationsQuery,
    answer: schemas.observationsAnswer,
    give: async ({ web, query, address }) =>
      json(schemas.pageRows(await listObservationsAsked(web.published, query), query, address), 'everyone'),
  }),
];
