import type { Day } from "../../platform/time/day.ts";

export const programKinds = ["incubator", "accelerator", "project_lab"] as const;
export type ProgramKind = (typeof programKinds)[number];

/** The municipalities whose jobs count as inside a program's region, as they were numbered on a day. */
export interface ProgramRegion {
  name: string | null;
  numbers: string[];
  recordedOn: Day;
}

export const targetMeasures = ["heads", "fte", "intakes"] as const;
export type TargetMeasure = (typeof targetMeasures)[number];
