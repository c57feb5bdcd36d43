import { sql } from "kysely";
import type { Actor } from "../../../platform/access/actor.ts";
import { authorize, found } from "../../../platform/access/authorize.ts";
import { audit } from "../../../platform/audit.ts";
import { newId } from "../../../platform/database/id.ts";
import type { Installation } from "../../../platform/installation.ts";
import { type FeedContents, type FeedSubject, feedAddress, hashOfSecret, newSecret } from "./feed.ts";
import { mayKeepFeed } from "./policy.ts";
import { hostOf } from "./queries.ts";

interface NewFeed {
  of: FeedSubject;
  subjectId: string;
  shows: FeedContents;
}

/** Makes a feed with a secret address, or a new address for the one there is; the old one no longer opens. @returns the address, shown once */
export async function makeFeed(
  { db, now, settings }: Installation,
  actor: Actor,
  { of, subjectId, shows }: NewFeed,
): Promise<{ id: string; address: string }> {
  authorize(actor, true);
  const hostId = of === "person" ? null : found(await hostOf(db, of, subjectId));
  authorize(actor, mayKeepFeed(actor, { personId: of === "person" ? subjectId : null, hostId }));
  const secret = newSecret();
  const at = now();
  return await db.transaction().execute(async (tx) => {
    const { rows } = await sql<{ id: string }>`
      insert into calendar_feeds (id, person_id, resource_id, space_id, shows, secret_hash, created_at, created_by)
      values (${newId()}, ${of === "person" ? subjectId : null}, ${of === "resource" ? subjectId : null}, ${of === "space" ? subjectId : null},
        ${shows}, ${hashOfSecret(secret)}, ${at}, ${actor.personId})
      on conflict on constraint calendar_feeds_once
        do update set secret_hash = excluded.secret_hash, created_at = excluded.created_at, created_by = excluded.created_by
      returning id`.execute(tx);
    const { id } = found(rows[0]);
    await audit(tx, {
      actor,
      at,
      action: "calendar_feed.make",
      subject: { kind: "calendar_feed", id },
      organizationId: hostId ?? undefined,
      details: { of, shows },
    });
    return { id, address: feedAddress(settings.url, secret) };
  });
}
