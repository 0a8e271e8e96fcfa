/** Text in lines of at most so many letters, broken between words; what is left over ends in `…`. */
export function labelLines(text: string, letters: number, most = 2): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= letters) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  const shown = lines.slice(0, most);
  return isolatedEach(lines.length > most ? [...shown.slice(0, -1), `${shown.at(-1) ?? ''}…`] : shown);
}

/** What stands between marks of a direction of its own (Unicode annex 9, isolates) and goes on in another line has them in each. */
function isolatedEach(lines: readonly string[]): readonly string[] {
  let open: readonly string[] = [];
  return lines.map((line) => {
    const text = `${open.join('')}${line}`;
    const stack: string[] = [];
    for (const [mark] of text.matchAll(/[\u2066-\u2069]/g)) {
      if (mark === '\u2069') stack.pop();
      else stack.push(mark);
    }
    open = stack;
    return `${text}${'\u2069'.repeat(stack.length)}`;
  });
}

/** About how wide a text is: system fonts differ, so a label is given room for a wide one (DejaVu Sans). */
export function textWidth(text: string, size: number, bold = false): number {
  const letters = [...text].reduce(
    (sum, letter) =>
      sum + (/[%mwMW]/.test(letter) ? 0.95 : /[ .,:;il1'’]/.test(letter) ? 0.42 : isMark(letter) ? 0 : 0.63),
    0,
  );
  return letters * size * (bold ? 1.12 : 1);
}

/** What tells directions of writing apart takes no room. */
function isMark(letter: string): boolean {
  return /[\u200f\u2066-\u2069]/.test(letter);
}

/**
 * Moves labels on one line apart, so that neighbours stand at least `gap` from each other, each group around the middle
 * of where its labels would stand, within an extent.
 */
export function spread(at: readonly number[], gap: number, from: number, to: number): readonly number[] {
  const order = at.map((_, index) => index).toSorted((a, b) => (at[a] ?? 0) - (at[b] ?? 0));
  let groups: { readonly first: number; readonly members: readonly number[] }[] = order.map((index) => ({
    first: at[index] ?? 0,
    members: [index],
  }));
  const last = (group: (typeof groups)[number]): number => group.first + (group.members.length - 1) * gap;
  const within = (first: number, count: number): number => Math.max(from, Math.min(first, to - (count - 1) * gap));
  for (let meets = true; meets;) {
    groups = groups.map(({ first, members }) => ({ first: within(first, members.length), members }));
    const index = groups.findIndex((group, place) => {
      const next = groups[place + 1];
      return next !== undefined && next.first - last(group) < gap - 1e-9;
    });
    const [one, next] = [groups[index], groups[index + 1]];
    meets = one !== undefined && next !== undefined;
    if (!one || !next) break;
    const members = [...one.members, ...next.members];
    const middle = members.reduce((sum, member) => sum + (at[member] ?? 0), 0) / members.length;
    groups = groups.toSpliced(index, 2, { first: middle - ((members.length - 1) * gap) / 2, members });
  }
  const placed = new Map(
    groups.flatMap((group) => group.members.map((member, place) => [member, group.first + place * gap])),
  );
  return at.map((_, index) => placed.get(index) ?? 0);
}
