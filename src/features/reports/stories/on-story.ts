import type { Actor, SignedIn } from "../../../platform/access/actor.ts";
import { authorize, found } from "../../../platform/access/authorize.ts";
import { audit } from "../../../platform/audit.ts";
import type { Tx } from "../../../platform/database/database.ts";
import { sameVersion } from "../../../platform/http/version.ts";
import type { Installation } from "../../../platform/installation.ts";
import { mayWriteReports } from "../policy.ts";
import { findStory, type StoryRow } from "./queries.ts";

export interface OnStory {
  actor: Actor;
  story: string;
  expected?: number | undefined;
}

type Done = { action: string; details?: Record<string, unknown> };

/** Does something to a story of those who write reports: locked, with the version it was read in, raised by one and written in the log. */
export async function onStory(
  { db, now }: Installation,
  { actor, story, expected }: OnStory,
  deed: (tx: Tx, story: StoryRow, at: Temporal.Instant, actor: SignedIn) => Promise<Done>,
): Promise<void> {
  const known = await findStory(db, story);
  authorize(actor, known !== undefined && mayWriteReports(actor, known.organizationId));
  const { id, organizationId } = found(known);
  const at = now();
  await db.transaction().execute(async (tx) => {
    await tx.selectFrom("stories").select("id").where("id", "=", id).forUpdate().execute();
    const before = found(await findStory(tx, id));
    sameVersion(expected, before);
    const { action, details } = await deed(tx, before, at, actor);
    await tx
      .updateTable("stories")
      .set((set) => ({ version: set("version", "+", 1) }))
      .where("id", "=", id)
      .execute();
    await audit(tx, { actor, at, action, subject: { kind: "story", id }, organizationId, ...(details && { details }) });
  });
}
