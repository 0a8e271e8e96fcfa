import type { Meter } from '@opentelemetry/api';
import type { PushMetricExporter } from '@opentelemetry/sdk-metrics';
import { setTimeout as pause } from 'node:timers/promises';
import { randomId } from '#kernel';
import { METRICS } from './metrics.ts';
import type { Settings } from './settings.ts';

/** How long it may take to ask for what is told: a little more than records are waited for. */
const COLLECTING = 2500;

export type Export = {
  readonly meter: Meter;
  /** Sends the last figures, and ends. */
  readonly stop: () => Promise<void>;
};

/** Where figures go; undefined: nowhere, and nothing is measured. */
export function collectorOf(settings: Settings): string | undefined {
  const { OTEL_EXPORTER_OTLP_METRICS_ENDPOINT: exact, OTEL_EXPORTER_OTLP_ENDPOINT: base } = settings;
  return exact ?? (base === undefined ? undefined : `${base.replace(/\/$/, '')}/v1/metrics`);
}

/**
 * Sends figures to a collector every so often, behind all else: one that does not answer delays nothing, and is told of
 * once until it answers again. The packages are loaded only here, for who sends figures.
 */
export async function startExport(
  url: string,
  times: {
    readonly every: number;
    /** A collector that takes longer is as good as away. */
    readonly patience: number;
  },
  about: { readonly version: string; readonly tell: (problem: string) => void },
): Promise<Export> {
  const [sdk, otlp, resources] = await Promise.all([
    import('@opentelemetry/sdk-metrics'),
    import('@opentelemetry/exporter-metrics-otlp-http'),
    import('@opentelemetry/resources'),
  ]);
  const exporter = tellingOnce(new otlp.OTLPMetricExporter({ url, timeoutMillis: times.patience }), about.tell);
  const provider = new sdk.MeterProvider({
    // Nothing is found out about the machine, its user or how the process was called.
    resource: resources.resourceFromAttributes({
      'service.name': 'kith',
      'service.version': about.version,
      'service.instance.id': randomId(),
    }),
    // What is not in the table is taken off, whoever put it on.
    views: Object.entries(METRICS).map(([name, { by }]) => ({
      instrumentName: name,
      attributesProcessors: [sdk.createAllowListAttributesProcessor([...by])],
    })),
    readers: [
      new sdk.PeriodicExportingMetricReader({
        exporter,
        exportIntervalMillis: times.every,
        // What is asked of the records counts too.
        exportTimeoutMillis: Math.min(times.every, times.patience + COLLECTING),
      }),
    ],
  });
  return {
    meter: provider.getMeter('kith', about.version),
    stop: async () => {
      const sent = provider.shutdown().catch(() => undefined);
      await Promise.race([sent, pause(times.patience + COLLECTING, undefined, { ref: false })]);
    },
  };
}

const AWAY = 'The collector of metrics does not take them. Kith works on without it.';

function tellingOnce(
  exporter: PushMetricExporter & { readonly shutdown: () => Promise<void> },
  tell: (problem: string) => void,
): PushMetricExporter {
  let told = false;
  return {
    export: (metrics, done) =>
      exporter.export(metrics, (result) => {
        // What went wrong may name addresses and what was answered: it is not repeated.
        const away = result.error !== undefined;
        if (away && !told) tell(AWAY);
        told = away;
        done(result);
      }),
    forceFlush: () => exporter.forceFlush(),
    shutdown: () => exporter.shutdown(),
    ...(exporter.selectAggregationTemporality && {
      selectAggregationTemporality: exporter.selectAggregationTemporality.bind(exporter),
    }),
    ...(exporter.selectAggregation && { selectAggregation: exporter.selectAggregation.bind(exporter) }),
  };
}
