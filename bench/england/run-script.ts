import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { readSpent, type Spent } from './spent.ts';

/** What a whole process took, as it says itself, and from its start to its end as we saw it. */
export type Run = Spent & { readonly whole: number };

export const HERE = new URL('.', import.meta.url).pathname;

/** A script of this folder as the words of a command, which loads what it needs as bin/kith.js does. */
export function script(file: string, ...args: readonly string[]): readonly string[] {
  return [process.execPath, join(HERE, 'start.js'), join(HERE, file), ...args];
}

export async function timed(command: readonly string[]): Promise<Run> {
  const began = performance.now();
  const said = await output(command);
  return { whole: (performance.now() - began) / 1000, ...readSpent(said) };
}

/** What a command prints, once it has ended well. */
export function output([program = '', ...args]: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'inherit'] });
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
    child.on('error', reject);
    child.on('close', (status) => {
      if (status === 0) resolve(said);
      else
        reject(
          new Error(
            `${args.filter((word) => word.startsWith('/')).join(' ')} ended with ${status ?? 'a signal'}\n${said}`,
          ),
        );
    });
  });
}
