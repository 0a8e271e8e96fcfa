// Date arithmetic of the generator's own, so that a slip in the oracle's cannot hide here too.

export const shift = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

const isWeekend = (date: string): boolean => [0, 6].includes(new Date(`${date}T00:00:00Z`).getUTCDay());

export const weekdaysFrom = (start: string, count: number): readonly string[] => {
  const out: string[] = [];
  for (let date = start; out.length < count; date = shift(date, 1)) if (!isWeekend(date)) out.push(date);
  return out;
};
