/** What was typed in a field, trimmed; empty when the form has none of that name. */
export function typed(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value.trim() : "";
}

/** The same, with nothing as null. */
export function typedOrNull(form: FormData, name: string): string | null {
  return typed(form, name) || null;
}

/** A whole number, null when left empty; what is no number is passed on as it stands, so that the API says so at the field. */
export function typedNumber(form: FormData, name: string): number | null {
  const text = typed(form, name);
  return text === "" ? null : Number(text);
}

/** Everything typed, to fill the form again after a refusal. */
export function allTyped(form: FormData): Record<string, string> {
  return Object.fromEntries([...form].flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : [])));
}

/** The If-Match of the version a form was made from. */
export function ifMatch(form: FormData): Record<string, string> {
  const version = typed(form, "version");
  return version === "" ? {} : { "if-match": `"${version}"` };
}
