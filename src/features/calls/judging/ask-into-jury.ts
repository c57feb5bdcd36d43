import type { SignedIn } from "../../../platform/access/actor.ts";
import { audit } from "../../../platform/audit.ts";
import type { Tx } from "../../../platform/database/database.ts";
import { newId } from "../../../platform/database/id.ts";
import { announce } from "../../../platform/outbox.ts";
import { addPeople, findPeopleByAddress } from "../../organizations/index.ts";

export interface NewJuror {
  name: string;
  email: string;
}

/** Asks somebody into the jury of a call, by the address they are reached at. @returns their id, or undefined when they are in it already */
export async function askIntoJury(
  tx: Tx,
  call: { id: string; organization_id: string },
  given: NewJuror,
  { actor, at }: { actor: SignedIn; at: Temporal.Instant },
): Promise<string | undefined> {
  const jurorId = await personOf(tx, given, at);
  const added = await tx
    .insertInto("call_jurors")
    .values({ call_id: call.id, person_id: jurorId, added_at: at, added_by: actor.personId })
    .onConflict((conflict) => conflict.constraint("call_jurors_once").doNothing())
    .returning("person_id")
    .executeTakeFirst();
  if (!added) return undefined;
  const subject = { kind: "call", id: call.id };
  await audit(tx, { actor, at, action: "call.add_juror", subject, organizationId: call.organization_id, details: { jurorId } });
  await announce(tx, [{ at, topic: "call.juror_added", organizationIds: [call.organization_id], payload: { callId: call.id, jurorId } }]);
  return jurorId;
}

async function personOf(tx: Tx, { name, email }: NewJuror, at: Temporal.Instant): Promise<string> {
  const known = (await findPeopleByAddress(tx, [email])).get(email);
  if (known) return known.id;
  const id = newId();
  await addPeople(tx, [{ id, name, email }], at);
  return id;
}
