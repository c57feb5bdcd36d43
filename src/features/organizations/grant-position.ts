import type { z } from "@hono/zod-openapi";
import type { Actor } from "../../platform/access/actor.ts";
import { authorize, found } from "../../platform/access/authorize.ts";
import { audit } from "../../platform/audit.ts";
import type { Tx } from "../../platform/database/database.ts";
import { newId } from "../../platform/database/id.ts";
import type { Installation } from "../../platform/installation.ts";
import { announce } from "../../platform/outbox.ts";
import { dayIn } from "../../platform/time/day.ts";
import type { newPosition } from "./people-contract.ts";
import { grantableRoles, organizationsManaged } from "./policy.ts";
import { findPosition, isPersonAt, type PositionRow } from "./position-queries.ts";
import { findOrganization, type OrganizationRow } from "./queries.ts";
import { organizationRefusals } from "./refusals.ts";

/**
 * Grants a position to a person there is, or to whoever has an address. Whether the address was known is not said.
 * @throws Refusal organization.not_a_network, organization.ends_before_it_starts, organization.already_held
 */
export async function grantPosition(
  { db, now }: Installation,
  actor: Actor,
  idOrSlug: string,
  given: z.infer<typeof newPosition>,
): Promise<{ position: PositionRow; organization: OrganizationRow }> {
  const at = now();
  const today = dayIn(at, "Europe/Oslo");
  const organization = found(await findOrganization(db, actor, idOrSlug, today));
  authorize(actor, grantableRoles(actor, organization).includes(given.role));
  if (given.role === "coordinator" && !organization.kinds.includes("network")) throw organizationRefusals.notANetwork();
  const from = given.from ?? today;
  const to = given.to ?? null;
  if (to !== null && to <= from) throw organizationRefusals.endsBeforeItStarts();

  const id = newId();
  await db.transaction().execute(async (tx) => {
    const personId = await personOf(tx, actor, given, at);
    await tx
      .insertInto("positions")
      .values({
        id,
        person_id: personId,
        organization_id: organization.id,
        role: given.role,
        title: given.title || null,
        during: `[${from},${to ?? ""})`,
        last_confirmed_on: today,
      })
      .execute();
    const details = { role: given.role, personId, from, to };
    await audit(tx, { actor, at, action: "position.grant", subject: { kind: "position", id }, organizationId: organization.id, details });
    await announce(tx, [{ at, topic: "position.granted", organizationIds: [organization.id], payload: { positionId: id, ...details } }]);
  });
  // one that lies in the past is kept, and nobody lists it
  const position = await findPosition(db, organization.id, id);
  return { position: found(position), organization };
}

async function personOf(tx: Tx, actor: Actor, { personId, person }: z.infer<typeof newPosition>, at: Temporal.Instant): Promise<string> {
  if (personId !== undefined) return found(await knownPerson(tx, actor, personId, at));
  if (person === undefined) throw new Error("A position has a person");
  const added = await tx
    .insertInto("people")
    .values({ id: newId(), name: person.name, email: person.email, created_at: at })
    .onConflict((conflict) => conflict.column("email").doNothing())
    .returning("id")
    .executeTakeFirst();
  if (added) return added.id;
  return (await tx.selectFrom("people").select("id").where("email", "=", person.email).executeTakeFirstOrThrow()).id;
}

// By id one grants to those one can see already: an id must not tell who is behind it.
async function knownPerson(tx: Tx, actor: Actor, personId: string, at: Temporal.Instant): Promise<string | undefined> {
  const person = await tx.selectFrom("people").select("id").where("id", "=", personId).where("erased_at", "is", null).executeTakeFirst();
  const managed = organizationsManaged(actor);
  const isKnown = managed === "all" || (await isPersonAt(tx, personId, managed, dayIn(at, "Europe/Oslo")));
  return isKnown ? person?.id : undefined;
}
