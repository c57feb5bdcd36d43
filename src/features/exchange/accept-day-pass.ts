import type { Actor } from "../../platform/access/actor.ts";
import { authorize, found } from "../../platform/access/authorize.ts";
import { audit } from "../../platform/audit.ts";
import type { Tx } from "../../platform/database/database.ts";
import type { Installation } from "../../platform/installation.ts";
import { announce } from "../../platform/outbox.ts";
import { partiesOf } from "./end-day-pass.ts";
import { mayCancelPass, mayReceiveGuests } from "./policy.ts";
import { findPass, type PassRow } from "./queries.ts";
import { exchangeRefusals } from "./refusals.ts";

/** Takes the seat that was offered from the list. At a host that is asked first, the host is asked now. @throws Refusal when the offer lapsed */
export async function takeOffer({ db, now }: Installation, actor: Actor, passId: string): Promise<void> {
  const pass = found(await findPass(db, passId));
  authorize(actor, mayCancelPass(actor, partiesOf(pass)));
  if (pass.state !== "offered") throw exchangeRefusals.wrongState({ state: pass.state });
  if (pass.offer_expires_at === null || Temporal.Instant.compare(now(), pass.offer_expires_at) > 0) throw exchangeRefusals.offerLapsed();
  await db.transaction().execute(async (tx) => {
    const terms = await tx.selectFrom("guest_terms").select("ask_first").where("space_id", "=", pass.space_id).executeTakeFirst();
    const next = terms?.ask_first ? ({ state: "waiting", waits_for: "host" } as const) : ({ state: "held", waits_for: null } as const);
    await moveOn(tx, pass, next, now(), actor);
  });
}

/** The host takes the seat that was offered for a guest who stands at the door. */
export async function acceptForGuest({ db, now }: Installation, actor: Actor, pass: PassRow): Promise<void> {
  authorize(actor, mayReceiveGuests(actor, pass.host_id));
  await db.transaction().execute((tx) => moveOn(tx, pass, { state: "held", waits_for: null }, now(), actor));
}

/** The host that is asked first says yes. */
export async function acceptGuest({ db, now }: Installation, actor: Actor, passId: string): Promise<void> {
  const pass = found(await findPass(db, passId));
  authorize(actor, mayReceiveGuests(actor, pass.host_id));
  if (pass.state !== "waiting" || pass.waits_for !== "host") throw exchangeRefusals.wrongState({ state: pass.state });
  await db.transaction().execute((tx) => moveOn(tx, pass, { state: "held", waits_for: null }, now(), actor));
}

// The seat, the day and the quotas were taken when it was offered or asked for: only the state changes.
async function moveOn(
  tx: Tx,
  pass: PassRow,
  next: { state: "held"; waits_for: null } | { state: "waiting"; waits_for: "host" },
  at: Temporal.Instant,
  actor: Actor,
): Promise<void> {
  const { numUpdatedRows } = await tx
    .updateTable("day_passes")
    .set({ ...next, held_at: next.state === "held" ? at : null })
    .where("space_id", "=", pass.space_id)
    .where("id", "=", pass.id)
    .where("state", "=", pass.state)
    .executeTakeFirstOrThrow();
  if (numUpdatedRows === 0n) throw exchangeRefusals.ended();
  const payload = { passId: pass.id, spaceId: pass.space_id, day: pass.day, personId: pass.person_id, homeId: pass.home_id };
  await announce(tx, [
    { at, topic: next.state === "held" ? "day_pass.held" : "day_pass.asked", organizationIds: [pass.home_id, pass.host_id], payload },
  ]);
  await audit(tx, {
    actor,
    at,
    action: `day_pass.${next.state}`,
    subject: { kind: "day_pass", id: pass.id },
    organizationId: pass.host_id,
  });
}
