import type { Tx } from "../../src/platform/database/database.ts";
import { newId } from "../../src/platform/database/id.ts";
import { insertMany } from "./insert-all.ts";
import type { Demo } from "./read.ts";

type Partner = Demo["events"][number]["partners"][number];

/** A partner of an event or of a parent, with what it was shown on. */
export type Shown = Partner & {
  eventId: string | null;
  parentId: string | null;
  exposures: { kind: "event_page" | "letter" | "stage"; day: Temporal.PlainDate; seenBy?: number }[];
};

export async function insertPartners(tx: Tx, shown: readonly Shown[], at: Temporal.Instant): Promise<void> {
  const partners = shown.map((one) => ({ id: newId(), ...one }));
  await insertMany(
    tx,
    "event_partners",
    partners.map(({ id, eventId, parentId, name, website, level }) => ({
      ...{ id, event_id: eventId, parent_id: parentId, name, website: website ?? null, level, added_at: at },
    })),
  );
  await insertMany(
    tx,
    "partner_exposures",
    partners.flatMap(({ id, exposures }) =>
      exposures.map(({ kind, day, seenBy }) => ({
        ...{ id: newId(), partner_id: id, kind, shown_on: day.toString(), seen_by: seenBy ?? null, written_at: at },
      })),
    ),
  );
}
