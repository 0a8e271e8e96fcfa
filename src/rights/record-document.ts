import type { ChildRecord, RecordPart } from './record-part.ts';

const STYLE =
  'body{font:1rem/1.5 sans-serif;max-width:70rem;margin:0 auto;padding:1rem}table{border-collapse:collapse}td,th{border-bottom:1px solid #b1b4b6;padding:.25rem .5rem;text-align:start;vertical-align:top}.wide{overflow-x:auto}';

/** A child’s record as one page to read, that needs nothing but itself. */
export function recordHtml({ madeOn, parts }: ChildRecord): string {
  const filled = parts.filter(({ rows }) => rows.length > 0);
  const empty = parts.filter(({ rows }) => rows.length === 0);
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>What is kept about you</title><style>${STYLE}</style></head><body>
<h1>What is kept about you</h1>
<p><strong>This is personal data. Keep it safe, and give it only to the person it is about or who may ask for them.</strong></p>
<p>It was made on ${madeOn}. The same is in record.json, for a computer to read.</p>
<p>You may ask for what is wrong to be put right, for what is kept without need to be erased, and for its use to be limited, and you may object to it. If you are not content with the answer you may complain to the Information Commissioner’s Office.</p>
<h2>What there is</h2>
<ul>${filled.map(({ id, title, rows }) => `<li><a href="#${id}">${escaped(title)}</a> (${rows.length})</li>`).join('')}</ul>
<p>Nothing is kept of: ${escaped(empty.map(({ title }) => title).join('; ') || 'nothing else')}.</p>
${filled.map(section).join('\n')}
</body></html>
`;
}

function section({ id, title, says, columns, rows }: RecordPart): string {
  // A column in which no row says anything tells nothing.
  const shown = Object.entries(columns).filter(([name]) => rows.some((row) => (row[name] ?? '') !== ''));
  const head = shown.map(([, means]) => `<th scope="col">${escaped(means)}</th>`).join('');
  const body = rows.map((row) => `<tr>${shown.map(([name]) => `<td>${escaped(cell(row[name]))}</td>`).join('')}</tr>`);
  return `<h2 id="${id}">${escaped(title)}</h2>
<p>${escaped(says)}</p>
<div class="wide"><table><thead><tr>${head}</tr></thead><tbody>
${body.join('\n')}
</tbody></table></div>`;
}

/** A child’s record as data: each part with what its columns mean, then its rows. */
export function recordJson({ upn, madeOn, parts }: ChildRecord): string {
  const about = {
    says: 'Everything kept about one child. It is personal data. Each part has a title, what it is, what its columns mean, and its rows; a value that is not known is null. Days are YYYY-MM-DD; moments are in UTC. A session is half a school day.',
    format: 'kith-child-record-1',
    upn,
    made_on: madeOn,
  };
  return `${JSON.stringify({ about, parts }, null, 1)}\n`;
}

function cell(value: RecordPart['rows'][number][string] | undefined): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  // A moment, to the minute.
  return String(value).replace(/^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2}):.*Z$/, '$1 $2');
}

const MARKUP: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/g, (sign) => MARKUP[sign] ?? sign);
}
