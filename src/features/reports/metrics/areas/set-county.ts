import type { Actor } from "../../../../platform/access/actor.ts";
import { authorize, found } from "../../../../platform/access/authorize.ts";
import { audit } from "../../../../platform/audit.ts";
import type { Installation } from "../../../../platform/installation.ts";
import { dayIn } from "../../../../platform/time/day.ts";
import { areasOfCounty } from "../../../geography/index.ts";
import { findOrganization } from "../../../organizations/index.ts";
import { metricRefusals } from "../refusals.ts";

/** Only the operator says which county a public body answers for: it opens figures of everybody in it. */
export function maySetCounty(actor: Actor): boolean {
  return actor.kind === "person" && actor.isOperator;
}

/** Writes down which county a body answers for; null: the one it lies in. @throws Refusal metric.area_unknown */
export async function setCounty({ db, now }: Installation, actor: Actor, organization: string, county: string | null): Promise<void> {
  authorize(actor, maySetCounty(actor));
  const at = now();
  const today = dayIn(at, "Europe/Oslo");
  const { id } = found(await findOrganization(db, actor, organization, today));
  if (county !== null && (await areasOfCounty(db, county, today)).length === 0) throw metricRefusals.areaUnknown();
  await db.transaction().execute(async (tx) => {
    if (county === null) await tx.deleteFrom("area_bodies").where("organization_id", "=", id).execute();
    else {
      const set = { county_number: county, set_at: at, set_by: actor.personId };
      await tx
        .insertInto("area_bodies")
        .values({ organization_id: id, ...set })
        .onConflict((conflict) => conflict.column("organization_id").doUpdateSet(set))
        .execute();
    }
    const subject = { kind: "organization", id };
    await audit(tx, { actor, at, action: "organization.set_county", subject, organizationId: id, details: { county } });
  });
}
