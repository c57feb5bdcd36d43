import type { Actor } from "../../platform/access/actor.ts";
import { authorize, found } from "../../platform/access/authorize.ts";
import { audit } from "../../platform/audit.ts";
import { newId } from "../../platform/database/id.ts";
import type { Installation } from "../../platform/installation.ts";
import { dayIn } from "../../platform/time/day.ts";
import { columnsOf } from "./change-space.ts";
import { requireMunicipality } from "./municipality.ts";
import { mayOpenSpace } from "./policy.ts";
import { findOrganization } from "./queries.ts";
import type { NewSpace } from "./shapes.ts";
import { slugOf } from "./space.ts";

/** Opens a space of an organization. @returns its id */
export async function openSpace({ db, now }: Installation, actor: Actor, organizationId: string, given: NewSpace): Promise<string> {
  const at = now();
  const today = dayIn(at, given.timeZone ?? "Europe/Oslo");
  const { slug, openedOn = today, municipalityRecordedOn = today, name, municipalityNumber, latitude, longitude, ...changes } = given;
  return await db.transaction().execute(async (tx) => {
    const organization = found(await findOrganization(tx, organizationId));
    authorize(actor, mayOpenSpace(actor, organization));
    await requireMunicipality(tx, municipalityNumber, municipalityRecordedOn);
    const id = newId();
    await tx
      .insertInto("spaces")
      .values({
        ...columnsOf(changes, today),
        id,
        organization_id: organization.id,
        slug: slug ?? (slugOf(name) || id),
        name,
        municipality_number: municipalityNumber,
        municipality_recorded_on: municipalityRecordedOn,
        latitude,
        longitude,
        during: `[${openedOn},)`,
        created_at: at,
      })
      .execute();
    await audit(tx, {
      actor,
      at,
      action: "space.open",
      subject: { kind: "space", id },
      organizationId: organization.id,
      details: { name },
    });
    return id;
  });
}
