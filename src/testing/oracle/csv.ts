// A reader of RFC 4180 text, as small as it can be.

export type CsvRow = { readonly line: number; readonly fields: readonly string[] };

/** Every record with the line it starts on (the header is line 1); wholly empty lines are no records. */
export const readCsv = (text: string): readonly CsvRow[] => {
  const rows: CsvRow[] = [];
  const body = text.startsWith('\uFEFF') ? text.slice(1) : text;
  let fields: string[] = [];
  let field = '';
  let quoted = false;
  let wasQuoted = false;
  let line = 1;
  let start = 1;
  const endRecord = (): void => {
    fields.push(field);
    if (fields.length > 1 || field !== '' || wasQuoted) rows.push({ line: start, fields });
    fields = [];
    field = '';
    wasQuoted = false;
  };
  for (let i = 0; i < body.length; i += 1) {
    const c = body[i];
    if (c === '\n') line += 1;
    if (quoted) {
      if (c !== '"') field += c;
      else if (body[i + 1] === '"') {
        field += '"';
        i += 1;
      } else quoted = false;
    } else if (c === '"' && field === '') {
      quoted = true;
      wasQuoted = true;
    } else if (c === ',') {
      fields.push(field);
      field = '';
    } else if (c === '\n') {
      endRecord();
      start = line;
    } else if (c === '\r' && body[i + 1] === '\n') continue;
    else field += c;
  }
  if (fields.length > 0 || field !== '' || wasQuoted) endRecord();
  return rows;
};

export const writeCsv = (rows: readonly (readonly (string | number)[])[]): string =>
  rows
    .map((row) =>
      row
        .map(String)
        .map((f) => (/[",\r\n]/.test(f) ? `"${f.replaceAll('"', '""')}"` : f))
        .join(','),
    )
    .map((line) => `${line}\n`)
    .join('');
