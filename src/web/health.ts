import type { Context, Hono } from 'hono';
import type { WebContext } from './context.ts';

/** What whoever runs this process hands in, so that a machine before it can tell whether to send requests here. */
export type Operation = {
  /** Asked to stop: requests under way finish, new ones belong elsewhere. */
  readonly isStopping: () => boolean;
  /** Resolves when the records answer; throws when they do not. */
  readonly askRecords: () => Promise<unknown>;
  readonly onAnswer?: ((answer: Answer) => void) | undefined;
};

/** One request as logs and figures may know it: never who asked, of whom, or from where. */
export type Answer = {
  readonly id: string;
  readonly at: string;
  readonly method: string;
  /** The pattern of the route, with names in place of what stood there. */
  readonly route: string;
  readonly status: number;
  readonly milliseconds: number;
};

/** An answer is good for a second: however often a machine asks, the records are asked once. */
const GOOD_FOR = 1000;
const PATIENCE = 2000;

/**
 * `/health`: the process answers. `/ready`: the records answer, what the files say is published, and it is not stopping.
 * They stand before the front door (whoever checks comes by number and has no session), and say nothing of the area.
 */
export function keepHealth(app: Hono, web: WebContext): void {
  let known: { readonly at: number; readonly ready: Promise<boolean> } | undefined;

  const isReady = (): Promise<boolean> => {
    const now = web.clock.milliseconds();
    if (!known || now - known.at >= GOOD_FOR) known = { at: now, ready: findReady(web) };
    return known.ready;
  };

  app.get('/health', (context) => say(context, 200, 'working'));
  app.get('/ready', async (context) => {
    if (web.operation?.isStopping() === true) return say(context, 503, 'stopping');
    return (await isReady()) ? say(context, 200, 'ready') : say(context, 503, 'waiting');
  });
}

async function findReady(web: WebContext): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), PATIENCE);
  });
  const asked = async (): Promise<boolean> => {
    await web.operation?.askRecords();
    const { kind } = await web.account();
    // An area without files is ready to be given some.
    return kind === 'ready' || kind === 'empty';
  };
  try {
    return await Promise.race([asked().catch(() => false), late]);
  } finally {
    clearTimeout(timer);
  }
}

function say(context: Context, status: 200 | 503, words: string): Response {
  return context.text(`${words}\n`, status, { 'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff' });
}
