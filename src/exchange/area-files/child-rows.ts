import type { Permit } from '#access';
import { quoted, type Row } from '#store';
import { formats, type FileKind } from './formats.ts';
import type { OpenArea } from './open-area.ts';
import { parsedPath, rejectedPath } from './received.ts';

/** All that the received files say of one child, as it came: rows of each kind, and what was rejected. */
export type ChildRows = {
  readonly kind: FileKind;
  readonly rows: readonly Row[];
  readonly rejected: readonly Row[];
};

/** Reads every row ever received about the child of a permit, with the file that it came in and when. */
export async function readChildRows(open: OpenArea, permit: Permit): Promise<readonly ChildRows[]> {
  const { subject } = permit;
  // A permit for anything else is none for one child.
  if (subject.kind !== 'child') return [];
  const upn = quoted(subject.upn);
  const kinds: ChildRows[] = [];
  for (const { kind, columns } of formats) {
    if (!columns.some(({ name }) => name === 'upn')) continue;
    const names = columns.map(({ name }) => name).join(', ');
    const [rows, rejected]: [Row[], Row[]] = [[], []];
    for (const file of open.manifest.files.filter((one) => one.kind === kind)) {
      const came = `${quoted(file.name)} as file, ${quoted(file.receivedAt.slice(0, 10))} as received_on`;
      const [read, unread] = [parsedPath, rejectedPath].map((path) => quoted(path(open.area, { ...file, kind })));
      rows.push(
        ...(await open.warehouse.rows(
          `select ${names}, ${came}, line from read_parquet(${read}) where upn = ${upn} order by line`,
        )),
      );
      rejected.push(
        ...(await open.warehouse.rows(
          `select column_name, value, problem, ${came}, line from read_parquet(${unread}) where upn = ${upn} order by line`,
        )),
      );
    }
    kinds.push({ kind, rows, rejected });
  }
  return kinds;
}
