import { z } from 'zod';
import { Refusal } from '#kernel';

type SettingRow = {
  readonly what: string;
  readonly unset: string;
  readonly example: string;
  /** What must hold of a value, and what to write where it does not. */
  readonly holds: z.ZodType<string, string>;
};

const LOOPBACK_NAMES = /^(localhost|127\.0\.0\.1|\[::1\]|::1)$/;
const collector = z.url({ protocol: /^https?$/, error: 'Write it like http://127.0.0.1:4318.' });
const path = z.string().refine((text) => !text.includes('\0') && text.trim() === text, 'Write a path.');

/** Every variable of the environment that Kith reads, one row each: the guide prints this table. Empty is unset. */
export const SETTINGS = {
  DATABASE_URL: {
    what: 'The PostgreSQL database that holds the records',
    unset: 'an embedded store in the area’s folder',
    example: 'postgres://kith_web:…@localhost/kith',
    holds: z.string().regex(/^postgres(ql)?:\/\//, 'Write it like postgres://login:password@host/database.'),
  },
  KITH_ORIGIN: {
    what: 'The address that browsers use',
    unset: 'this machine only, at 127.0.0.1',
    example: 'https://kith.example.org',
    holds: z
      .string()
      .refine(isOrigin, 'Write it like https://kith.example.org, without a path; http is for this machine only.'),
  },
  KITH_HOST: {
    what: 'The address of this machine at which Kith listens',
    unset: '127.0.0.1',
    example: '0.0.0.0',
    holds: z.string().regex(/^[\w.:[\]-]+$/, 'Write a name or a number of this machine, like 0.0.0.0.'),
  },
  KITH_PROVIDERS: {
    what: 'The JSON file that names who may sign people in; secrets stand in variables that it names',
    unset: 'nobody signs in',
    example: '/etc/kith/providers.json',
    holds: path,
  },
  KITH_SEALS: {
    what: 'The folder of the seals of looks',
    unset: '`seals` in the area’s folder',
    example: '/mnt/seals',
    holds: path,
  },
  KITH_LOG: {
    what: '`json`: one line a request to standard error, with nothing personal in it',
    unset: 'requests are not logged',
    example: 'json',
    holds: z.string().regex(/^json$/, 'Write json, or leave it out.'),
  },
  KITH_DRAIN_SECONDS: {
    what: 'How long Kith answers on, not ready, when it is told to stop: longer than a balancer waits between two checks',
    unset: '0',
    example: '10',
    holds: z.string().regex(/^([0-9]|[1-9][0-9]|[12][0-9]{2}|300)$/, 'Write whole seconds, from 0 to 300.'),
  },
  OTEL_EXPORTER_OTLP_ENDPOINT: {
    what: 'The OpenTelemetry collector that metrics are sent to, as JSON over HTTP; `/v1/metrics` is added to it',
    unset: 'nothing is measured or sent',
    example: 'http://127.0.0.1:4318',
    holds: collector,
  },
  OTEL_EXPORTER_OTLP_METRICS_ENDPOINT: {
    what: 'The same in full, in place of it',
    unset: 'as above',
    example: 'http://127.0.0.1:4318/v1/metrics',
    holds: collector,
  },
  OTEL_EXPORTER_OTLP_HEADERS: {
    what: 'What the collector wants to see in the headers; it may be a secret',
    unset: 'no header',
    example: 'authorization=Bearer%20…',
    holds: z.string().regex(/^[\w-]+=[^,]*(,[\w-]+=[^,]*)*$/, 'Write name=value, separated by commas.'),
  },
  OTEL_EXPORTER_OTLP_TIMEOUT: {
    what: 'How many milliseconds an export may take, and the last one at the stop',
    unset: '3000',
    example: '1000',
    holds: z.string().regex(/^([1-9][0-9]{2,3}|10000)$/, 'Write whole milliseconds, from 100 to 10000.'),
  },
  OTEL_METRIC_EXPORT_INTERVAL: {
    what: 'How many milliseconds lie between two exports',
    unset: '60000',
    example: '15000',
    holds: z.string().regex(/^[1-9][0-9]{3,6}$/, 'Write whole milliseconds, from 1000 to 9999999.'),
  },
} as const satisfies Readonly<Record<string, SettingRow>>;

export type Settings = Readonly<Partial<Record<keyof typeof SETTINGS, string>>>;

/** The environment as Kith reads it, or a refusal of the first value that cannot be meant. Values are in no message. */
export function readSettings(environment: NodeJS.ProcessEnv = process.env): Settings {
  return Object.fromEntries(
    Object.entries(SETTINGS).flatMap(([name, { holds }]) => {
      const text = environment[name] ?? '';
      if (text === '') return [];
      const read = holds.safeParse(text);
      if (read.success) return [[name, read.data]];
      const cure = read.error.issues[0]?.message ?? '';
      throw new Refusal('settings/value', `${name} is not what Kith can use. ${cure}`);
    }),
  );
}

/** A name that nobody reads is a setting that somebody believes in. `named` are those that the providers’ file names. */
export function refuseUnknown(environment: NodeJS.ProcessEnv, named: ReadonlySet<string>): void {
  const names = Object.keys(SETTINGS);
  for (const name of Object.keys(environment)) {
    // KITH_TEST_… is for Kith’s own tests.
    if (!name.startsWith('KITH_') || name.startsWith('KITH_TEST_') || names.includes(name) || named.has(name)) continue;
    const own = names.filter((each) => each.startsWith('KITH_')).join(', ');
    throw new Refusal(
      'settings/unknown',
      `Kith reads no variable ${name}. Write one of ${own}; or name it in the file of providers, if it is a secret of one; or leave it out.`,
    );
  }
}

/** The table as the guide to operation prints it. */
export function settingsText(): string {
  const rows = Object.entries(SETTINGS).map(
    ([name, { what, unset, example }]) => `| \`${name}\` | ${what} | ${unset} | \`${example}\` |`,
  );
  return `| Variable | What it says | Where it is not set | Example |\n| --- | --- | --- | --- |\n${rows.join('\n')}\n`;
}

function isOrigin(text: string): boolean {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  return (
    url !== undefined &&
    (url.protocol === 'https:' || (url.protocol === 'http:' && LOOPBACK_NAMES.test(url.hostname))) &&
    url.href === `${url.origin}/`
  );
}
