/**
 * A spreadsheet program runs a CSV cell that begins with one of these as a formula (OWASP, «CSV Injection»). An apostrophe before it
 * makes it text. A text that already begins with apostrophes and such a character gets one more, so that reading takes off exactly
 * what writing put on.
 */
const startsAFormula = /^'*[=+\-@\t\r\n]/;
const isGuarded = /^'+[=+\-@\t\r\n]/;

export function withFormulaGuard(text: string): string {
  return startsAFormula.test(text) ? `'${text}` : text;
}

export function withoutFormulaGuard(text: string): string {
  return isGuarded.test(text) ? text.slice(1) : text;
}
