import type { Context, Hono } from 'hono';
import type { WebContext } from './context.ts';

/** An answer is good for a second: however often a machine asks, the records are asked once. */
const GOOD_FOR = 1000;
/** Records that do not answer for so long are as good as away. */
const PATIENCE = 2000;
/** A question that was never answered is asked again after this, on another connection. Until then none is put behind it. */
const GIVEN_UP = 30_000;

type Asked = { readonly at: number; readonly ready: Promise<boolean>; answered: boolean };

/**
 * `/health`: the process answers. `/ready`: the records answer, what the files say is published, and it is not stopping.
 * They stand before the front door (whoever checks comes by number and has no session), and say nothing of the area.
 */
export function keepHealth(app: Hono, web: WebContext): void {
  let asked: Asked | undefined;

  const isReady = async (): Promise<boolean> => {
    const now = web.clock.milliseconds();
    if (!asked || now - asked.at >= (asked.answered ? GOOD_FOR : GIVEN_UP)) asked = ask(web, now);
    const waited = now - asked.at;
    return asked.answered || waited < PATIENCE ? inTime(asked.ready) : false;
  };

  app.get('/health', (context) => say(context, 200, 'working'));
  app.get('/ready', async (context) => {
    if (web.operation?.isStopping() === true) return say(context, 503, 'stopping');
    return (await isReady()) ? say(context, 200, 'ready') : say(context, 503, 'waiting');
  });
}

function ask(web: WebContext, at: number): Asked {
  const question = async (): Promise<boolean> => {
    try {
      await web.operation?.askRecords();
      const { kind } = await web.account();
      // An area without files is ready to be given some, and one whose files cannot be used to be given better ones.
      return kind !== 'working';
    } catch {
      return false;
    } finally {
      asked.answered = true;
    }
  };
  const asked = { at, answered: false, ready: Promise.resolve(false) };
  asked.ready = question();
  return asked;
}

async function inTime(ready: Promise<boolean>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), PATIENCE);
  });
  try {
    return await Promise.race([ready, late]);
  } finally {
    clearTimeout(timer);
  }
}

function say(context: Context, status: 200 | 503, words: string): Response {
  return context.text(`${words}\n`, status, { 'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff' });
}
