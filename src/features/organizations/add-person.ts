import type { z } from "@hono/zod-openapi";
import type { Actor } from "../../platform/access/actor.ts";
import { authorize } from "../../platform/access/authorize.ts";
import { audit } from "../../platform/audit.ts";
import { newId } from "../../platform/database/id.ts";
import type { Installation } from "../../platform/installation.ts";
import type { newPerson } from "./people-contract.ts";
import { mayAddPerson } from "./policy.ts";

/** Adds a person who may then sign in by the address. @returns the id. @throws Refusal organization.email_taken */
export async function addPerson({ db, now }: Installation, actor: Actor, given: z.infer<typeof newPerson>): Promise<string> {
  authorize(actor, mayAddPerson(actor));
  const at = now();
  const id = newId();
  await db.transaction().execute(async (tx) => {
    await tx
      .insertInto("people")
      .values({ ...given, id, created_at: at })
      .execute();
    await audit(tx, { actor, at, action: "person.add", subject: { kind: "person", id } });
  });
  return id;
}
