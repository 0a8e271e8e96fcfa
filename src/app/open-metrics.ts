import { VERSION, type Terminal } from '#cli';
import type { Reach } from './listening.ts';
import { startMeasuring, type Measuring } from './measuring.ts';
import { collectorOf, startExport } from './metrics-export.ts';
import type { Settings } from './settings.ts';

/** What is told and watched while figures are sent. */
export type Metrics = Omit<Measuring, 'stop'> & {
  /** Sends the last figures, within a few seconds. The records still answer. */
  readonly stop: () => Promise<void>;
};

/** Measures how Kith runs and sends it to a collector; undefined where the environment names none: nothing is measured. */
export async function openMetrics(
  settings: Settings,
  { origin }: Pick<Reach, 'origin'>,
  terminal: Pick<Terminal, 'clock' | 'err'>,
): Promise<Metrics | undefined> {
  const url = collectorOf(settings);
  if (url === undefined) return undefined;
  const times = {
    every: Number(settings.OTEL_METRIC_EXPORT_INTERVAL ?? 60_000),
    patience: Number(settings.OTEL_EXPORTER_OTLP_TIMEOUT ?? 3000),
  };
  const tell = (problem: string): void => terminal.err(`${problem}\n`);
  const sent = await startExport(url, times, { version: VERSION, tell });
  const measuring = startMeasuring(sent.meter, origin?.protocol === 'https:' ? 'https' : 'http', terminal.clock);
  return {
    ...measuring,
    stop: async () => {
      await sent.stop();
      measuring.stop();
    },
  };
}
