import type { Actor } from "../../../platform/access/actor.ts";
import { authorize, found } from "../../../platform/access/authorize.ts";
import { audit } from "../../../platform/audit.ts";
import type { Installation } from "../../../platform/installation.ts";
import { mayKeepFeed } from "./policy.ts";
import { findFeed } from "./queries.ts";

/** Shuts the address of a feed. */
export async function removeFeed({ db, now }: Installation, actor: Actor, id: string): Promise<void> {
  const feed = found(await findFeed(db, id));
  authorize(actor, mayKeepFeed(actor, { personId: feed.person_id, hostId: feed.host_id }));
  await db.transaction().execute(async (tx) => {
    await tx.deleteFrom("calendar_feeds").where("id", "=", id).execute();
    await audit(tx, {
      actor,
      at: now(),
      action: "calendar_feed.remove",
      subject: { kind: "calendar_feed", id },
      organizationId: feed.host_id ?? undefined,
    });
  });
}
