import type { Problem } from "../../../interface/api-client.ts";

/** What stands in a form, but files. A name that comes several times has its last value. */
export type Written = Record<string, string>;

export function writtenIn(form: FormData): Written {
  return Object.fromEntries([...form].flatMap(([name, value]) => (typeof value === "string" ? [[name, value.trim()]] : [])));
}

/** Hours as people write them, "7,5" or "7:30", in minutes. */
export function minutesOf(hours: string): number {
  const [, whole, part] = /^(\d{1,2}):([0-5]\d)$/.exec(hours.trim()) ?? [];
  if (whole !== undefined) return Number(whole) * 60 + Number(part);
  return hours.trim() === "" ? 0 : Math.round(Number(hours.replace(",", ".")) * 60);
}

/** Minutes as they stand in a field: "7,5". */
export function hoursOf(minutes: number): string {
  return String(Math.round((minutes / 60) * 100) / 100).replace(".", ",");
}

/** A refusal in a sentence, with what is wrong at the fields. */
export function saidOf({ title, errors = [] }: Pick<Problem, "title" | "errors">): string {
  return [title, ...errors.map(({ message }) => message)].join(" ");
}
