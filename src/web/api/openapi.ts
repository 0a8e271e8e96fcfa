import { z } from 'zod';
import { FORMATS } from '#exchange/open-data';
import { ENDPOINTS, type Endpoint } from './endpoints.ts';
import { problemSchema } from './schemas.ts';

type Json = Readonly<Record<string, unknown>>;

/** The API described in OpenAPI 3.1, from the schemas that check requests. Its JSON Schema dialect is zod’s own (2020-12). */
export function openApiDocument(): Json {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Kith open data',
      version: '1.0.0',
      description:
        'Figures an area released about its children, protected as a whole, and published statistics. “c” is a hidden figure: never 0, never missing. Names do not change within a version of the API.',
    },
    servers: [{ url: '/' }],
    paths: Object.fromEntries(ENDPOINTS.map((endpoint) => [endpoint.path, { get: operation(endpoint) }])),
    components: { schemas: { Problem: schemaOf(problemSchema) } },
  };
}

function operation(endpoint: Endpoint): Json {
  return {
    operationId: endpoint.id,
    summary: endpoint.summary,
    parameters: [...parameters(endpoint.params, 'path'), ...parameters(endpoint.query, 'query')],
    responses: {
      200: {
        description: endpoint.summary,
        headers: { ETag: { schema: { type: 'string' } } },
        content: content(endpoint),
      },
      304: { description: 'What you have is still so' },
      400: problem('The request cannot be answered as it is'),
      404: problem('There is nothing at this address'),
    },
  };
}

function content({ answer }: Endpoint): Json {
  if (answer) return { 'application/json': { schema: schemaOf(answer) } };
  const types = new Set(Object.values(FORMATS).map(({ type }) => type.split(';')[0] ?? type));
  return Object.fromEntries([...types].map((type) => [type, {}]));
}

function problem(description: string): Json {
  return { description, content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } } };
}

function parameters(schema: z.ZodObject, place: 'path' | 'query'): readonly Json[] {
  const shape: Readonly<Record<string, z.ZodType>> = schema.shape;
  return Object.entries(shape).map(([name, part]) => {
    const { description, ...own } = schemaOf(part);
    return {
      name,
      in: place,
      required: place === 'path' || !part.safeParse(undefined).success,
      description,
      schema: own,
    };
  });
}

function schemaOf(schema: z.core.$ZodType): Json {
  const { $schema: _dialect, ...own } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'throw' });
  return own;
}
