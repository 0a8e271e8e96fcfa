import type { JSX } from 'hono/jsx/jsx-runtime';
import { dataText, dateText, findText, t } from '#language';
import { states } from '#lost-learning';
import { attendanceCodes, type AttendanceCode } from '#register';
import type { WebContext } from '../../context.ts';
import { stateTitle } from '../../charts/index.ts';
import { DataTable } from '../../layout/index.ts';
import { shell } from '../../shell.tsx';
import { urls } from '../../urls.ts';

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
    title: t('reference.codes.title'),
    children: (
      <>
        <p class="govuk-body-l">{t('reference.codes.lead')}</p>
        <p class="govuk-body">{t('reference.codes.changed')}</p>
        <DataTable<AttendanceCode>
          id="codes"
          caption={t('reference.codes.caption')}
          columns={[
            { heading: t('reference.codes.code'), cell: (fact) => <strong id={codeId(fact.code)}>{fact.code}</strong> },
            { heading: t('reference.codes.meaning'), cell: meaningOf },
            { heading: t('reference.codes.group'), cell: (fact) => t(`reference.codes.${fact.category}`) },
            { heading: t('reference.codes.state'), cell: (fact) => stateOf(fact.code) },
            { heading: t('reference.codes.in-force'), cell: inForce },
            { heading: t('reference.codes.source'), cell: (fact) => dataText(fact.source) },
          ]}
          rows={attendanceCodes}
        />
      </>
    ),
  });
}

/** What a code means, in the words of the regulations’ table. */
export function meaningOf({ code, meaning }: Pick<AttendanceCode, 'code' | 'meaning'>): string {
  return findText(`codes.${code}`) ?? meaning;
}

function stateOf(code: string): string {
  const state = states.find((one) => one.codes.includes(code));
  return state ? stateTitle(state.id) : t('reference.codes.other-school');
}

function inForce({ from, to }: AttendanceCode): string {
  if (from && to) return t('reference.codes.from-to', { from: dateText(from), to: dateText(to) });
  if (from) return t('reference.codes.since', { from: dateText(from) });
  return to ? t('reference.codes.until', { to: dateText(to) }) : t('reference.codes.throughout');
}
