import { serve as listen, type ServerType } from '@hono/node-server';
import { rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { messageOf, Refusal } from '#kernel';
import { createAccess, singleUser } from '#access';
import type { Serve, Terminal } from '#cli';
import { areaAt, findStore, listImports, STORE_IN_FOLDER } from '#exchange/area-files';
import { openPlace } from '#place';
import { closeRecords, openRecords, readManifest, type AreaFolder, type Manifest, type Records } from '#store';
import { createWeb, UNNAMED_AREA } from '#web';
import { settleCast } from './demonstration-cast.ts';
import { stateDemonstrationGoal } from './demonstration-goal.ts';
import { settleSharing } from './demonstration-sharing.ts';
import { keepPublished } from './keep-published.ts';

const LOOPBACK = '127.0.0.1';

/** Serves an area’s pages until the process is told to stop. */
export async function serve(options: Parameters<Serve>[0], terminal: Terminal): Promise<void> {
  const started = terminal.clock.milliseconds();
  // A new records store takes seconds to make: the demonstration's is made while its files are read.
  let early: Promise<Records> | undefined;
  const area = await findArea(options, terminal, (path) => {
    early = openRecords({ folder: recordsFolder(path) });
    early.catch(() => undefined); // told of where it is awaited
  });
  const manifest = await readManifest(area);
  mayServe(manifest, options.singleUser);
  terminal.err('Opening the records\n');
  const records = await (early ?? openRecords({ folder: recordsFolder(area.path) }));
  const stopping = new AbortController();
  const access = createAccess(records, terminal.clock);
  const keeper = keepPublished(area, access, terminal);
  const published = await openPlace({ storeFolder: area.path });
  try {
    const web = createWeb({
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
    const server = await listening(web.fetch, options.port);
    terminal.err(`Kith is opening at http://${LOOPBACK}:${options.port}\n`);
    await keeper.shows();
    const shown = await keeper.state();
    if (manifest.demonstration && shown.kind === 'ready') {
      await stateDemonstrationGoal(access, terminal.clock, shown.aggregates);
      await settleCast(access, terminal.clock, shown.aggregates);
      await settleSharing(access, terminal.clock);
    }
    const seconds = Math.round((terminal.clock.milliseconds() - started) / 1000);
    terminal.out(`Kith is at http://${LOOPBACK}:${options.port} (ready in ${seconds} seconds). Stop it with Ctrl+C.\n`);
    await stopped(stopping);
    await new Promise<void>((done) => server.close(() => done()));
  } finally {
    keeper.stop();
    published.close();
    await closeRecords(records);
  }
}

function recordsFolder(area: string): string {
  return join(area, 'records');
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

/** Until there is sign-in, real people’s records open only for someone who says that they know what it means. */
function mayServe(manifest: Manifest, singleUser: boolean): void {
  if (manifest.demonstration || singleUser) return;
  throw new Refusal(
    'serve/single-user',
    'Kith has no sign-in yet: whoever uses this machine while it runs can see every child in this area. It listens on this machine only, and every look is recorded. If that is right for you, start it with --single-user.',
  );
}

function listening(fetch: Parameters<typeof listen>[0]['fetch'], port: number): Promise<ServerType> {
  return new Promise((resolve, reject) => {
    const server = listen({ fetch, port, hostname: LOOPBACK }, () => resolve(server));
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

function stopped(stopping: AbortController): Promise<void> {
  return new Promise((resolve) => {
    stopping.signal.addEventListener('abort', () => resolve());
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stopping.abort());
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
