import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';

const FILE = new URL('./behind-others.ts', import.meta.url).href;
/** Prints how nice the process and a thread of its pool are, before and after. */
const SCRIPT = `
  import { readdirSync } from 'node:fs';
  import { readFile } from 'node:fs/promises';
  import { getPriority } from 'node:os';
  import { goBehindOthers } from '${FILE}';
  await readFile('/dev/null');
  const nice = () => Math.min(...readdirSync('/proc/self/task').map((thread) => getPriority(Number(thread))));
  const before = nice();
  goBehindOthers();
  console.log(nice() - before);`;

test.skipIf(process.platform !== 'linux')(
  'every thread of a process goes behind others, also those of its pool',
  () => {
    const args = ['--import', import.meta.resolve('tsx'), '--input-type=module', '-e', SCRIPT];
    const { stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
    expect([stdout.trim(), stderr]).toEqual(['5', '']);
  },
);
