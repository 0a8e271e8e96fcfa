import { startYear, today, type AcademicYear, type Clock } from '#kernel';
import { singleUser, type Access } from '#access';
import {
  findGoalMeasure,
  judgeStatement,
  listMissions,
  stateMission,
  type PathPoint,
  type Series,
} from '#accountability';
import type { Aggregates } from '#lost-learning';

const SERIES: Series = { source: 'account', measure: 'severe_percent', place: 'area', schools: 'all' };

/**
 * One example of a goal, for the demonstration alone and once: of Northmoor’s own invented figures, never of a real
 * place’s. Two years are in them, so where it is heading cannot be said, and its page says so.
 */
export async function stateDemonstrationGoal(access: Access, clock: Clock, aggregates: Aggregates): Promise<void> {
  const measure = findGoalMeasure(SERIES.source, SERIES.measure);
  const latest = await findLatest(aggregates);
  if (!measure || !latest) return;
  const day = today(clock);
  const year = Math.max(Number(day.slice(0, 4)), startYear(latest.year) + 1);
  const share = (part: number): string => (latest.value * part).toFixed(1);
  const july = (years: number) => ({ day: '31', month: '7', year: String(year + years) });
  const judged = judgeStatement(
    SERIES,
    {
      baseline: latest.year,
      target: share(0.75),
      ...july(3),
      why: 'An example that comes with Northmoor, which is invented. A child who misses half of school is known by name to somebody; what is missing is often one person who asks why, and stays. End this goal, or state your own beside it.',
      answerable: 'Northmoor Inclusion Board (invented)',
      milestones: [
        { ...july(1), value: share(0.92), words: 'Every child away for 15 days has one named person' },
        { ...july(2), value: share(0.84), words: 'Every part-time timetable has an end date and is reviewed' },
      ],
    },
    { measure, points: [latest], today: day },
  );
  if (judged.kind !== 'good') return;
  await access.actingAs(singleUser, 'place-improvement', { kind: 'area' }, async (tx) => {
    if ((await listMissions(tx)).length > 0) return;
    await stateMission(tx, clock, singleUser, judged.value);
  });
}

type Counts = { readonly severe: number; readonly enrolments: number };

/** The latest year’s severe absence over all schools. Northmoor’s years are whole: they were over when it was made. */
async function findLatest(aggregates: Aggregates): Promise<PathPoint | undefined> {
  const year: AcademicYear | undefined = aggregates.years.find(({ asOf }) => asOf !== null)?.year;
  if (!year) return undefined;
  const rows = await aggregates.rows<{ readonly severe_enrolments: number; readonly enrolments: number }>(
    'absence_school',
    year,
  );
  const { severe, enrolments } = rows.reduce<Counts>(
    (sum, row) => ({
      severe: sum.severe + row.severe_enrolments,
      enrolments: sum.enrolments + row.enrolments,
    }),
    { severe: 0, enrolments: 0 },
  );
  return enrolments > 0 ? { year, value: (100 * severe) / enrolments } : undefined;
}
