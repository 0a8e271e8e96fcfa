import type { Row } from '#store';
import { figuresSql, ledgerSql } from './account.ts';
import { absenceSql } from './absence.ts';
import { bridgeSql, walkBridge, type BridgeRow, type BridgeSubject, type BridgeWalk } from './bridge.ts';

/** A walk held against the figure that it ends at, as other relations count it. */
export type AgreedWalk = BridgeWalk & { readonly agrees: boolean };

/** What figures are read from: the relations by these names, in a warehouse or among the aggregates of a year. */
export type BridgeRelation = 'bridge' | 'school' | 'absence_school' | 'ledger_school' | 'ledger_total';

/** The SELECT of each over an account that was built with its bridge. */
export const bridgeRelationSql: Readonly<Record<BridgeRelation, string>> = {
  bridge: bridgeSql(),
  school: 'from school',
  absence_school: absenceSql('school'),
  ledger_school: ledgerSql('school'),
  ledger_total: `select ${figuresSql()} from child_week`,
};

/** Both walks of a school, of schools alike or of the area; undefined where there is no such school. */
export async function readWalks(
  read: <T extends Row>(relation: BridgeRelation) => Promise<readonly T[]>,
  subject: BridgeSubject,
): Promise<readonly AgreedWalk[] | undefined> {
  const schools = (await read('school')).filter(
    (school) =>
      subject.kind === 'area' ||
      (subject.kind === 'school' ? school['urn'] === subject.urn : (school[subject.by] ?? '') === subject.value),
  );
  if (schools.length === 0 && subject.kind !== 'area') return undefined;
  const urns = new Set(schools.map((school) => Number(school['urn'])));
  const mine = (row: Row): boolean => urns.has(Number(row['urn']));
  const ofArea = subject.kind === 'area';
  const rows = (await read<BridgeRow>('bridge')).filter((row) => mine(row) || (ofArea && row.urn === null));
  const cohort = (await read('absence_school')).filter(mine);
  const own = ofArea ? await read('ledger_total') : (await read('ledger_school')).filter(mine);
  const held = (walk: BridgeWalk, possible: number, absent: number): AgreedWalk => ({
    ...walk,
    agrees: walk.reached.sessions === possible && walk.reached.possible === possible && walk.reached.absent === absent,
  });
  return [
    held(walkBridge(rows, 'published', false), sum(cohort, 'possible'), sum(cohort, 'overall')),
    held(walkBridge(rows, 'account', ofArea), sum(own, 'possible'), sum(own, 'lost_absence')),
  ];
}

function sum(rows: readonly Row[], name: string): number {
  return rows.reduce((total, row) => total + Number(row[name] ?? 0), 0);
}
