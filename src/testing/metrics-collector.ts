import { createServer } from 'node:http';

/** A collector of metrics on this machine. */
export type MetricsCollector = {
  readonly url: string;
  /** All that it was sent, headers included. */
  readonly sent: readonly string[];
  readonly bodies: readonly Sent[];
  /** The points of the newest export, as `name attribute=value …`, with what was counted. */
  readonly points: () => ReadonlyMap<string, number>;
  /** The same, with what the values that were counted add up to. */
  readonly sums: () => ReadonlyMap<string, number>;
  readonly close: () => void;
};

type Point = {
  readonly attributes: readonly { readonly key: string; readonly value: Readonly<Record<string, string | number>> }[];
  readonly asInt?: number;
  readonly asDouble?: number;
  readonly count?: number;
  readonly sum?: number;
};
type Sent = {
  readonly resourceMetrics: readonly {
    readonly resource: { readonly attributes: Point['attributes'] };
    readonly scopeMetrics: readonly {
      readonly metrics: readonly {
        readonly name: string;
        readonly unit: string;
        readonly [kind: string]: unknown;
      }[];
    }[];
  }[];
};

export function openCollector(answers: boolean): Promise<MetricsCollector> {
  const sent: string[] = [];
  const bodies: Sent[] = [];
  const server = createServer((request, response) => {
    let text = '';
    request.setEncoding('utf8');
    request.on('data', (chunk: string) => void (text += chunk));
    request.on('end', () => {
      sent.push(`${request.url ?? ''} ${request.rawHeaders.join(' ')} ${text}`);
      const body: unknown = JSON.parse(text);
      if (isSent(body)) bodies.push(body);
      if (answers) response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
    });
  });
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      resolve({
        url: `http://127.0.0.1:${port}`,
        sent,
        bodies,
        points: () => pointsIn(bodies.at(-1), ({ count, asInt, asDouble }) => count ?? asInt ?? asDouble),
        sums: () => pointsIn(bodies.at(-1), ({ sum, asInt, asDouble }) => sum ?? asInt ?? asDouble),
        close: () => {
          server.closeAllConnections();
          server.close();
        },
      });
    });
  });
}

function pointsIn(body: Sent | undefined, valueOf: (point: Point) => number | undefined): ReadonlyMap<string, number> {
  const metrics = (body?.resourceMetrics ?? []).flatMap(({ scopeMetrics }) =>
    scopeMetrics.flatMap(({ metrics: some }) => some),
  );
  const found = metrics.flatMap(({ name, ...about }) =>
    [about['sum'], about['gauge'], about['histogram']].flatMap((kind) => {
      if (!hasPoints(kind)) return [];
      return kind.dataPoints.map((point): [string, number] => {
        const of = point.attributes.map(({ key, value }) => `${key}=${Object.values(value).join('')}`).toSorted();
        return [[name, ...of].join(' '), Number(valueOf(point))];
      });
    }),
  );
  return new Map(found);
}

function isSent(body: unknown): body is Sent {
  return typeof body === 'object' && body !== null && 'resourceMetrics' in body;
}

function hasPoints(kind: unknown): kind is { readonly dataPoints: readonly Point[] } {
  return typeof kind === 'object' && kind !== null && 'dataPoints' in kind;
}
