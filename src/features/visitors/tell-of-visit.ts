import { z } from "zod";
import type { Tx } from "../../platform/database/database.ts";
import { announce } from "../../platform/outbox.ts";

export type VisitEvent = "announced" | "changed" | "cancelled" | "arrived" | "left";

interface Told {
  visitId: string;
  spaceId: string;
  organizationId: string;
  day: string;
  /** Nobody known, at the kiosk. */
  by: string | null;
  at: Temporal.Instant;
}

/** Tells what happened to a visit, by ids alone: letters and the desk's list read the rest, and programs of others learn no name. */
export async function tellOfVisit(tx: Tx, event: VisitEvent, { at, organizationId, ...payload }: Told): Promise<void> {
  await announce(tx, [{ at, topic: `visit.${event}`, organizationIds: [organizationId], payload }]);
}

/** What is told, as those who listen read it. */
export const visitTold = z.object({ visitId: z.uuid(), spaceId: z.uuid(), day: z.string(), by: z.uuid().nullable() });
