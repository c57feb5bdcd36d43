import type { Actor } from "../../../platform/access/actor.ts";
import { authorize, found } from "../../../platform/access/authorize.ts";
import { audit } from "../../../platform/audit.ts";
import type { Texts } from "../../../platform/database/schema.ts";
import type { Installation } from "../../../platform/installation.ts";
import { mayRunEvent } from "../policy.ts";
import { findEvent, hostIdsOf } from "../queries.ts";
import type { OwnLetter } from "./own-words.ts";

/** Adds words of those who run an event to one of its letters, in place of those there were; no words take them away. */
export async function addWords({ db, now }: Installation, actor: Actor, idOrSlug: string, about: OwnLetter, given: Texts): Promise<void> {
  const known = await findEvent(db, idOrSlug);
  authorize(actor, known !== undefined && mayRunEvent(actor, hostIdsOf(known)));
  const [event, at] = [found(known), now()];
  const texts = Object.fromEntries(Object.entries(given).filter(([, text]) => text));
  await db.transaction().execute(async (tx) => {
    await tx.deleteFrom("event_letter_lines").where("event_id", "=", event.id).where("about", "=", about).execute();
    if (Object.keys(texts).length > 0)
      await tx
        .insertInto("event_letter_lines")
        .values({ event_id: event.id, about, texts: JSON.stringify(texts), changed_at: at, changed_by: actor.personId })
        .execute();
    const subject = { kind: "event", id: event.id };
    await audit(tx, { actor, at, action: "event.add_words", subject, organizationId: hostIdsOf(event)[0], details: { about } });
  });
}
