import type { Package } from './packages.ts';

/**
 * Licences under which a production package may be, by SPDX name: all let Kith be passed on under its own licence. A new
 * one is a decision of whoever keeps the repository, with a look at what it asks for.
 */
const ALLOWED: Readonly<Record<string, string>> = {
  MIT: 'keep the notice',
  'MIT-0': 'nothing',
  ISC: 'keep the notice',
  '0BSD': 'nothing',
  'BSD-2-Clause': 'keep the notice',
  'BSD-3-Clause': 'keep the notice, and use no names',
  'BlueOak-1.0.0': 'keep the notice',
  'Apache-2.0': 'keep the notice, and say what was changed',
  'OFL-1.1': 'fonts: keep the notice, and do not sell them by themselves',
};

/** What is wrong with packages, as `name@version …`. */
export function listPackageFaults(packages: readonly Package[]): readonly string[] {
  return packages.flatMap(({ name, version, integrity, licence }) => [
    ...(integrity === undefined || !/^sha512-[\w+/]{86}==$/.test(integrity)
      ? [`${name}@${version} has no SHA-512`]
      : []),
    ...(licence === undefined || !isAllowed(licence)
      ? [`${name}@${version} is under ${licence ?? 'no licence that it names'}`]
      : []),
  ]);
}

/** An expression of SPDX without brackets: of `OR` one has to be allowed, of `AND` all. Anything else is not. */
function isAllowed(expression: string): boolean {
  return expression.split(' OR ').some((side) => side.split(' AND ').every((one) => Object.hasOwn(ALLOWED, one)));
}
