import type { SignedIn } from "../../platform/access/actor.ts";
import { found } from "../../platform/access/authorize.ts";
import { accessRefusals } from "../../platform/access/refusals.ts";
import { audit } from "../../platform/audit.ts";
import type { Db } from "../../platform/database/database.ts";
import type { Installation } from "../../platform/installation.ts";
import type { Identity } from "./identity.ts";
import { refuseKeys } from "./policy.ts";

/**
 * Ends one session of the person's own; at once, everywhere.
 * @returns cookies that make this browser forget the session, when it is its own
 * @throws Refusal access.not_here when it is not theirs
 */
export async function endSession({ db, now }: Installation, identity: Identity, actor: SignedIn, id: string): Promise<string[]> {
  refuseKeys(actor);
  const sessionId = found(id === "current" ? actor.sessionId : id);
  await db.transaction().execute(async (tx) => {
    const ended = await ownSessions(tx, actor).where("id", "=", sessionId).returning("id").executeTakeFirst();
    if (!ended) throw accessRefusals.notHere();
    await audit(tx, { actor, at: now(), action: "session.end", subject: { kind: "session", id: sessionId } });
  });
  return sessionId === actor.sessionId ? identity.forgetSession() : [];
}

/** Ends all sessions of the person but the one that asks. @returns how many */
export async function endOtherSessions({ db, now }: Installation, actor: SignedIn): Promise<number> {
  refuseKeys(actor);
  return db.transaction().execute(async (tx) => {
    const ended = await ownSessions(tx, actor)
      .$if(actor.sessionId !== undefined, (query) => query.where("id", "<>", actor.sessionId ?? ""))
      .returning("id")
      .execute();
    const subject = { kind: "person", id: actor.personId };
    await audit(tx, { actor, at: now(), action: "session.end_others", subject, details: { ended: ended.length } });
    return ended.length;
  });
}

function ownSessions(tx: Db, { personId }: SignedIn) {
  return tx
    .deleteFrom("sessions")
    .where("login_id", "in", (query) => query.selectFrom("logins").select("logins.id").where("logins.person_id", "=", personId));
}
