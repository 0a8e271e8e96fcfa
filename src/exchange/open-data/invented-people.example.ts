import type { Person } from './people.ts';

/**
 * Enough invented people for a data set of absence, at eight schools. `extra` of them more are severely absent girls with
 * a plan: what differs between two releases.
 */
export function inventedPeople(many: number, extra = 0): readonly Person[] {
  return [...Array(many + extra).keys()].map((n) => {
    const more = n >= many;
    const severe = more || n % 61 === 0;
    const overall = severe ? 210 : n % 9 === 0 ? 50 : n % 3;
    return {
      school: String(n % 8),
      groups: {
        phase: n % 2 === 0 ? 'primary' : 'secondary',
        year_group: String(n % 5),
        sex: more || (n * 7) % 5 < 2 ? 'F' : 'M',
        fsm: n % 4 === 0 ? 'Y' : 'N',
        sen: more || n % 29 === 0 ? 'E' : n % 6 === 0 ? 'K' : 'N',
      },
      numbers: { possible: 380, overall, persistent: overall >= 38 ? 1 : 0, severe: severe ? 1 : 0 },
    };
  });
}
