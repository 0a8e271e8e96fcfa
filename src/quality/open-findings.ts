import { readdir } from 'node:fs/promises';
import { broken, startYear, type AcademicYear, type CalendarDate } from '#kernel';
import type { Permit } from '#access';
import { quoted, Warehouse } from '#store';
import { countsSql, type FindingsCount } from './findings-count.ts';
import type { RuleId } from './rule.ts';

/** One thing to mend, as it was published. Most are about a child. */
export type Finding = {
  readonly rule: RuleId;
  readonly urn: number | null;
  readonly upn: string | null;
  readonly since: CalendarDate | null;
  readonly until: CalendarDate | null;
  readonly session: 'AM' | 'PM' | null;
  readonly class: string | null;
  /** 1 is Monday: where all its sessions are on one weekday. */
  readonly weekday: number | null;
  readonly sessions: number | null;
  /** Of a register: how many children it should have marked. */
  readonly of_sessions: number | null;
  readonly other: number | null;
  readonly other_upn: string | null;
  readonly fault: string | null;
  readonly file: string | null;
  readonly line: number | null;
  readonly column_name: string | null;
  readonly value: string | null;
  /** Of a row that could not be read: what to do about it. */
  readonly problem: string | null;
};

export type FindingsWanted = {
  readonly year: AcademicYear;
  readonly rule?: RuleId | undefined;
  readonly urn?: number | undefined;
  /** The first of each rule only. */
  readonly firstOfEach?: boolean;
  readonly atMost?: number;
};

/** What comes first where there are many: what touches most sessions, then what has stood longest. Nothing else orders them. */
export const FINDINGS_ORDER = `coalesce(sessions, 0) desc, since nulls last, until, urn, upn, session, class, file, line, column_name`;

/** The findings of an area’s years, open for pages. They are about children: every read takes a permit and is held to its subject. */
export class QualityFindings {
  private constructor(private readonly warehouse: Warehouse) {}

  static async open(folder: string): Promise<QualityFindings> {
    const warehouse = await Warehouse.open({ folders: [folder], threads: 1, memoryLimit: '512MiB' });
    try {
      const files = (await readdir(folder).catch(() => [])).filter((file) => /^finding-\d{4}\.parquet$/.test(file));
      const years = files.map(
        (file) => `select ${file.slice(8, 12)} as start_year, * from read_parquet(${quoted(`${folder}/${file}`)})`,
      );
      await warehouse.run(`create table finding as ${years.length > 0 ? years.join(' union all by name ') : NO_YEARS}`);
      return new QualityFindings(warehouse);
    } catch (error) {
      warehouse.close();
      throw error;
    }
  }

  async list(permit: Permit, wanted: FindingsWanted): Promise<readonly Finding[]> {
    const { year, rule, urn, firstOfEach = false, atMost } = wanted;
    const where = [`start_year = ${startYear(year)}`, subjectSql(permit), ...leftOutSql(permit)];
    if (rule !== undefined) where.push('rule = $rule');
    if (urn !== undefined) where.push('urn = $urn');
    const values = {
      ...valueOf(permit),
      ...(rule === undefined ? {} : { rule }),
      ...(urn === undefined ? {} : { urn }),
    };
    const first = firstOfEach ? `qualify row_number() over (partition by rule order by ${FINDINGS_ORDER}) = 1` : '';
    const most = atMost === undefined ? '' : `limit ${Math.trunc(atMost)}`;
    return this.warehouse.rows<Finding>(
      `select * exclude (start_year) from finding where ${where.join(' and ')} ${first} order by ${FINDINGS_ORDER} ${most}`,
      values,
    );
  }

  /** As the sums of a year count them, but only what this permit may read: for who leaves somebody out. */
  async count(permit: Permit, year: AcademicYear): Promise<readonly FindingsCount[]> {
    const where = [`start_year = ${startYear(year)}`, subjectSql(permit), ...leftOutSql(permit)];
    return this.warehouse.rows<FindingsCount>(countsSql(`finding where ${where.join(' and ')}`), valueOf(permit));
  }

  close(): void {
    this.warehouse.close();
  }
}

const NO_YEARS = `select 0 as start_year, '' as rule, 0 as urn, '' as upn, '' as since, '' as until, '' as session,
  '' as class, 0 as sessions, '' as file, 0 as line, '' as column_name, '' as other_upn where false`;

function subjectSql({ purpose, subject }: Permit): string {
  if (purpose !== 'import-and-data-quality') throw broken('quality/purpose', purpose);
  switch (subject.kind) {
    case 'area':
      return 'true';
    case 'school':
      return 'urn = $subject';
    case 'child':
      return 'upn = $subject';
    case 'schools':
    case 'class':
    case 'children':
      throw broken('quality/subject', subject.kind);
  }
}

/** A finding is about its child, and about the other one it names. */
function leftOutSql({ leftOut }: Permit): readonly string[] {
  if (leftOut.length === 0) return [];
  const upns = leftOut.map(quoted).join(', ');
  return ['upn', 'other_upn'].map((column) => `coalesce(${column}, '') not in (${upns})`);
}

function valueOf({ subject }: Permit): { readonly subject?: string | number } {
  if (subject.kind === 'school') return { subject: subject.urn };
  return subject.kind === 'child' ? { subject: subject.upn } : {};
}
