import type { Actor } from "../../../platform/access/actor.ts";
import { authorize, found } from "../../../platform/access/authorize.ts";
import { audit } from "../../../platform/audit.ts";
import { newId } from "../../../platform/database/id.ts";
import type { Installation } from "../../../platform/installation.ts";
import { dayIn } from "../../../platform/time/day.ts";
import { findOrganization } from "../../organizations/index.ts";
import { requiredTexts } from "../texts.ts";
import { mayManageCertifications } from "./policy.ts";
import type { NewCertification } from "./shapes.ts";

/** Adds something to be learnt at a lab before its machines are booked. @returns its id. @throws Refusal space.text_missing */
export async function addCertification(
  { db, now }: Installation,
  actor: Actor,
  organizationIdOrSlug: string,
  { names: written, levels, validMonths }: NewCertification,
): Promise<string> {
  const at = now();
  return await db.transaction().execute(async (tx) => {
    const lab = found(await findOrganization(tx, actor, organizationIdOrSlug, dayIn(at, "Europe/Oslo")));
    authorize(actor, mayManageCertifications(actor, { organization_id: lab.id }));
    const id = newId();
    const names = requiredTexts(written);
    await tx
      .insertInto("certifications")
      .values({ id, organization_id: lab.id, names: JSON.stringify(names), levels, valid_months: validMonths, created_at: at })
      .execute();
    await audit(tx, {
      actor,
      at,
      action: "certification.add",
      subject: { kind: "certification", id },
      organizationId: lab.id,
      details: { names, levels, validMonths },
    });
    return id;
  });
}
