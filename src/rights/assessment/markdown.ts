/** A blank for the controller: whatever stands here has to be written by somebody who answers for it. */
export function blank(what: string): string {
  return `**[to fill in: ${what}]**`;
}

/** A table in Markdown. What people wrote may hold signs of Markdown: they are only text. */
export function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(heads), line(heads.map(() => '---')), ...rows.map(line)].join('\n');
}

/** What somebody wrote, as text: no link is made of it, and nothing turns the direction of what follows. */
export function asText(words: string): string {
  return words
    .replaceAll(/[\u200E\u200F\u202A-\u202E\u2066-\u2069]/g, '')
    .replaceAll(/[\\`*_[\]<>|#!&~:@$]|(?<=www)\./gi, (sign) => `&#${sign.charCodeAt(0)};`)
    .replaceAll(/\s+/g, ' ');
}
