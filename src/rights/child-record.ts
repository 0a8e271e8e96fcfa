import { Refusal, today, type Clock, type Upn } from '#kernel';
import type { Access, Actor } from '#access';
import { formats, openStore, readChildRows, type ChildRows, type FileKind } from '#exchange/area-files';
import { attendanceCodes } from '#register';
import type { AreaFolder } from '#store';
import type { ChildRecord, RecordPart, Value } from './record-part.ts';
import { recordsOf } from './record-parts.ts';

/**
 * Everything kept about one child, for whoever asks to see it (UK GDPR article 15). Of other people it names only those of
 * staff who looked or are tied to the child, because a family may see who looked, and why; `names: false` leaves roles only.
 */
export async function gatherRecord(
  { area, access, clock }: { readonly area: AreaFolder; readonly access: Access; readonly clock: Clock },
  actor: Actor,
  upn: Upn,
  names: boolean,
): Promise<ChildRecord> {
  const subject = { kind: 'child', upn } as const;
  const answer = await access.permitFor(actor, 'rights', subject);
  if (answer.kind === 'refused') throw new Refusal('access/not-permitted', answer.reason);
  const open = await openStore(area, {});
  let received: readonly ChildRows[];
  try {
    received = await readChildRows(open, answer.permit);
  } finally {
    await open.close();
  }
  const kept = await access.actingAs(actor, 'rights', subject, (tx) => recordsOf(tx, upn, today(clock), names));
  const parts = [...received.flatMap(receivedParts), ...kept];
  if (parts.every(({ id, rows }) => id === 'looks' || rows.length === 0)) {
    throw new Refusal('rights/no-child', 'Nothing is kept about a child with that UPN. Check the UPN.');
  }
  return { upn, madeOn: today(clock), parts };
}

const TITLES: Partial<Readonly<Record<FileKind, readonly [title: string, says: string]>>> = {
  roll: [
    'On roll',
    'Schools you were on roll at, and what each said of you. A later row about the same spell replaces an earlier one.',
  ],
  marks: [
    'Attendance marks',
    'Each day of a register, as it came. A later row about the same day replaces an earlier one.',
  ],
  suspensions: ['Suspensions and exclusions', 'What schools sent about suspensions and exclusions.'],
  removals: ['Learning time lost inside sessions', 'Lessons you were taken out of, left or came late to.'],
};

const CAME = { file: 'The file it came in', received_on: 'The day that file was received', line: 'Its line there' };

function receivedParts({ kind, rows, rejected }: ChildRows): readonly RecordPart[] {
  const format = formats.find((one) => one.kind === kind);
  const [title, says] = TITLES[kind] ?? [kind, ''];
  const columns = Object.fromEntries(format?.columns.map(({ name, means }) => [name, means]) ?? []);
  const meanings =
    kind === 'marks' ? { am_means: 'The morning mark in words', pm_means: 'The afternoon mark in words' } : {};
  return [
    {
      id: kind,
      title,
      says,
      columns: { ...columns, ...meanings, ...CAME },
      rows: kind === 'marks' ? rows.map((row) => ({ ...row, ...meaningsOf(row) })) : rows,
    },
    {
      id: `${kind}-rejected`,
      title: `${title}: values that could not be used`,
      says: 'These were sent and are kept as they came, and nothing was worked out from them.',
      columns: { column_name: 'Column', value: 'What was sent', problem: 'Why it was not used', ...CAME },
      rows: rejected,
    },
  ];
}

function meaningsOf(row: Readonly<Record<string, Value>>): Readonly<Record<string, Value>> {
  const means = (code: Value | undefined): Value => {
    const on = String(row['date']);
    const facts = attendanceCodes.filter((fact) => fact.code === code);
    const inForce = facts.find(({ from = '', to = '9999' }) => on >= from && on <= to);
    return (inForce ?? facts[0])?.meaning ?? null;
  };
  return { am_means: means(row['am']), pm_means: means(row['pm']) };
}
