import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';

const KITH = new URL('../../bin/kith.js', import.meta.url).pathname;

/** `kith serve --demo` as a process of its own, where the people of the demonstration sign in. */
export type Server = {
  readonly origin: string;
  /** Whether it works out a newer version now, as it says itself. */
  readonly isPublishing: () => boolean;
  /** How many versions it has made visible and tidied up after. */
  readonly published: () => number;
  readonly signIn: (person: string) => Promise<string>;
  readonly mostMemory: () => Promise<string>;
  readonly stop: () => Promise<void>;
};

export async function serveArea(folder: string, port: number, databaseUrl: string | undefined): Promise<Server> {
  const env = { ...process.env, ...(databaseUrl === undefined ? {} : { DATABASE_URL: databaseUrl }) };
  const child = spawn(process.execPath, [KITH, 'serve', folder, '--demo', '--port', String(port)], { env });
  let [said, published, publishing] = ['', 0, false];
  const hear = (chunk: Buffer): void => {
    for (const line of chunk.toString().split(/[\r\n]+/)) {
      if (line.includes('Working out')) publishing = true;
      if (line.startsWith('Ready')) [published, publishing] = [published + 1, false];
    }
    said = `${said}${chunk.toString()}`.slice(-2000);
  };
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  const origin = `http://127.0.0.1:${port}`;
  const server: Server = {
    origin,
    isPublishing: () => publishing,
    published: () => published,
    signIn: (person) => signIn(origin, person),
    mostMemory: async () => {
      const status = await readFile(`/proc/${child.pid}/status`, 'utf8').catch(() => '');
      const kilobytes = /VmHWM:\s+(\d+) kB/.exec(status)?.[1];
      return kilobytes === undefined ? 'not known' : `${Math.round(Number(kilobytes) / 1024)} MiB`;
    },
    stop: async () => {
      if (child.exitCode !== null) return;
      child.kill('SIGTERM');
      await once(child, 'exit');
    },
  };
  while (!said.includes('Kith is at')) {
    if (child.exitCode !== null) throw new Error(`kith serve stopped before it was ready: ${said}`);
    await pause(100);
  }
  await allPublished(server);
  return server;
}

/** A first start shows the latest year while it works the others out. */
async function allPublished(server: Server): Promise<void> {
  const cookie = await server.signIn('cast-area-administrator');
  for (;;) {
    const text = await (await fetch(`${server.origin}/schools`, { headers: { cookie } })).text();
    if (!text.includes('working out')) return;
    await pause(500);
  }
}

async function signIn(origin: string, person: string): Promise<string> {
  const response = await fetch(`${origin}/sign-in/as`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin, 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ actor: person }).toString(),
  });
  const session = response.headers.getSetCookie().find((line) => /session=[^;]/.test(line));
  if (session === undefined) throw new Error(`${person} could not sign in: ${response.status}`);
  return session.split(';')[0] ?? '';
}

/** A command of Kith in a process of its own, like the one that somebody types beside the pages. */
export async function runKith(args: readonly string[]): Promise<void> {
  const child = spawn(process.execPath, [KITH, ...args], { stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => void (said = `${said}${chunk.toString()}`.slice(-500)));
  await once(child, 'exit');
  if (child.exitCode !== 0) throw new Error(`kith ${args.join(' ')} ended with ${String(child.exitCode)}: ${said}`);
}
