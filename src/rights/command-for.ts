import type { RequestKind } from './request.ts';

/** The command that carries out a request, for whoever runs it to fill in; undefined where none does. */
export function commandFor(kind: RequestKind, upn: string): string | undefined {
  switch (kind) {
    case 'access':
      return `kith rights export … ${upn} --to …`;
    case 'erasure':
      return `kith rights erase … ${upn} --because …`;
    default:
      return undefined;
  }
}
