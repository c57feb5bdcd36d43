/** What stands together in the calendar. */
export const groups = {
  meeting_room: ["meeting_room"],
  hall: ["auditorium", "training_centre"],
  office: ["office", "studio"],
  machine: ["machine", "equipment"],
  desk: ["desk", "desk_pool"],
} as const;

/** The group a kind stands in. */
export function groupOfKind(kind: string): string | undefined {
  return Object.entries(groups).find(([, kinds]) => (kinds as readonly string[]).includes(kind))?.[0];
}
