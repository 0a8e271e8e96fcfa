import { messageOf } from '#kernel';
import { makePart, type PartAnswer } from './part.ts';

/** What a worker process says: that an authority is there, that all of its are, or why it stopped. */
export type PartSaid =
  | { readonly kind: 'authority' }
  | { readonly kind: 'made'; readonly made: PartAnswer }
  | { readonly kind: 'failed'; readonly message: string };

/** In a worker process: makes the part of the country that its words name. */
export async function workOnPart(): Promise<void> {
  // Whoever started it is gone: nobody waits for the rest.
  process.once('disconnect', () => process.exit(1));
  const say = (said: PartSaid): void => {
    if (process.connected) process.send?.(said);
  };
  const [folder = '', scale, seed, at, of] = process.argv.slice(2);
  const part = { folder, scale: Number(scale), seed: Number(seed), at: Number(at), of: Number(of) };
  try {
    say({ kind: 'made', made: await makePart(part, () => say({ kind: 'authority' })) });
  } catch (error) {
    say({ kind: 'failed', message: messageOf(error) });
  }
  process.removeAllListeners('disconnect');
  if (process.connected) process.disconnect();
}
