import { Refusal, type Clock } from '#kernel';

/** How a publication ends. `overtaken`: another process published in its place; `stopped`: the process was told to stop. */
export const PUBLICATION_OUTCOMES = ['published', 'overtaken', 'failed', 'stopped'] as const;

export type TellPublished = (published: {
  readonly outcome: (typeof PUBLICATION_OUTCOMES)[number];
  readonly milliseconds: number;
}) => void;

type Watch = { readonly clock: Clock; readonly stopping: AbortSignal; readonly tell: TellPublished };

/** Publishes, and tells whoever counts how it ended and how long it took. */
export async function timed({ clock, stopping, tell }: Watch, publish: () => Promise<void>): Promise<void> {
  const began = clock.milliseconds();
  const ended = (outcome: (typeof PUBLICATION_OUTCOMES)[number]): void =>
    tell({ outcome, milliseconds: clock.milliseconds() - began });
  try {
    await publish();
    ended('published');
  } catch (error) {
    const overtaken = error instanceof Refusal && error.code === 'access/publish-overtaken';
    ended(stopping.aborted ? 'stopped' : overtaken ? 'overtaken' : 'failed');
    throw error;
  }
}
