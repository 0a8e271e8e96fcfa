import type { JSX } from 'hono/jsx/jsx-runtime';
import { writtenDate } from '#kernel';
import { states } from '#lost-learning';
import { attendanceCodes, type AttendanceCode, type CodeCategory } from '#register';
import type { WebContext } from '../../context.ts';
import { DataTable } from '../../layout/index.ts';
import { shell } from '../../shell.tsx';
import { urls } from '../../urls.ts';

const CATEGORIES: Readonly<Record<CodeCategory, string>> = {
  attending: 'Attending',
  'approved-educational-activity': 'At an approved educational activity',
  'authorised-absence': 'Authorised absence',
  'unauthorised-absence': 'Unauthorised absence',
  'not-possible': 'Not a possible attendance',
  administrative: 'Administrative',
};

/** Signs that cannot stand in an address’s last part as they are. */
const NAMES: Readonly<Record<string, string>> = { '/': 'morning', '\\': 'afternoon', '#': 'closed' };

export function codeHref(code: string): string {
  return `${urls.codes()}#${codeId(code)}`;
}

function codeId(code: string): string {
  return `code-${NAMES[code] ?? code}`;
}

/** `/codes`: every attendance code Kith reads, with its meaning, its state, since when and from which rules. */
export function CodesPage(web: WebContext): JSX.Element {
  return shell(web, {
    section: 'none',
    title: 'Attendance codes',
    children: (
      <>
        <p class="govuk-body-l">
          A school marks each half day of each pupil with a code. This is what each one means and what the account of
          lost learning makes of it.
        </p>
        <p class="govuk-body">
          The codes changed on 19 August 2024 (SI 2024/208, regulation 10). Kith reads each code by the rules of the day
          it was written on.
        </p>
        <DataTable<AttendanceCode>
          id="codes"
          caption="The codes"
          columns={[
            { heading: 'Code', cell: (fact) => <strong id={codeId(fact.code)}>{fact.code}</strong> },
            { heading: 'Meaning', cell: (fact) => fact.meaning },
            { heading: 'Group', cell: (fact) => CATEGORIES[fact.category] },
            { heading: 'State in the account', cell: (fact) => stateOf(fact.code) },
            { heading: 'In force', cell: inForce },
            { heading: 'Source', cell: (fact) => fact.source },
          ]}
          rows={attendanceCodes}
        />
      </>
    ),
  });
}

function stateOf(code: string): string {
  const state = states.find((one) => one.codes.includes(code));
  return state?.title ?? 'Decided by the other school’s mark; where that is D too, neither school has a record';
}

function inForce({ from, to }: AttendanceCode): string {
  if (from && to) return `${writtenDate(from)} to ${writtenDate(to)}`;
  if (from) return `Since ${writtenDate(from)}`;
  return to ? `Until ${writtenDate(to)}` : 'Throughout';
}
