import type { presentBudget, presentProject } from "../../present.ts";

/** A project and a budget as the API answers them. */
export type ShownProject = ReturnType<typeof presentProject>;
export type ShownBudget = ReturnType<typeof presentBudget>;
export type ShownAward = ShownProject["fundings"][number];
