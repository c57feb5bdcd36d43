// a comment, a text, a quoted name, a dollar-quoted body, the end of a statement, anything else
const tokens = /--[^\n]*|\/\*[\s\S]*?\*\/|'(?:[^']|'')*'|"[^"]*"|\$(\w*)\$[\s\S]*?\$\1\$|;|[^-/'"$;]+|[\s\S]/g;

/**
 * The statements of an SQL file, in order, without the comments between them. Each is to be sent alone: Citus passes a statement on
 * to the workers as the text it came in.
 */
export function statementsOf(text: string): string[] {
  const statements: string[] = [];
  let statement = "";
  for (const [token] of text.matchAll(tokens)) {
    if (token === ";") {
      statements.push(statement.trim());
      statement = "";
    } else if (!/^(--|\/\*)/.test(token)) {
      statement += token;
    }
  }
  return [...statements, statement.trim()].filter((each) => each !== "");
}
