import type { z } from "@hono/zod-openapi";
import { type Actor, isPerson } from "../../platform/access/actor.ts";
import { authorize, found } from "../../platform/access/authorize.ts";
import { accessRefusals } from "../../platform/access/refusals.ts";
import { audit } from "../../platform/audit.ts";
import { sameVersion } from "../../platform/http/version.ts";
import type { Installation } from "../../platform/installation.ts";
import { dayIn } from "../../platform/time/day.ts";
import type { personChange } from "./people-contract.ts";
import { mayChangeEmail, mayEditPerson, organizationsManaged } from "./policy.ts";
import { findPerson, type PersonRow } from "./position-queries.ts";
import { presentPerson } from "./present.ts";

/** The person, for oneself, the operator, and those who manage an organization where a position is held. */
export async function findPersonFor({ db, now }: Pick<Installation, "db" | "now">, actor: Actor, id: string): Promise<PersonRow> {
  const organizations = isPerson(actor, id) ? "all" : organizationsManaged(actor);
  const person = await findPerson(db, id, organizations, dayIn(now(), "Europe/Oslo"));
  authorize(actor, organizations === "all" || (person?.positions.length ?? 0) > 0);
  return found(person);
}

/** Changes what is given. @param expected the version the actor believes to change; undefined changes whatever is there */
export async function changePerson(
  { db, now }: Installation,
  actor: Actor,
  id: string,
  change: z.infer<typeof personChange>,
  expected: number | undefined,
): Promise<void> {
  authorize(actor, mayEditPerson(actor, id));
  const at = now();
  await db.transaction().execute(async (tx) => {
    const lock = await tx
      .selectFrom("people")
      .select("version")
      .where("id", "=", id)
      .where("erased_at", "is", null)
      .forUpdate()
      .executeTakeFirst();
    const { version } = found(lock);
    const current = await findPersonFor({ db: tx, now }, actor, id);
    sameVersion(expected, { version }, presentPerson(current, actor));
    if (change.email !== undefined && change.email !== current.email && !mayChangeEmail(actor)) throw accessRefusals.notHere();
    await tx
      .updateTable("people")
      .set({ ...change, version: version + 1 })
      .where("id", "=", id)
      .execute();
    await audit(tx, { actor, at, action: "person.change", subject: { kind: "person", id }, details: { fields: Object.keys(change) } });
  });
}
