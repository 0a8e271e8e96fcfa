import { REFUSALS } from '#web';
import { PUBLICATION_OUTCOMES } from './timed-publication.ts';

/** What a figure may be told apart by: names of a closed set each, and nothing that anybody typed or is. */
export const ATTRIBUTES = {
  'http.request.method': 'GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS; else `_OTHER`',
  'http.route': 'the pattern of the route, as in the log; `none` where no route fits',
  'http.response.status_code': 'a number that Kith answers with',
  'url.scheme': '`http` or `https`, as `KITH_ORIGIN` says',
  'kith.refusal.kind': words(REFUSALS),
  'kith.look.outcome': words(['permitted', 'refused']),
  'kith.publication.outcome': words(PUBLICATION_OUTCOMES),
  'kith.publication.state': words(['ready', 'working', 'empty', 'failed']),
} as const satisfies Readonly<Record<string, string>>;

type MetricRow = {
  /** How it adds up: a count that only grows, one that also falls, spread of values, or a value as it is now. */
  readonly kind: 'counter' | 'up-down counter' | 'histogram' | 'gauge';
  readonly unit: string;
  readonly what: string;
  /** When somebody should look. */
  readonly watch: string;
  readonly by: readonly (keyof typeof ATTRIBUTES)[];
  readonly bounds?: readonly number[];
};

/** Every figure of how Kith runs, one row each. Names of HTTP, process and Node are those of OpenTelemetry’s conventions. */
export const METRICS = {
  'http.server.request.duration': {
    kind: 'histogram',
    unit: 's',
    what: 'Time until an answer begins',
    watch: 'any status of 500 or more, but for 503 of `/ready`; 95th percentile above 2 s',
    by: ['http.request.method', 'http.route', 'http.response.status_code', 'url.scheme'],
    bounds: [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10],
  },
  'http.server.active_requests': {
    kind: 'up-down counter',
    unit: '{request}',
    what: 'Requests under way',
    watch: 'it only rises',
    by: ['http.request.method', 'url.scheme'],
  },
  'kith.refusals': {
    kind: 'counter',
    unit: '{refusal}',
    what: 'Requests that were refused',
    watch: '`too-often` or `another-site`: somebody tries; `not-permitted` far above the usual',
    by: ['kith.refusal.kind'],
  },
  'kith.looks.written': {
    kind: 'counter',
    unit: '{look}',
    what: 'Looks that this process wrote',
    watch: '`refused` far above the usual',
    by: ['kith.look.outcome'],
  },
  'kith.looks.unsealed': {
    kind: 'gauge',
    unit: '{look}',
    what: 'Looks in the records that wait for their seal',
    watch: 'above 0 for five minutes without looks being written: sealing has stopped',
    by: [],
  },
  'kith.emergencies.opened': {
    kind: 'counter',
    unit: '{emergency}',
    what: 'Emergencies that this process opened: an account seen without a tie',
    watch: 'it rises: tell the data protection officer, who reviews each',
    by: [],
  },
  'kith.publication.duration': {
    kind: 'histogram',
    unit: 's',
    what: 'Time to work an area out and publish it',
    watch: 'any `failed`; longer than the area is used to',
    by: ['kith.publication.outcome'],
    bounds: [1, 5, 10, 30, 60, 120, 300, 600, 1800, 3600],
  },
  'kith.publication.state': {
    kind: 'gauge',
    unit: '1',
    what: '1 for what pages show now, 0 for the others',
    watch: '`failed` is 1; `working` is 1 for longer than a publication takes',
    by: ['kith.publication.state'],
  },
  'kith.records.answering': {
    kind: 'gauge',
    unit: '1',
    what: '1 where the records answered within two seconds, else 0',
    watch: '0 twice running',
    by: [],
  },
  'kith.records.latency': {
    kind: 'gauge',
    unit: 's',
    what: 'Time of one small question to the records, asked for each export',
    watch: 'above 0.5 s',
    by: [],
  },
  'process.memory.usage': {
    kind: 'up-down counter',
    unit: 'By',
    what: 'Memory that the process holds (resident set)',
    watch: 'near what the machine or its container allows',
    by: [],
  },
  'nodejs.eventloop.delay.p99': {
    kind: 'gauge',
    unit: 's',
    what: 'How late the process comes to what is due, since the last export: 99th percentile',
    watch: 'above 0.2 s: it is too busy to answer well',
    by: [],
  },
  'nodejs.eventloop.delay.max': {
    kind: 'gauge',
    unit: 's',
    what: 'The same, at most',
    watch: 'above 2 s',
    by: [],
  },
} as const satisfies Readonly<Record<string, MetricRow>>;
export type MetricName = keyof typeof METRICS;

export function metricOf(name: MetricName): MetricRow {
  return METRICS[name];
}

/** The tables as the guide to operation prints them. */
export function metricsText(): string {
  const rows = Object.entries<MetricRow>(METRICS).map(
    ([name, { kind, unit, what, by, watch }]) =>
      `| \`${name}\` | ${kind}, \`${unit}\` | ${what} | ${by.map((one) => `\`${one}\``).join(', ') || '–'} | ${watch} |`,
  );
  return `| Metric | Kind, unit | What it is | By | Look into it when |\n| --- | --- | --- | --- | --- |\n${rows.join('\n')}\n`;
}

export function attributesText(): string {
  const rows = Object.entries(ATTRIBUTES).map(([name, values]) => `| \`${name}\` | ${values} |`);
  return `| Attribute | Its values |\n| --- | --- |\n${rows.join('\n')}\n`;
}

function words(all: readonly string[]): string {
  return all.map((one) => `\`${one}\``).join(', ');
}
