import { languages } from "../../../platform/language/language.ts";
import { partings } from "../metrics/parting.ts";
import type { ReportPart } from "../report.ts";

/** A report as it stands in the form of its editor, right or wrong. */
export interface WrittenReport {
  title: Texts;
  lead: Texts;
  borders: string;
  parts: ReportPart[];
}

type Texts = Record<(typeof languages)[number], string>;

/** Reads the form: parts in the order of their numbers, without those to be taken out, and with the one that is added. */
export function writtenReport(form: FormData): WrittenReport {
  const said = (name: string) => String(form.get(name) ?? "").trim();
  const texts = (name: string) => Object.fromEntries(languages.map((language) => [language, said(`${name}-${language}`)])) as Texts;
  const count = Number(said("parts")) || 0;
  const parts = Array.from({ length: count }, (_, place) => ({ place, order: Number(said(`order-${place}`)) || place + 1 }))
    .filter(({ place }) => form.get(`remove-${place}`) === null)
    .toSorted((a, b) => a.order - b.order || a.place - b.place)
    .map(({ place }) => partAt(place));
  const added = partOf(said("add"), said("first-program"), said("first-story"));
  return { title: texts("title"), lead: texts("lead"), borders: said("borders"), parts: added ? [...parts, added] : parts };

  function partAt(place: number): ReportPart {
    const kind = said(`kind-${place}`);
    const words = { headings: texts(`heading-${place}`), texts: texts(`text-${place}`) };
    if (kind === "figures") return { kind, metrics: form.getAll(`metrics-${place}`).map(String) };
    if (kind === "text") return { kind, ...words };
    if (kind === "story") return { kind, story: said(`story-${place}`) };
    if (kind === "map") return { kind, metric: said(`metric-${place}`), ...words };
    if (kind === "goal") return { kind, metric: said(`metric-${place}`), amount: amountIn(said(`amount-${place}`)), ...words };
    const program = said(`program-${place}`);
    if (kind === "targets") return { kind, program, ...words };
    if (kind === "survival")
      return {
        ...{ kind, program, ...words },
        clock: said(`clock-${place}`) === "age" ? "age" : "intake",
        merged: said(`merged-${place}`) === "event" ? "event" : "censored",
      };
    return { kind: "figure", metric: said(`metric-${place}`), by: partings.find((by) => by === said(`by-${place}`)) ?? "month", ...words };
  }
}

// "1 500 000", "75 %" and "0,75" are numbers to those who write them; what is none is refused as it was
function amountIn(typed: string): number {
  const amount = Number(typed.replace(/[\s%]/g, "").replace(",", "."));
  return typed === "" ? Number.NaN : typed.endsWith("%") ? amount / 100 : amount;
}

function partOf(kind: string, program: string, story: string): ReportPart | undefined {
  if (kind === "figures") return { kind, metrics: ["members-end"] };
  if (kind === "figure") return { kind, metric: "members-end", by: "month", headings: {}, texts: {} };
  if (kind === "goal") return { kind, metric: "members-end", amount: 100, headings: {}, texts: {} };
  if (kind === "map") return { kind, metric: "members-end", headings: {}, texts: {} };
  if (kind === "story") return { kind, story };
  if (kind === "survival") return { kind, program, clock: "intake", merged: "censored", headings: {}, texts: {} };
  if (kind === "targets") return { kind, program, headings: {}, texts: {} };
  return kind === "text" ? { kind, headings: {}, texts: {} } : undefined;
}
