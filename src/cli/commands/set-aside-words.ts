import type { ToldSetAside } from '#access';

/** What a line says that sets seals aside: which, how many looks, when. */
export function setAsideWords(told: Omit<ToldSetAside, 'left' | 'again'>): string {
  const { at, from, to, counted, sealedAfter, sealedUntil } = told;
  if (counted === 0)
    return `At ${moment(at)} sealing went on from seal ${number(told.goesOn - 1)}, and no seal was set aside.`;
  const seals = from === to ? `Seal ${number(from)} was` : `Seals ${number(from)} to ${number(to)} were`;
  const looks = counted === 1 ? '1 look' : `${number(counted)} looks`;
  const since = sealedAfter === '' ? '' : `after ${moment(sealedAfter)} and `;
  return `${seals} set aside at ${moment(at)}, with ${looks}, sealed ${since}up to ${sealedUntil === '' ? '' : moment(sealedUntil)}.`;
}

function number(value: number): string {
  return value.toLocaleString('en-GB');
}

export function moment(instant: string): string {
  return `${instant.slice(0, 19)}Z`;
}
