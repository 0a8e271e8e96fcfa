import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

/** One package that `npm ci --omit dev` installs, on one platform or another. */
export type Package = {
  readonly name: string;
  readonly version: string;
  /** The hash that npm holds the package to; undefined where the lockfile has none. */
  readonly integrity: string | undefined;
  /** As its author declares it, in SPDX. */
  readonly licence: string | undefined;
};

const Lockfile = z.object({
  packages: z.record(
    z.string(),
    z.object({
      version: z.string().optional(),
      integrity: z.string().optional(),
      license: z.string().optional(),
      dev: z.boolean().optional(),
    }),
  ),
});

/** The production packages of a lockfile, those of the packages too. */
export function listPackages(lockfile: unknown): readonly Package[] {
  return Object.entries(Lockfile.parse(lockfile).packages).flatMap(([path, one]) =>
    path === '' || one.dev === true
      ? []
      : [
          {
            name: path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length),
            version: one.version ?? '',
            integrity: one.integrity,
            licence: one.license,
          },
        ],
  );
}

export function readLockfile(top: string): unknown {
  return JSON.parse(readFileSync(join(top, 'package-lock.json'), 'utf8'));
}
