/** Figures of what is there on a day, not of what happened in a time: month by month they have one part, so they are shown by place first. */
export const standingFigures: ReadonlySet<string> = new Set([
  "members-start",
  "members-end",
  "members-retention",
  "programs-running",
  "programs-jobs",
  "programs-jobs-at-most",
]);
