/** One CSV field, quoted only where RFC 4180 asks for it. */
export function csvField(value: string): string {
  return /[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}

export function csvLine(values: readonly (string | number)[]): string {
  return `${values.map((value) => csvField(String(value))).join(',')}\n`;
}

/**
 * A text that came from a person, for a table that a spreadsheet will open: a leading `=`, `+`, `-`, `@`,
 * tab or return is kept as text by an apostrophe (OWASP, “CSV injection”). Numbers are left alone.
 */
export function spreadsheetSafe(value: string): string {
  if (/^-?\d+(\.\d+)?$/.test(value)) return value;
  return /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
}
