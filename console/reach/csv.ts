/** What a spreadsheet may take for a formula: OWASP, "CSV Injection". */
const formula = /^[=+\-@\t\r]/;

/**
 * Rows as a CSV file (RFC 4180), with a mark by which spreadsheets know UTF-8. Text that could be
 * read as a formula is led by an apostrophe; numbers stay numbers. `null` is a hidden number.
 */
export function csvOf(rows: readonly (readonly (string | number | null)[])[]): string {
  const lines = rows.map((row) => row.map(cell).join(","));
  return `\uFEFF${lines.join("\r\n")}\r\n`;
}

function cell(value: string | number | null): string {
  if (value === null) return "";
  if (typeof value === "number") return String(value);
  const safe = formula.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
