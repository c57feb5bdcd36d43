import type { z } from "@hono/zod-openapi";
import type { Actor } from "../../platform/access/actor.ts";
import { authorize, found } from "../../platform/access/authorize.ts";
import { audit } from "../../platform/audit.ts";
import type { Db } from "../../platform/database/database.ts";
import { newId } from "../../platform/database/id.ts";
import type { Installation } from "../../platform/installation.ts";
import { findMember, findNamedOrganization, type MemberRow } from "./member-queries.ts";
import type { addMember as contract } from "./members-contract.ts";
import { mayManageMembers } from "./policy.ts";
import { membershipRefusals } from "./refusals.ts";
import { startMembership } from "./start-membership.ts";

type Given = z.infer<(typeof contract)["request"]["body"]["content"]["application/json"]["schema"]>;

/** Makes a person or an organization a member. Somebody new is written down with name and address; nobody is told of it here. */
export async function addMember({ db, now }: Installation, actor: Actor, idOrSlug: string, given: Given): Promise<MemberRow> {
  const organization = await findNamedOrganization(db, idOrSlug);
  authorize(actor, organization !== undefined && mayManageMembers(actor, organization));
  const { id: organizationId } = found(organization);
  const at = now();
  return db.transaction().execute(async (tx) => {
    const member = await whoJoins(tx, at, given);
    const id = await startMembership(tx, at, { ...given, organizationId, member });
    await audit(tx, { actor, at, action: "membership.start", subject: { kind: "membership", id }, organizationId });
    return found(await findMember(tx, id));
  });
}

async function whoJoins(tx: Db, at: Temporal.Instant, { personId, email, name, organization }: Given) {
  if (organization !== undefined) {
    const member = await findNamedOrganization(tx, organization);
    if (!member) throw membershipRefusals.unknownMember();
    return { organizationId: member.id };
  }
  if (email !== undefined) return { personId: await personOfAddress(tx, at, email, name ?? email) };
  const person = await tx
    .selectFrom("people")
    .select("id")
    .where("id", "=", personId ?? "")
    .where("erased_at", "is", null)
    .executeTakeFirst();
  if (!person) throw membershipRefusals.unknownMember();
  return { personId: person.id };
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
