import type { CalendarDate, Upn } from '#kernel';
import { listPurposes, PURPOSES } from '#access';
import type { Tx } from '#store';
import { findList } from '#worklists';
import { agreedParts } from './agreed-parts.ts';
import type { RecordPart } from './record-part.ts';
import { readRequests } from './request.ts';
import { readRestrictions, RESTRICTION_GROUNDS } from './restriction.ts';
import { titleOfRole } from './role-title.ts';

/** What the records keep about the child that `tx` entered for. */
export async function recordsOf(tx: Tx, upn: Upn, now: CalendarDate, names: boolean): Promise<readonly RecordPart[]> {
  return [
    await accountPart(tx),
    await listsPart(tx),
    await tiesPart(tx, upn, names),
    await looksPart(tx, names),
    ...(await agreedParts(tx, upn, names)),
    await requestsPart(tx, now),
    await holdsPart(tx, upn),
    await restrictionsPart(tx, upn),
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
      ...Object.fromEntries(Object.entries(row).filter(([name]) => name in COUNTS)),
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
  const AT: Readonly<Record<string, string>> = { area: 'the whole area', school: 'a school of yours', child: 'you' };
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
      looked_at: AT[row.subject_kind] ?? '',
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
    rows: rows.map(({ at, lifted_at }) => ({
      at,
      lifted_at,
    })),
  };
}

async function restrictionsPart(tx: Tx, upn: Upn): Promise<RecordPart> {
  const restrictions = (await readRestrictions(tx)).filter((one) => one.upn === upn);
  return {
    id: 'restrictions',
    title: 'When the use of your record was restricted',
    says: 'While it is, your record is kept and not used, but for the few whom the law leaves.',
    columns: { since: 'From', article: 'Article of the UK GDPR', lifted_at: 'Lifted', told_on: 'You were told on' },
    rows: restrictions.map(({ since, because, lifted }) => ({
      since,
      article: RESTRICTION_GROUNDS[because],
      lifted_at: lifted?.at ?? null,
      told_on: lifted?.toldOn ?? null,
    })),
  };
}

function whyOf(text: string): string {
  const purpose = listPurposes().find((one) => one === text);
  return purpose ? PURPOSES[purpose].why : text;
}
