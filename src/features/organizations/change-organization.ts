import type { z } from "@hono/zod-openapi";
import type { Actor } from "../../platform/access/actor.ts";
import { authorize, found } from "../../platform/access/authorize.ts";
import { accessRefusals } from "../../platform/access/refusals.ts";
import { audit } from "../../platform/audit.ts";
import type { Tx } from "../../platform/database/database.ts";
import { sameVersion } from "../../platform/http/version.ts";
import type { Installation } from "../../platform/installation.ts";
import { announce } from "../../platform/outbox.ts";
import { dayIn } from "../../platform/time/day.ts";
import type { organizationChange } from "./contract.ts";
import { writeKinds } from "./create-organization.ts";
import { askRegister } from "./fetch-from-register.ts";
import { keepRegisterAnswer } from "./keep-register-entry.ts";
import { columnsOf } from "./organization-fields.ts";
import { mayEditOrganization } from "./policy.ts";
import { presentOrganization } from "./present.ts";
import { findOrganization } from "./queries.ts";

/**
 * Changes what is given. A new organization number is asked about at once; what the register said of the old one goes.
 * @param expected the version the actor believes to change; undefined changes whatever is there
 */
export async function changeOrganization(
  installation: Installation,
  actor: Actor,
  idOrSlug: string,
  change: z.infer<typeof organizationChange>,
  expected: number | undefined,
): Promise<void> {
  const { db, now } = installation;
  const at = now();
  const today = dayIn(at, "Europe/Oslo");
  const before = found(await findOrganization(db, actor, idOrSlug, today));
  authorize(actor, mayEditOrganization(actor, before));
  const { kinds, ...written } = change;
  if (kinds && !actor.isOperator && kinds.includes("network") !== before.kinds.includes("network")) throw accessRefusals.notHere();
  const columns = await columnsOf(db, written, today);
  const number = columns.organization_number;
  const isNewNumber = number !== undefined && number !== before.organizationNumber;
  const answer = isNewNumber && number !== null ? await askRegister(installation, number) : undefined;

  await db.transaction().execute(async (tx) => {
    const current = await lockOrganization(tx, before.id);
    sameVersion(expected, current, await shownAnew(tx));
    await tx
      .updateTable("organizations")
      .set({ ...columns, version: current.version + 1 })
      .where("id", "=", before.id)
      .execute();
    if (kinds) await writeKinds(tx, before.id, kinds);
    if (isNewNumber) await tx.deleteFrom("register_entries").where("organization_id", "=", before.id).execute();
    if (isNewNumber && number && answer && answer.kind !== "away") await keepRegisterAnswer(tx, before.id, number, answer, at);
    const subject = { kind: "organization", id: before.id };
    await audit(tx, {
      actor,
      at,
      action: "organization.change",
      subject,
      organizationId: before.id,
      details: { fields: Object.keys(change) },
    });
    await announce(tx, [{ at, topic: "organization.changed", organizationIds: [before.id], payload: { organizationId: before.id } }]);
  });

  async function shownAnew(tx: Tx) {
    const row = found(await findOrganization(tx, actor, before.id, today));
    return presentOrganization(row, actor, today);
  }
}

/** Holds the organization until the transaction ends, so that what is decided about it is decided one by one. */
export async function lockOrganization(tx: Tx, id: string): Promise<{ version: number }> {
  return tx.selectFrom("organizations").select("version").where("id", "=", id).forUpdate().executeTakeFirstOrThrow();
}
