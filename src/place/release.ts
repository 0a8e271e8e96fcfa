import type { PublicationId } from './publications.ts';

/** One release of a publication that Kith carries or was given, with where it came from. */
export type Release = {
  readonly id: string;
  readonly publication: PublicationId;
  readonly title: string;
  readonly publisher: string;
  /** A repository with its commit and path, or for an imported file its name. */
  readonly source: string;
  readonly licence: string;
  /** Day of publication, where known. */
  readonly published: string | undefined;
  /** Day (shipped) or moment (imported) Kith was given it. */
  readonly received: string;
  /** Of two releases of one day, the larger is later. */
  readonly revision: number;
  /** A collection of figures from publications (the Local Authority Interactive Tool), not a publication’s own file. */
  readonly compiled: boolean;
  /** In words: `2023/24`, `2006/07 to 2018/19`. */
  readonly period: string;
  readonly geography: string;
  readonly rows: number;
  /** Of the CSV, unpacked. */
  readonly sha256: string;
  readonly origin: 'shipped' | 'imported';
};

/**
 * Sorts the release that stands first: a publication’s own file before a compilation of it, then the later published,
 * then the larger revision. An imported release whose day of publication is not known counts from the day it was
 * imported; a carried one, from before every day that is known.
 */
export function byStanding(a: Release, b: Release): number {
  return (
    Number(a.compiled) - Number(b.compiled) ||
    descending(dayOf(a), dayOf(b)) ||
    b.revision - a.revision ||
    descending(a.received, b.received) ||
    descending(a.id, b.id)
  );
}

function dayOf(release: Release): string {
  return release.published ?? (release.origin === 'imported' ? release.received.slice(0, 10) : '');
}

function descending(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? 1 : -1;
}
