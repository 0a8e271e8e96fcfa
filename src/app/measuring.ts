import type { Attributes, Meter, MetricOptions } from '@opentelemetry/api';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { TellEmergency, TellLooks } from '#access';
import type { Clock } from '#kernel';
import type { AccountState, Operation } from '#web';
import { metricOf, type ATTRIBUTES, type MetricName } from './metrics.ts';
import type { TellPublished } from './timed-publication.ts';

/** What is told to a meter as it happens. */
export type Measuring = {
  readonly onRequest: NonNullable<Operation['onRequest']>;
  readonly onAnswer: NonNullable<Operation['onAnswer']>;
  readonly onLooks: TellLooks;
  readonly onEmergency: TellEmergency;
  readonly onPublished: TellPublished;
  /** Asked at each export. */
  readonly watch: (sources: Sources) => void;
  readonly stop: () => void;
};

export type Sources = {
  /** Undefined once the process is about to end. */
  readonly state: () => Promise<AccountState['kind'] | undefined>;
  /** Asks the records; throws where they do not answer. */
  readonly unsealed: () => Promise<number>;
};

/** As `/ready`: records that do not answer for so long are as good as away. */
const PATIENCE = 2000;

/** Instruments for the rows of the table. Values of attributes come from code, never from what was asked or answered. */
export function startMeasuring(meter: Meter, scheme: 'http' | 'https', clock: Clock): Measuring {
  const duration = meter.createHistogram('http.server.request.duration', optionsOf('http.server.request.duration'));
  const active = meter.createUpDownCounter('http.server.active_requests', optionsOf('http.server.active_requests'));
  const refusals = meter.createCounter('kith.refusals', optionsOf('kith.refusals'));
  const looks = meter.createCounter('kith.looks.written', optionsOf('kith.looks.written'));
  const emergencies = meter.createCounter('kith.emergencies.opened', optionsOf('kith.emergencies.opened'));
  const publications = meter.createHistogram('kith.publication.duration', optionsOf('kith.publication.duration'));
  const stopProcess = watchProcess(meter);
  const ofMethod = (method: string): Attributes => attributes({ 'http.request.method': method, 'url.scheme': scheme });

  return {
    onRequest: (method) => active.add(1, ofMethod(method)),
    onAnswer: ({ method, route, status, milliseconds, refused }) => {
      active.add(-1, ofMethod(method));
      const of = attributes({ 'http.route': route, 'http.response.status_code': status });
      duration.record(milliseconds / 1000, { ...ofMethod(method), ...of });
      if (refused !== undefined) refusals.add(1, attributes({ 'kith.refusal.kind': refused }));
    },
    onLooks: ({ count, permitted }) =>
      looks.add(count, attributes({ 'kith.look.outcome': permitted ? 'permitted' : 'refused' })),
    onEmergency: () => emergencies.add(1),
    onPublished: ({ outcome, milliseconds }) =>
      publications.record(milliseconds / 1000, attributes({ 'kith.publication.outcome': outcome })),
    watch: ({ state, unsealed }) => {
      watchState(meter, state);
      watchRecords(meter, unsealed, clock);
    },
    stop: stopProcess,
  };
}

const STATES = ['ready', 'working', 'empty', 'failed'] as const satisfies readonly AccountState['kind'][];

function watchState(meter: Meter, state: Sources['state']): void {
  const gauge = meter.createObservableGauge('kith.publication.state', optionsOf('kith.publication.state'));
  gauge.addCallback(async (result) => {
    const now = await inTime(state()).catch(() => undefined);
    if (now === undefined) return;
    for (const one of STATES) result.observe(one === now ? 1 : 0, attributes({ 'kith.publication.state': one }));
  });
}

/** One question answers all three. While it is not answered none is put behind it. */
function watchRecords(meter: Meter, unsealed: Sources['unsealed'], clock: Clock): void {
  const answering = meter.createObservableGauge('kith.records.answering', optionsOf('kith.records.answering'));
  const latency = meter.createObservableGauge('kith.records.latency', optionsOf('kith.records.latency'));
  const waiting = meter.createObservableGauge('kith.looks.unsealed', optionsOf('kith.looks.unsealed'));
  let asking = false;
  const ask = async (): Promise<number | undefined> => {
    if (asking) return undefined;
    asking = true;
    const answer = unsealed().finally(() => (asking = false));
    return inTime(answer).catch(() => undefined);
  };
  meter.addBatchObservableCallback(
    async (result) => {
      const began = clock.milliseconds();
      const counted = await ask();
      result.observe(answering, counted === undefined ? 0 : 1);
      if (counted === undefined) return;
      result.observe(latency, (clock.milliseconds() - began) / 1000);
      result.observe(waiting, counted);
    },
    [answering, latency, waiting],
  );
}

function watchProcess(meter: Meter): () => void {
  const late = monitorEventLoopDelay();
  late.enable();
  const memory = meter.createObservableUpDownCounter('process.memory.usage', optionsOf('process.memory.usage'));
  memory.addCallback((result) => result.observe(process.memoryUsage.rss()));
  const p99 = meter.createObservableGauge('nodejs.eventloop.delay.p99', optionsOf('nodejs.eventloop.delay.p99'));
  const most = meter.createObservableGauge('nodejs.eventloop.delay.max', optionsOf('nodejs.eventloop.delay.max'));
  meter.addBatchObservableCallback(
    (result) => {
      result.observe(p99, late.percentile(99) / 1e9);
      result.observe(most, late.max / 1e9);
      late.reset();
    },
    [p99, most],
  );
  return () => late.disable();
}

/** Undefined where it is not answered in time; a later answer is for nobody. */
async function inTime<T>(answer: Promise<T>): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), PATIENCE);
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Names that are not in the table of attributes do not compile. */
function attributes(of: Readonly<Partial<Record<keyof typeof ATTRIBUTES, string | number>>>): Attributes {
  return { ...of };
}

function optionsOf(name: MetricName): MetricOptions {
  const { what, unit, bounds } = metricOf(name);
  return { description: what, unit, ...(bounds && { advice: { explicitBucketBoundaries: [...bounds] } }) };
}
