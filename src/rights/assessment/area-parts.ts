import { SHARED_CLASSES } from '#access';
import type { Figure } from '#disclosure';
import { instantDate, writtenDate } from '#kernel';
import type { AssessedArea, SettingsInForce } from './assessed-area.ts';
import { asText, blank, table } from './markdown.ts';

export function areaFacts({ children, schools, years, kinds }: AssessedArea): string {
  const files = kinds.length === 0 ? 'No files were brought in.' : `Files brought in: ${kinds.join(', ')}.`;
  const account =
    years.length === 0
      ? 'Nothing is published yet.'
      : `The account holds ${children.kind === 'shown' ? children.value : 'a few'} children of ${schools} schools, in ${years.join(', ')}.`;
  return `${account} ${files}`;
}

export function agreementsText(of: AssessedArea | undefined): string {
  const rule = `An agreement names who gives, who receives, the classes of data (${SHARED_CLASSES.join(', ')}), the purpose, the basis and an end. It counts from its start until its end or its revocation, at each single statement; \`find\` tells which school has a child, and \`fetch\` shows what is in the record.`;
  if (!of) return `${rule} ${blank('each agreement, or a list beside this')}`;
  if (of.agreements.length === 0) return `${rule} None is in force or to come; ${of.agreementsEnded} ended.`;
  const rows = of.agreements.map((one) => [
    asText(one.giverName),
    asText(one.receiverName),
    one.classes.join(', '),
    `\`${one.purpose}\``,
    one.mode,
    one.needsConsent ? 'yes' : 'no',
    asText(one.basis),
    `${writtenDate(instantDate(one.startsAt))} to ${writtenDate(instantDate(one.endsAt))}`,
    one.state === 'to-come' ? 'to come' : 'in force',
  ]);
  const heads = ['Gives', 'Receives', 'Classes', 'Purpose', 'Mode', 'With consent', 'Basis', 'From, to', 'Stands'];
  return `${rule}

${table(heads, rows)}

${of.agreementsEnded} more ended. ${blank('where the signed agreements are kept')}`;
}

export function consentsText(of: AssessedArea | undefined): string {
  const rule =
    'Where an agreement needs it, families say yes or no about one organisation and one class of data. A young person who was judged able to answer decides; a yes ends within a year and a day.';
  if (!of) return rule;
  if (of.consents.length === 0) return `${rule} No agreement that stands needs consent.`;
  return `${rule} Counts of a few are hidden. Two of these documents side by side can tell of one answer: publish this table in neither.

${table(
  ['Organisation', 'Class', 'Children for whom a yes stands'],
  of.consents.map((one) => [asText(one.organisation), one.class, countText(one.children)]),
)}`;
}

const RECORDS: Readonly<Record<SettingsInForce['records'], string>> = {
  embedded: 'in the embedded store, which is no boundary against whoever has the machine or its files',
  bound: 'in PostgreSQL, with a login that the rules of access bind',
  'not-bound': 'in PostgreSQL, with a login that goes past the rules of access: give Kith a login of its own',
};

export function settingsText(of: AssessedArea | undefined): string {
  if (!of) return blank('where the records are, who signs in and how, where seals and backups are kept');
  const { records, sealsApart, origin, signIn } = of.settings;
  const facts = [
    ['Records', RECORDS[records]],
    ['Seals of looks', sealsApart ? 'outside the area’s folder' : 'in the area’s folder: keep a copy elsewhere'],
    ['Address', origin ?? 'at its own machine only'],
    ...(signIn
      ? [
          [
            'Sessions',
            `${signIn.hours} hours, ${signIn.idleMinutes} minutes unused (families ${signIn.familyIdleMinutes})`,
          ],
          ['Passkeys', signIn.passkeys ? 'yes' : 'no'],
        ]
      : [['Signing in', 'no way was set when this was made: without one, whoever uses the machine sees all of it']]),
    ['Backups', blank('where, how they are encrypted, how long they are kept, when one was last restored')],
  ];
  const providers = signIn?.providers ?? [];
  const list = table(
    ['Provider', 'Issuer', 'For', 'Second factor required'],
    providers.map((one) => [asText(one.title), asText(one.issuer), one.for, one.secondFactor ? 'yes' : 'no']),
  );
  return `${table(['Setting', 'Is'], facts)}${providers.length > 0 ? `\n\n${list}` : ''}`;
}

function countText(figure: Figure): string {
  return figure.kind === 'shown' ? String(figure.value) : 'hidden';
}
