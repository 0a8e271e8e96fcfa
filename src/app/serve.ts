import { serve as listen, type ServerType } from '@hono/node-server';
import { rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { messageOf, ownFaultWords, Refusal } from '#kernel';
import { publicationNow, singleUser, startSealer, unsealedLooks, type Access } from '#access';
import type { Serve, Terminal } from '#cli';
import { areaAt, findStore, listImports, STORE_IN_FOLDER } from '#exchange/area-files';
import { openPlace } from '#place';
import { closeRecords, openRecords, readManifest, type AreaFolder, type Records } from '#store';
import { createWeb, UNNAMED_AREA } from '#web';
import { checkArea } from './check-area.ts';
import { enterCast, tieCast } from './demonstration-cast.ts';
import { stateDemonstrationGoal } from './demonstration-goal.ts';
import { settleSharing } from './demonstration-sharing.ts';
import { inviteFirstAdministrator } from './first-administrator.ts';
import { keepPublished } from './keep-published.ts';
import { openMetrics } from './open-metrics.ts';
import { LOOPBACK, readReach } from './listening.ts';
import { recordsPlace, recordsSentence } from './records-place.ts';
import { requestLog } from './request-log.ts';
import { eventLog } from './event-log.ts';
import { finishRights } from './rights.ts';
import { finishRequests } from './finish-requests.ts';
import { sealsFolder } from './seals-folder.ts';
import { readSettings } from './settings.ts';
import { watchedAccess } from './watched-access.ts';
import { chooseWayIn, openWayIn } from './way-in.ts';

/** Serves an area’s pages until the process is told to stop. */
export async function serve(options: Parameters<Serve>[0], terminal: Terminal): Promise<void> {
  const started = terminal.clock.milliseconds();
  const settings = readSettings();
  const reach = await readReach(process.env);
  // A new records store takes seconds to make: the demonstration's is made while its files are read.
  let early: Promise<Records> | undefined;
  const area = await findArea(options, terminal, (path) => {
    early = openRecords(recordsPlace({ path }));
    early.catch(() => undefined); // told of where it is awaited
  });
  const manifest = await readManifest(area);
  const asked = { singleUser: options.singleUser, demonstration: options.makeDemonstration !== undefined };
  const way = chooseWayIn(manifest, asked, reach);
  terminal.err('Opening the records\n');
  const records = await (early ?? openRecords(recordsPlace(area)));
  const stopping = new AbortController();
  let clearing: NodeJS.Timeout | undefined;
  let ending = false;
  const metrics = await openMetrics(settings, reach, terminal);
  const access = watchedAccess(records, settings, terminal, metrics);
  await finishRights(area, records, access, terminal);
  const keeper = keepPublished(area, records, access, terminal, metrics?.onPublished);
  metrics?.watch({
    state: async () => (ending ? undefined : (await keeper.state()).kind),
    unsealed: () => unsealedLooks(records, terminal.clock),
  });
  const published = await openPlace({ storeFolder: area.path });
  const sealer = startSealer(records, terminal.clock, {
    folder: sealsFolder(area),
    onTrouble: (problem) => terminal.err(`${problem}\n`),
  });
  try {
    terminal.err(`${recordsSentence(records)}\n`);
    await checkArea(area, await publicationNow(records, terminal.clock));
    if (manifest.demonstration) await enterCast(access, terminal.clock);
    const wayIn = await openWayIn(way, { reach, port: options.port, records, clock: terminal.clock });
    const web = createWeb({
      ...wayIn,
      operation: {
        isStopping: () => stopping.signal.aborted,
        askRecords: () => publicationNow(records, terminal.clock),
        ...requestLog(settings, terminal, metrics),
        onRestriction: eventLog(settings, terminal),
      },
      clock: terminal.clock,
      access,
      actor: singleUser,
      account: keeper.state,
      published,
      area: {
        folder: area,
        name: manifest.name ?? UNNAMED_AREA,
        demonstration: manifest.demonstration,
        region: manifest.region ?? undefined,
        imports: () => listImports(area),
      },
    });
    const server = await listening(web.fetch, options.port, reach.hostname);
    const address = reach.origin?.origin ?? `http://${LOOPBACK}:${options.port}`;
    terminal.err(`Kith is opening at ${address}\n`);
    if (way === 'sign-in') await tellFirst(access, terminal, address);
    const clear = (): void => void wayIn.signIn?.clear().catch((error: unknown) => complain(terminal, error));
    clearing = setInterval(clear, AN_HOUR).unref();
    await keeper.shows();
    const shown = await keeper.state();
    if (manifest.demonstration && shown.kind === 'ready') {
      await stateDemonstrationGoal(access, terminal.clock, shown.aggregates);
      await tieCast(access, terminal.clock, shown.aggregates);
      await settleSharing(access, terminal.clock);
    }
    const seconds = Math.round((terminal.clock.milliseconds() - started) / 1000);
    terminal.out(`Kith is at ${address} (ready in ${seconds} seconds). Stop it with Ctrl+C.\n`);
    await stopped(stopping);
    await finishRequests(server, Number(settings.KITH_DRAIN_SECONDS ?? 0));
  } finally {
    ending = true;
    clearInterval(clearing);
    keeper.stop();
    published.close();
    // Last, when nobody looks any more.
    await sealer.stop();
    await metrics?.stop();
    await closeRecords(records);
  }
}

async function findArea(
  options: Parameters<Serve>[0],
  terminal: Terminal,
  onNewStore: (path: string) => void,
): Promise<AreaFolder> {
  const { folder, makeDemonstration } = options;
  if (makeDemonstration && !(await exists(join(folder, STORE_IN_FOLDER, 'kith-area.json')))) {
    terminal.err(`Making Northmoor, a fictional area, in ${folder}. This happens once.\n`);
    await rm(join(folder, STORE_IN_FOLDER), { recursive: true, force: true });
    await makeDemonstration(folder, () => onNewStore(areaAt(join(folder, STORE_IN_FOLDER)).path));
  }
  const store = await findStore(folder);
  if (store) return store;
  if (await exists(folder)) return areaAt(join(folder, STORE_IN_FOLDER));
  throw new Refusal(
    'serve/no-area',
    `There is no area at ${folder}. Make the demonstration with: kith serve --demo, or bring files in with: kith import <folder>`,
  );
}

const AN_HOUR = 3_600_000;

/** Somebody must be able to let the others in: whoever started the process is told how, until it has been done. */
async function tellFirst(access: Access, terminal: Terminal, address: string): Promise<void> {
  const code = await inviteFirstAdministrator(access, terminal.clock);
  if (code === undefined) return;
  terminal.err(
    `No administrator can sign in yet. Use this invitation once, at ${address}/sign-in/invitation, and give it to nobody:\n${code}\n`,
  );
}

function complain(terminal: Terminal, error: unknown): void {
  terminal.err(`What is over could not be cleared away: ${ownFaultWords(error)}.\n`);
}

function listening(fetch: Parameters<typeof listen>[0]['fetch'], port: number, hostname: string): Promise<ServerType> {
  return new Promise((resolve, reject) => {
    const server = listen({ fetch, port, hostname }, () => resolve(server));
    server.on('error', (error: NodeJS.ErrnoException) => {
      const taken = error.code === 'EADDRINUSE';
      reject(
        taken
          ? new Refusal('serve/port', `Port ${port} is in use. Choose another with --port.`, { cause: error })
          : error,
      );
    });
  });
}

const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

function stopped(stopping: AbortController): Promise<void> {
  return new Promise((resolve) => {
    stopping.signal.addEventListener('abort', () => resolve());
    const told = (): void => {
      // The next one, whichever it is, ends the process as if nobody listened.
      for (const signal of SIGNALS) process.off(signal, told);
      stopping.abort();
    };
    for (const signal of SIGNALS) process.on(signal, told);
  });
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    (error: unknown) => {
      if (/ENOENT|ENOTDIR/.test(messageOf(error))) return false;
      throw error;
    },
  );
}
