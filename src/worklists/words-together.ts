/** Words, and those of several that a model tells in one text, in the order of their names: `a`, `a, b`, `b` … */
export function wordsTogether(
  words: Readonly<Record<string, string>>,
  join: (all: readonly string[]) => string,
): Readonly<Record<string, string>> {
  const sets: (readonly (readonly [name: string, words: string])[])[] = [];
  for (const one of Object.entries(words)) {
    const more = sets.map((set) => [...set, one]);
    sets.push([one], ...more);
  }
  return Object.fromEntries(
    sets.map((set) => [set.map(([name]) => name).join(', '), join(set.map(([, said]) => said))] as const),
  );
}

const DAYS = { monday: 'Monday', tuesday: 'Tuesday', wednesday: 'Wednesday', thursday: 'Thursday', friday: 'Friday' };

function listed(names: readonly string[]): string {
  return names.length > 1 ? `${names.slice(0, -1).join(', ')} and ${names.at(-1)}` : (names[0] ?? '');
}

const weekdays = wordsTogether(DAYS, listed);

/** On which weekdays something was so, or was so each time. */
export const weekdayWords: Readonly<Record<string, string>> = {
  ...weekdays,
  ...Object.fromEntries(Object.entries(weekdays).map(([names, said]) => [`every ${names}`, `Every ${said}`])),
};
