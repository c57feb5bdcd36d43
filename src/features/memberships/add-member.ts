import type { z } from "@hono/zod-openapi";
import { sql } from "kysely";
import { type Actor, isPerson, type SignedIn } from "../../platform/access/actor.ts";
import { authorize, found } from "../../platform/access/authorize.ts";
import { audit } from "../../platform/audit.ts";
import type { Db } from "../../platform/database/database.ts";
import { newId } from "../../platform/database/id.ts";
import type { Installation } from "../../platform/installation.ts";
import { dayIn } from "../../platform/time/day.ts";
import { findMember, findNamedOrganization, findOrganizationToEnter, type MemberRow } from "./member-queries.ts";
import type { addMember as contract } from "./members-contract.ts";
import { mayManageMembers } from "./policy.ts";
import { membershipRefusals } from "./refusals.ts";
import { type NewMembership, startMembership } from "./start-membership.ts";

type Given = z.infer<(typeof contract)["request"]["body"]["content"]["application/json"]["schema"]>;

/** Makes a person or an organization a member. Somebody new is written down with name and address; nobody is told of it here. */
export async function addMember({ db, now }: Installation, actor: Actor, idOrSlug: string, given: Given): Promise<MemberRow> {
  const organization = await findNamedOrganization(db, idOrSlug);
  authorize(actor, organization !== undefined && mayManageMembers(actor, organization));
  const { id: organizationId } = found(organization);
  const at = now();
  return db.transaction().execute(async (tx) => {
    const member = await whoJoins(tx, actor, at, organizationId, given);
    const id = await startMembership(tx, actor, at, { ...given, organizationId, member });
    await audit(tx, { actor, at, action: "membership.start", subject: { kind: "membership", id }, organizationId });
    return found(await findMember(tx, id));
  });
}

async function whoJoins(
  tx: Db,
  actor: SignedIn,
  at: Temporal.Instant,
  organizationId: string,
  { personId, email, name, organization }: Given,
): Promise<NewMembership["member"]> {
  if (organization !== undefined) {
    const member = await findOrganizationToEnter(tx, actor, organization, dayIn(at, "Europe/Oslo"));
    if (!member) throw membershipRefusals.unknownMember();
    return { organizationId: member.id };
  }
  if (email !== undefined) return { personId: await personOfAddress(tx, at, email, name ?? email) };
  if (personId === undefined || !(await isKnownTo(tx, actor, organizationId, personId))) throw membershipRefusals.unknownMember();
  return { personId };
}

// An id is no address: whoever has seen one in a list must not learn by it how to reach the person.
async function isKnownTo(tx: Db, actor: SignedIn, organizationId: string, personId: string): Promise<boolean> {
  const { rows } = await sql<{ id: string }>`
    select p.id from people p where p.id = ${personId}::uuid and p.erased_at is null and (
      ${actor.isOperator || isPerson(actor, personId)}
      or exists (select from memberships m where m.organization_id = ${organizationId}::uuid and m.member_person_id = p.id)
      or exists (select from positions h where h.organization_id = ${organizationId}::uuid and h.person_id = p.id))`.execute(tx);
  return rows.length > 0;
}

// a person who is known keeps the name they have: it is theirs to change
async function personOfAddress(tx: Db, at: Temporal.Instant, email: string, name: string): Promise<string> {
  await tx
    .insertInto("people")
    .values({ id: newId(), name, email, created_at: at })
    .onConflict((conflict) => conflict.column("email").doNothing())
    .execute();
  return (await tx.selectFrom("people").select("id").where("email", "=", email).executeTakeFirstOrThrow()).id;
}
