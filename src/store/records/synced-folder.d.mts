import type { PGlite } from '@electric-sql/pglite';

export function openSynced(
  folder: string,
  options?: { readonly compiled?: { readonly pgliteWasmModule: WebAssembly.Module }; readonly copy?: Blob },
): Promise<PGlite>;
export function syncAll(folder: string): void;
