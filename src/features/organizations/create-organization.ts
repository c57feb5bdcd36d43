import type { z } from "@hono/zod-openapi";
import type { Actor } from "../../platform/access/actor.ts";
import { authorize, found } from "../../platform/access/authorize.ts";
import { audit } from "../../platform/audit.ts";
import type { Tx } from "../../platform/database/database.ts";
import { newId } from "../../platform/database/id.ts";
import type { Installation } from "../../platform/installation.ts";
import { announce } from "../../platform/outbox.ts";
import { dayIn } from "../../platform/time/day.ts";
import type { newOrganization } from "./contract.ts";
import { askRegister } from "./fetch-from-register.ts";
import { keepRegisterAnswer } from "./keep-register-entry.ts";
import { columnsOf } from "./organization-fields.ts";
import { mayAddOrganization } from "./policy.ts";
import { findOrganization, slugsLike } from "./queries.ts";
import { organizationRefusals } from "./refusals.ts";
import type { RegisterAnswer } from "./register-client.ts";
import { readableName } from "./register-entry.ts";
import { freeSlug, slugOf } from "./slug.ts";

/**
 * Adds an organization, with what the register says of its number when it answers. Never waits for the register inside
 * the transaction, and never fails because of it: what is missing comes with the nightly refresh.
 * @returns its id
 */
export async function createOrganization(
  installation: Installation,
  actor: Actor,
  given: z.input<typeof newOrganization>,
): Promise<string> {
  const { db, now } = installation;
  const at = now();
  const today = dayIn(at, "Europe/Oslo");
  const { network, kinds, slug, ...written } = given;
  const networkId = network === undefined ? undefined : found(await findOrganization(db, actor, network, today)).id;
  authorize(actor, mayAddOrganization(actor, networkId, kinds));
  const columns = await columnsOf(db, written, today);
  const answer = columns.organization_number ? await askRegister(installation, columns.organization_number) : undefined;
  const name = columns.name ?? nameIn(answer);
  if (name === undefined) throw organizationRefusals.nameNeeded();

  return db.transaction().execute(async (tx) => {
    const id = newId();
    await tx
      .insertInto("organizations")
      .values({
        ...columns,
        id,
        slug: slug ?? freeSlug(slugOf(name), await slugsLike(tx, slugOf(name))),
        name,
        name_from: columns.name === undefined ? "register" : "people",
        entered_by_network_id: networkId ?? null,
        created_at: at,
      })
      .execute();
    await writeKinds(tx, id, kinds);
    if (columns.organization_number && answer && answer.kind !== "away")
      await keepRegisterAnswer(tx, id, columns.organization_number, answer, at);
    await audit(tx, { actor, at, action: "organization.add", subject: { kind: "organization", id }, organizationId: networkId ?? id });
    await announce(tx, [
      { at, topic: "organization.added", organizationIds: networkId ? [networkId] : [], payload: { organizationId: id } },
    ]);
    return id;
  });
}

/** Writes what kinds an organization is of, in the place of those before. */
export async function writeKinds(tx: Tx, organizationId: string, kinds: readonly string[]): Promise<void> {
  await tx.deleteFrom("organization_kinds").where("organization_id", "=", organizationId).execute();
  await tx
    .insertInto("organization_kinds")
    .values([...new Set(kinds)].map((kind) => ({ organization_id: organizationId, kind })))
    .execute();
}

function nameIn(answer: RegisterAnswer | undefined): string | undefined {
  return answer?.kind === "found" ? readableName(answer.entry.name) : undefined;
}
