import { mkdtemp, rm } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { seededRandom, systemClock, today } from '#kernel';
import { startPostgres } from '../../scripts/postgres/start-postgres.ts';
import { watchAnswers } from './answers.ts';
import { copyArea, writeFurtherRegisters } from './area.ts';
import { sendArrivals, type Asked } from './arrivals.ts';
import { runBeside } from './beside.ts';
import { tablesOf, type Timed } from './report.ts';
import { serveArea, type Server } from './server.ts';
import { readVisits } from './visits.ts';

export type Load = {
  readonly pupils: number;
  /** Where the area is, or is made and left; it is copied, so that it stays as it was. Undefined: made and thrown away. */
  readonly kept: string | undefined;
  /** Seconds with nothing beside the pages, before the imports and again after them. */
  readonly rest: number;
  /** Seconds of publishing after which the measurement ends, where it would take longer. */
  readonly most: number;
  readonly imports: number;
  readonly records: 'embedded' | 'server';
  readonly machine: string;
  /** Roles that stay away. */
  readonly without: readonly string[];
};

/** Requests a second of all people together. */
const RATE = 10;
const PORT = 18_791;
/** Above this many processes waiting for a processor, something else was running. */
const QUIET = 0.5;
/** Answers that were not whole or not right are told up to so many; how many there were is always told. */
const TOLD = 10;

/**
 * People open pages at random, each for themselves, while files of further registers are imported one after another and
 * what follows from them is published: how long each page took, and whether its answers were whole. Returns the report.
 */
export async function benchLoad(load: Load): Promise<readonly string[]> {
  const [, waiting = 0] = loadavg();
  const home = await mkdtemp(join(tmpdir(), 'kith-load-'));
  const postgres = load.records === 'server' ? await startPostgres() : undefined;
  try {
    const area = join(home, 'area');
    await copyArea(load.kept ?? join(home, 'made'), area, {
      pupils: load.pupils,
      // A server’s database is new each time: it is published into when the copy is served.
      publish: async (kept) => {
        if (!postgres) await (await serveArea(kept, PORT, undefined)).stop();
      },
    });
    const files = await writeFurtherRegisters(area, home, load.imports);
    const server = await serveArea(area, PORT, postgres?.admin);
    try {
      return [loadWords(load, waiting), '', ...(await measure(load, server, area, files))];
    } finally {
      await server.stop();
    }
  } finally {
    await postgres?.stop();
    await rm(home, { recursive: true, force: true });
  }
}

async function measure(
  { rest, most, without }: Load,
  server: Server,
  area: string,
  files: readonly string[],
): Promise<readonly string[]> {
  const cookies = new Map<string, string>();
  const send = async ({ person, path }: Pick<Asked, 'person' | 'path'>): Promise<{ status: number; text: string }> => {
    const cookie = cookies.get(person) ?? (await server.signIn(person));
    cookies.set(person, cookie);
    const response = await fetch(`${server.origin}${path}`, { headers: { cookie }, redirect: 'manual' });
    return { status: response.status, text: await response.text() };
  };
  const visits = await readVisits((person, path) => send({ person, path }), seededRandom(2), without);
  const already = server.published();
  const answers = watchAnswers(() => server.published() - already + 1);
  const times: Timed[] = [];
  const beside = runBeside(server, area, files, { rest, most });
  await sendArrivals({
    rate: RATE,
    random: seededRandom(1),
    goesOn: () => !beside.isOver(),
    draw: (random) => ({ ...visits.draw(random), phase: beside.phase() }),
    send,
    onAnswer: (answered) => {
      times.push({ page: answered.page, milliseconds: answered.milliseconds, phase: answered.phase });
      answers.take(answered);
    },
  });
  await beside.done;
  const faults = await answers.faults(send);
  return [
    `${visits.children} children in ${visits.schools} schools. Requests arrived at random, ${RATE} a second on average, none waiting for another, from the same machine; ${visits.people.length} people of the demonstration had signed in (${visits.people.join(', ')}), and each opened what their role may open. Times are in milliseconds, from the moment a request was to arrive to its last byte. Imports: ${files.length}, a week of the whole area’s registers each, put right in one mark of nine; publications that followed: ${server.published() - already}${server.isPublishing() ? ', and one that was still going on when the measurement ended' : ''}. “A publication” is from when the server begins to work a newer version out until it has tidied up after it, whether or not a further import ran beside it. Most memory of the server: ${await server.mostMemory()}.`,
    '',
    ...tablesOf(times, visits.pages, beside.seconds()),
    '## Whole and right',
    '',
    `Of ${answers.addresses()} addresses, ${answers.changed()} said something else once a newer version was shown. An answer had to end, with status 200; an address had to say one thing for each version, in their order; and at the end what it says at rest. ${faults.length === 0 ? 'All did.' : `${faults.length} did not:`}`,
    '',
    ...faults.slice(0, TOLD).map((fault) => `- ${fault}`),
    '',
  ];
}

function loadWords({ machine, records }: Load, waiting: number): string {
  const where = records === 'embedded' ? 'the embedded database' : 'a PostgreSQL server on the same machine';
  const words = `Before it began, ${waiting.toFixed(1)} processes on average had been running or waiting for five minutes`;
  const noise =
    waiting > QUIET
      ? `${words}: other work ran on the machine, so times are longer than on a quiet one`
      : `${words}: the machine was quiet`;
  return `${today(systemClock)}. ${machine}. Records in ${where}. ${noise}.`;
}
