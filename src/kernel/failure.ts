/**
 * Bad input or a bad place to work, said to a person: what is wrong and what to do.
 * Thrown, and caught once at each edge (exit status 1, or an error page). Codes: docs/errors.md.
 */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  constructor(
    readonly code: string,
    message: string,
    options?: { readonly cause?: unknown },
  ) {
    super(message, options);
  }
}

/** A promise of our own that did not hold. Never shown as the user’s fault. */
export function broken(code: string, detail: string): Error {
  return Object.assign(new Error(`${code}: ${detail}`), { code });
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
