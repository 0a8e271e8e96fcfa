import { findUpn, upnCheckLetter, type Upn } from '#kernel';
import { quoted, Warehouse } from '#store';
import { gunzipSync, gzipSync } from 'node:zlib';
import { cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { workedArea } from './work-folder.ts';

/** One child whose given name and UPN stand nowhere else: what is to be found nowhere once she is erased. */
export const PLANTED: { readonly upn: Upn; readonly givenName: string } = {
  upn: upnFrom('801400999777'),
  givenName: 'Quindlevara',
};
/** Of the same school, and named beside her: all of hers stays. */
export const NEIGHBOUR: Upn = upnFrom('801400999778');
const SCHOOL = 900100;
const ROLL =
  'upn,urn,status,entry_date,leaving_date,birth_date,year_group,given_name,family_name,class,postcode,withdrawn';

/** Writes the schools of the worked area, with the planted child in a file of every kind and form that is received. */
export async function writePlantedChild(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const name of ['schools.csv', 'sessions.csv']) await cp(join(workedArea, name), join(folder, name));
  const { upn, givenName } = PLANTED;
  const put = (name: string, content: string | Uint8Array): Promise<void> => writeFile(join(folder, name), content);
  await put(
    'roll-planted.csv',
    [
      `${ROLL},note,sibling`,
      `${upn},${SCHOOL},C,2024-09-03,,2013-04-02,6,${givenName},Orr,6Q,ZZ99 3WZ,,"speaks to,`,
      `her tutor, says ${givenName}",`,
      // Rejected, as a row and as a value; and one that is no row at all.
      `${upn},${SCHOOL},C,2024-13-45,,2013-04-02,6,${givenName},Orr,6Q,,,,`,
      `${upn},${SCHOOL},C,2024-09-04,,2013-04-02,${givenName},${givenName},Orr,6Q,,Y,,`,
      `${upn},"${givenName}`,
      // Another child’s row that names her where nobody reads it.
      `${NEIGHBOUR},${SCHOOL},C,2024-09-03,,2013-05-03,6,Ada,Byrne,6Q,,,"a note, with ""quotes""",${upn.toLowerCase()}`,
      '',
    ].join('\r\n'),
  );
  const marks = ['2024-10-08', '2024-10-09'].map((date) => `${upn},${SCHOOL},${date},/,\\,${givenName}`);
  const others = ['2024-10-08', '2024-10-09'].map((date) => `${NEIGHBOUR},${SCHOOL},${date},/,L,`);
  const header = 'upn,urn,date,am,pm,said_by';
  await put('marks-planted.csv.gz', gzipSync(`${[header, ...marks, ...others].join('\n')}\n`));
  await put(
    'suspensions-planted.csv',
    `upn,urn,category,start_date,sessions,reason1\n${upn},${SCHOOL},SUSP,2024-10-10,2,PP\n${NEIGHBOUR},${SCHOOL},SUSP,2024-10-10,4,PP\n`,
  );
  await put(
    'removals-planted.csv',
    `upn,urn,date,session,minutes,kind\n${upn},${SCHOOL},2024-10-08,AM,30,left-lesson\n${NEIGHBOUR},${SCHOOL},2024-10-08,AM,45,left-lesson\n`,
  );
  const warehouse = await Warehouse.open({ folders: [folder] });
  await warehouse.run(
    `copy (from (values (${quoted(upn)}, ${SCHOOL}, date '2024-10-14', '/', 'N', ${quoted(givenName)}),
       ('${NEIGHBOUR}', ${SCHOOL}, date '2024-10-14', 'I', '\\', ${quoted(`${upn} sat beside`)})) as t(upn, urn, date, am, pm, said_by))
     to ${quoted(join(folder, 'marks-planted.parquet'))} (format parquet)`,
  );
  warehouse.close();
}

/** An export of another system that names her: a pupil’s week as ten marks. */
export const PLANTED_WEEK = `UPN,URN,Week beginning,Forename,Marks
${PLANTED.upn},${SCHOOL},21/10/2024,${PLANTED.givenName},/\\/\\/\\/\\/\\
${NEIGHBOUR},${SCHOOL},21/10/2024,Ada,/\\/\\/\\/\\II
`;

/**
 * Every file below a folder in which a word stands, as it is, in capitals or in none: in its bytes as they are, unpacked where they are
 * gzip, and value by value where they are Parquet.
 */
export async function filesWith(folder: string, words: readonly (string | Buffer)[]): Promise<readonly string[]> {
  const warehouse = await Warehouse.open({ folders: [folder] });
  const found: string[] = [];
  const forms = words.flatMap((word): readonly (string | Buffer)[] =>
    typeof word === 'string' ? [word, word.toUpperCase(), word.toLowerCase()] : [word],
  );
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const bytes = await readFile(path);
    const unpacked = bytes.length > 2 && bytes.readUInt16BE(0) === 0x1f_8b ? gunzipSync(bytes) : bytes;
    const isParquet = bytes.subarray(0, 4).toString() === 'PAR1';
    const values = Buffer.from(`${entry.name} ${isParquet ? await valuesOf(warehouse, path) : ''}`);
    if (forms.some((form) => unpacked.includes(form) || values.includes(form)))
      found.push(path.slice(folder.length + 1));
  }
  warehouse.close();
  return found.toSorted();
}

async function valuesOf(warehouse: Warehouse, path: string): Promise<string> {
  const rows = await warehouse.rows<{ row: string }>(
    `select cast(t as varchar) as row from read_parquet(${quoted(path)}) as t`,
  );
  return rows.map(({ row }) => row).join('\n');
}

function upnFrom(twelve: string): Upn {
  const upn = findUpn(upnCheckLetter(twelve) + twelve);
  if (!upn) throw new Error(`no UPN from ${twelve}`);
  return upn;
}
