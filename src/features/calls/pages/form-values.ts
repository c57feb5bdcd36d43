/** What stands in a form. A name that comes several times has its values in order. */
export type Written = Record<string, string[]>;

export function writtenIn(given: FormData | URLSearchParams): Written {
  const written: Written = {};
  for (const [name, value] of given) if (typeof value === "string") written[name] = [...(written[name] ?? []), value];
  return written;
}

export function oneOf(written: Written, name: string): string {
  return written[name]?.[0]?.trim() ?? "";
}

/** Whole numbers; what is none is refused by the API. */
export function wholeOf(text: string): number {
  return text === "" ? Number.NaN : Number(text.replaceAll(/\s/g, ""));
}
