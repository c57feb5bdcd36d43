import type { Status } from "../enrolling/outcome.ts";

/** What stands in a form, by name. */
export type Written = Record<string, string>;

export function writtenIn(form: FormData): Written {
  return Object.fromEntries([...form].flatMap(([name, value]) => (typeof value === "string" ? [[name, value.trim()]] : [])));
}

const numberFields = ["jobsHeads", "jobsFte", "turnover", "capitalRaised"] as const;

/** The figures somebody wrote, as the API wants them, and the fields that are no numbers. */
export function figuresIn(written: Written) {
  const wrong: string[] = [];
  const read = (name: (typeof numberFields)[number]) => {
    const text = (written[name] ?? "").replaceAll(/\s/g, "").replace(",", ".");
    if (text === "") return {};
    const isNumber = name === "jobsFte" ? /^\d+(\.\d+)?$/.test(text) : /^\d+$/.test(text);
    if (!isNumber) wrong.push(name);
    return isNumber ? { [name]: Number(text) } : {};
  };
  const figures = Object.assign({}, ...numberFields.map(read)) as Partial<Record<(typeof numberFields)[number], number>>;
  return { figures: { ...figures, status: (written.status || "active") as Status }, wrong };
}
