import type { Texts } from "../../platform/database/schema.ts";
import type { Day } from "../../platform/time/day.ts";
import type { Clock, MergerView } from "../programs/index.ts";
import { partings } from "./metrics/parting.ts";

/** What a figure can be drawn by in a report. */
export const drawnBy = partings;
export type DrawnBy = (typeof drawnBy)[number];

/**
 * A part of a report: figures as rooms, one figure drawn with its table or beside a target, words, a map of a figure, of a program its survival curve or its targets, or a story with its photo. Words name a figure as `{members-end}`: it is
 * written where it stands, and cannot be typed over.
 */
export type ReportPart =
  | { kind: "figures"; metrics: string[] }
  | { kind: "figure"; metric: string; by: DrawnBy; headings: Texts; texts: Texts }
  | { kind: "goal"; metric: string; amount: number; headings: Texts; texts: Texts }
  | { kind: "text"; headings: Texts; texts: Texts }
  | { kind: "map"; metric: string; headings: Texts; texts: Texts }
  | { kind: "survival"; program: string; clock: Clock; merged: MergerView; headings: Texts; texts: Texts }
  | { kind: "targets"; program: string; headings: Texts; texts: Texts }
  | { kind: "story"; story: string };

export const mostParts = 40;

export interface Report {
  id: string;
  slug: string;
  organizationId: string;
  /** The area it is about; null: it is about the organization. */
  area: string | null;
  titles: Texts;
  leads: Texts;
  from: Day;
  /** The first day after. */
  to: Day;
  borders: Day;
  parts: ReportPart[];
}

const named = /\{([a-z][a-z0-9-]*)\}/g;

/** The figures a text names, in order. */
export function figuresNamedIn(text: string): string[] {
  return [...text.matchAll(named)].map(([, id = ""]) => id);
}

/** A text with its figures written where they are named; a name `write` does not know stays as it was typed. */
export function withFigures(text: string, write: (id: string) => string | undefined): string {
  return text.replaceAll(named, (whole, id: string) => write(id) ?? whole);
}

/** Every figure a report shows or names, with what it is divided by where it is drawn. */
export function figuresOf({ leads, parts }: Pick<Report, "leads" | "parts">): { metric: string; by: DrawnBy | undefined }[] {
  const plain = [...Object.values(leads), ...parts.flatMap((part) => ("texts" in part ? Object.values(part.texts) : []))].flatMap((text) =>
    figuresNamedIn(text ?? ""),
  );
  const shown = parts.flatMap((part) => {
    if (part.kind === "goal") return [part.metric];
    return part.kind === "figures" ? part.metrics : [];
  });
  const drawn = parts.flatMap((part): { metric: string; by: DrawnBy }[] => {
    if (part.kind === "map") return [{ metric: part.metric, by: "municipality" }];
    return part.kind === "figure" ? [{ metric: part.metric, by: part.by }] : [];
  });
  const asked = [...drawn, ...[...shown, ...plain].map((metric) => ({ metric, by: undefined }))];
  const seen = new Set<string>();
  return asked.filter(({ metric, by }) => {
    // a figure that is drawn is worked out whole as well
    const isKnown = seen.has(`${metric} ${by ?? ""}`) || (by === undefined && [...seen].some((key) => key.startsWith(`${metric} `)));
    seen.add(`${metric} ${by ?? ""}`);
    return !isKnown;
  });
}
