import { sql } from "kysely";
import type { Actor } from "../../platform/access/actor.ts";
import { authorize, found } from "../../platform/access/authorize.ts";
import { audit } from "../../platform/audit.ts";
import { sameVersion } from "../../platform/http/version.ts";
import type { Installation } from "../../platform/installation.ts";
import { dayIn } from "../../platform/time/day.ts";
import { lockOrganization } from "./change-organization.ts";
import { mayEditOrganization } from "./policy.ts";
import { findOrganization } from "./queries.ts";

/** Says that the contact address and the contacts hold today. Nothing else changes, so the version stays. */
export async function confirmContact(
  { db, now }: Installation,
  actor: Actor,
  idOrSlug: string,
  expected: number | undefined,
): Promise<void> {
  const at = now();
  const today = dayIn(at, "Europe/Oslo");
  const { id, ...organization } = found(await findOrganization(db, actor, idOrSlug, today));
  authorize(actor, mayEditOrganization(actor, { id, ...organization }));
  await db.transaction().execute(async (tx) => {
    sameVersion(expected, await lockOrganization(tx, id));
    await tx.updateTable("organizations").set({ contact_confirmed_on: today }).where("id", "=", id).execute();
    await tx
      .updateTable("positions")
      .set({ last_confirmed_on: today })
      .where("organization_id", "=", id)
      .where("role", "=", "contact")
      .where(sql<boolean>`during @> ${today}::date`)
      .execute();
    await audit(tx, { actor, at, action: "organization.confirm_contact", subject: { kind: "organization", id }, organizationId: id });
  });
}
