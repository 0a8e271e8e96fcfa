import { Refusal, today, type CalendarDate, type Clock, type Instant, type Upn } from '#kernel';
import { findRole, getRole, listPurposes, PURPOSES, type Access, type Actor } from '#access';
import { formats, openStore, readChildRows, type ChildRows, type FileKind } from '#exchange/area-files';
import { attendanceCodes } from '#register';
import type { AreaFolder, Tx } from '#store';
import { findList } from '#worklists';
import { readRequests } from './request.ts';

type Value = string | number | boolean | null;

/** One kind of what is kept about a child: what it is in plain words, its columns, and its rows. */
export type RecordPart = {
  readonly id: string;
  readonly title: string;
  readonly says: string;
  /** Name of each column, and what it means. */
  readonly columns: Readonly<Record<string, string>>;
  readonly rows: readonly Readonly<Record<string, Value>>[];
};

export type ChildRecord = { readonly upn: Upn; readonly madeOn: CalendarDate; readonly parts: readonly RecordPart[] };

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

async function recordsOf(tx: Tx, upn: Upn, now: CalendarDate, names: boolean): Promise<readonly RecordPart[]> {
  return [
    await accountPart(tx),
    await listsPart(tx),
    await tiesPart(tx, upn, names),
    await looksPart(tx, names),
    await requestsPart(tx, now),
    await holdsPart(tx, upn),
  ];
}

const COUNTS = {
  calendar: 'Sessions the school was open',
  attended: 'Sessions attended',
  suspended: 'Sessions suspended',
  authorised: 'Sessions absent with leave',
  unauthorised: 'Sessions absent without leave',
  part_time: 'Sessions not attended on a part-time timetable',
  access_failure: 'Sessions the school could not be reached',
  unrecorded_dual: 'Sessions due elsewhere that nobody recorded',
  not_required: 'Sessions not required to attend',
  unmarked: 'Sessions nobody marked',
  off_roll: 'Sessions on no roll',
  possible: 'Sessions that could have been attended',
  lost_headline: 'Sessions lost (headline)',
  lost_absence: 'Sessions lost (with absence)',
  lost_extended: 'Sessions lost (with all states)',
  minutes_lost: 'Minutes lost inside sessions',
} as const;

async function accountPart(tx: Tx): Promise<RecordPart> {
  const rows = await tx.selectFrom('account.child_year').selectAll().orderBy('academic_year').execute();
  return {
    id: 'account',
    title: 'Where each session of learning went',
    says: 'Worked out from the marks, school year by school year.',
    columns: {
      academic_year: 'School year',
      given_name: 'Given name',
      family_name: 'Family name',
      year_group: 'Year group',
      ...COUNTS,
      facts: 'What else was worked out, as data',
    },
    rows: rows.map(({ academic_year, given_name, family_name, year_group, facts, ...row }) => ({
      academic_year,
      given_name,
      family_name,
      year_group,
      ...Object.fromEntries(Object.keys(COUNTS).map((name) => [name, Number(row[name as keyof typeof COUNTS])])),
      facts: JSON.stringify(facts),
    })),
  };
}

async function listsPart(tx: Tx): Promise<RecordPart> {
  const [entries, departed] = [
    await tx.selectFrom('worklist.entry').selectAll().orderBy('list').execute(),
    await tx.selectFrom('worklist.departed').selectAll().orderBy('left_at').execute(),
  ];
  const titleOf = (list: string): string => findList(list)?.title ?? list;
  return {
    id: 'lists',
    title: 'Lists you stand in, or stood in lately',
    says: 'Lists that people who support you work through.',
    columns: {
      list: 'List',
      urn: 'School',
      since: 'Since',
      until: 'Until',
      counted: 'How much',
      due: 'Due',
      listed_at: 'First listed',
      left_at: 'Left the list',
      detail: 'What else the list tells, as data',
    },
    rows: [
      ...entries.map((row) => ({
        list: titleOf(row.list),
        urn: row.urn,
        since: row.since,
        until: row.until,
        counted: row.counted,
        due: row.due,
        listed_at: row.listed_at,
        left_at: null,
        detail: JSON.stringify(row.detail),
      })),
      ...departed.map((row) => ({
        list: titleOf(row.list),
        urn: row.urn,
        since: row.since,
        until: null,
        counted: row.counted,
        due: null,
        listed_at: row.listed_at,
        left_at: row.left_at,
        detail: null,
      })),
    ],
  };
}

async function tiesPart(tx: Tx, upn: Upn, names: boolean): Promise<RecordPart> {
  const rows = await tx
    .selectFrom('access.tie')
    .innerJoin('access.actor', 'access.actor.id', 'access.tie.actor')
    .select(['access.actor.name', 'access.actor.role', 'access.tie.since', 'access.tie.ended_at'])
    .where('access.tie.upn', '=', upn)
    .orderBy('access.tie.since')
    .execute();
  return {
    id: 'ties',
    title: 'Who has access to your record by name',
    says: 'Besides those who work for the area, or for a school or class of yours.',
    columns: { ...(names ? { name: 'Who' } : {}), role: 'Role', since: 'Since', ended_at: 'Ended' },
    rows: rows.map(({ name, role, since, ended_at }) => ({
      ...(names ? { name } : {}),
      role: titleOfRole(role),
      since,
      ended_at,
    })),
  };
}

async function looksPart(tx: Tx, names: boolean): Promise<RecordPart> {
  const rows = await tx
    .selectFrom('access.look')
    .select(['at', 'actor_name', 'role', 'purpose', 'subject_kind', 'permitted'])
    .where('subject_kind', 'in', ['area', 'school', 'child'])
    .orderBy('at')
    .orderBy('id')
    .execute();
  const AT = { area: 'the whole area', school: 'a school of yours', child: 'you' } as const;
  return {
    id: 'looks',
    title: 'Who looked, when, as what and why',
    says: 'Each look in which you could have been seen: at you, at a school of yours, or at the whole area. Making this record is one too.',
    columns: {
      at: 'When',
      ...(names ? { name: 'Who' } : {}),
      role: 'As what',
      purpose: 'Why',
      looked_at: 'Looked at',
      permitted: 'Was allowed',
    },
    rows: rows.map((row) => ({
      at: row.at,
      ...(names ? { name: row.actor_name } : {}),
      role: titleOfRole(row.role),
      purpose: whyOf(row.purpose),
      looked_at: AT[row.subject_kind as keyof typeof AT],
      permitted: row.permitted,
    })),
  };
}

async function requestsPart(tx: Tx, now: CalendarDate): Promise<RecordPart> {
  const requests = await readRequests(tx, now);
  return {
    id: 'requests',
    title: 'Requests about your data',
    says: 'What was asked, and what became of it.',
    columns: {
      kind: 'Request',
      asked_by: 'Asked by',
      received_on: 'Received',
      state: 'Where it stands',
      due: 'Answer due',
      words: 'What was asked',
    },
    rows: requests.map(({ kind, askedBy, receivedOn, state, due, words }) => ({
      kind,
      asked_by: askedBy,
      received_on: receivedOn,
      state,
      due: due ?? null,
      words: words ?? null,
    })),
  };
}

// That there is a hold is told; why may be the very advice that a court case turns on (Data Protection Act 2018,
// schedule 2, paragraph 19), so that is for the data protection officer to tell.
async function holdsPart(tx: Tx, upn: Upn): Promise<RecordPart> {
  const rows = await tx
    .selectFrom('rights.hold')
    .select(['at', 'lifted_at'])
    .where('upn', '=', upn)
    .orderBy('at')
    .execute();
  return {
    id: 'holds',
    title: 'Holds on your record',
    says: 'While a hold stands, nothing is erased. Ask the data protection officer why.',
    columns: { at: 'Set', lifted_at: 'Lifted' },
    rows: rows.map(({ at, lifted_at }: { readonly at: Instant; readonly lifted_at: Instant | null }) => ({
      at,
      lifted_at,
    })),
  };
}

function titleOfRole(text: string): string {
  const role = findRole(text);
  return role ? getRole(role).title : text;
}

function whyOf(text: string): string {
  const purpose = listPurposes().find((one) => one === text);
  return purpose ? PURPOSES[purpose].why : text;
}
