import cliProgress from 'cli-progress';
import type { Clock } from '#kernel';
import type { Progress } from '#exchange/area-files';
import type { CountProgress } from '#lost-learning';

/** Where a command speaks: answers to `out`, everything else to `err`. Handed in, so that tests can listen. */
export type Terminal = {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** Columns of the terminal, or undefined where the output is not one. */
  readonly width: number | undefined;
  readonly clock: Clock;
  readonly user: string;
};

/** Progress on standard error: a bar in a terminal, one line a file elsewhere. */
export function progressOn(terminal: Terminal): { readonly progress: Progress; readonly stop: () => void } {
  if (terminal.width === undefined) {
    let last = '';
    return {
      progress: ({ file, words }) => {
        if (words === 'Reading' && file !== last) terminal.err(`Reading ${file}\n`);
        if (words === 'Reading') last = file;
      },
      stop: () => undefined,
    };
  }
  const bar = new cliProgress.SingleBar(
    {
      format: '{words} {file} [{bar}] {percentage}%',
      hideCursor: true,
      clearOnComplete: true,
      fps: 10,
      stream: process.stderr,
    },
    cliProgress.Presets.legacy,
  );
  let running = false;
  return {
    progress: ({ file, read, of, words }) => {
      if (!running) bar.start(of, read, { file, words });
      running = true;
      bar.setTotal(of);
      bar.update(read, { file, words });
    },
    stop: () => bar.stop(),
  };
}

/** Counting, told where somebody watches: at the size of one area it is over before a line of it could be read. */
export function countingOn(terminal: Terminal): CountProgress {
  return terminal.width === undefined ? () => undefined : countingStepsOn(terminal);
}

/** Counting, told wherever it is: a whole account takes a while. */
export function countingStepsOn(terminal: Terminal): CountProgress {
  const steps = stepsOn(terminal);
  return (step, done, total) => {
    if (step === 'damaged') terminal.err(`${terminal.width === undefined ? '' : CLEAR_LINE}${DAMAGED}\n`);
    else steps(done, total, COUNTING[step]);
  };
}

const COUNTING = { folding: 'Folding registers', counting: 'Counting children' } as const;
const DAMAGED = 'A file that was kept to count from is damaged: it is made again, and counting begins anew.';
const CLEAR_LINE = '\r\u001b[K';

/** Work that has steps and a name for each: `12 of 40 Writing marks`. */
export function stepsOn(terminal: Terminal): (done: number, total: number, words: string) => void {
  let last = -1;
  return (done, total, words) => {
    const percent = Math.floor((done / Math.max(1, total)) * 100);
    if (terminal.width !== undefined) terminal.err(`${CLEAR_LINE}${words} ${percent}%${done >= total ? '\n' : ''}`);
    else if (Math.floor(percent / 25) !== Math.floor(last / 25)) terminal.err(`${words} ${percent}%\n`);
    last = percent;
  };
}
