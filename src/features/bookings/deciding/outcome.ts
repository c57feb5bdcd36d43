import type { Outcome } from "./decide.ts";

/** What a batch comes to before anything of it is decided. */
export function emptyOutcome(): Outcome {
  return {
    answers: [],
    series: [],
    created: [],
    changed: new Map(),
    freed: new Map(),
    expired: new Map(),
    weeks: new Map(),
    taken: [],
    seen: new Map(),
    queued: null,
    changes: [],
    days: new Map(),
    entries: [],
    charges: [],
  };
}
