import type { Actor } from "../../platform/access/actor.ts";
import { authorize, found } from "../../platform/access/authorize.ts";
import { audit } from "../../platform/audit.ts";
import type { Db } from "../../platform/database/database.ts";
import { newId } from "../../platform/database/id.ts";
import type { Texts } from "../../platform/database/schema.ts";
import type { Installation } from "../../platform/installation.ts";
import { announce } from "../../platform/outbox.ts";
import { type Day, dayIn } from "../../platform/time/day.ts";
import { municipalityAt, readReference } from "../geography/index.ts";
import { findOrganization } from "../organizations/index.ts";
import { mayRunProgram } from "./policy.ts";
import type { ProgramKind } from "./program.ts";
import { programRefusals } from "./refusals.ts";

export interface GivenRegion {
  name: string | null;
  municipalities: string[];
  recordedOn: Day;
}

export interface NewProgram {
  slug: string;
  name: Texts;
  /** Id or slug. */
  organization: string;
  kind: ProgramKind;
  region?: GivenRegion | undefined;
}

/** Adds a program of an organization. @returns its id. @throws Refusal program.slug_taken, program.unknown_municipality */
export async function createProgram({ db, now }: Installation, actor: Actor, given: NewProgram): Promise<string> {
  const [id, at] = [newId(), now()];
  authorize(actor, true);
  const organization = await findOrganization(db, actor, given.organization, dayIn(at, "Europe/Oslo"));
  authorize(actor, organization !== undefined && mayRunProgram(actor, organization.id));
  const organizationId = found(organization).id;
  const region = await regionColumns(db, given.region ?? null);
  await db.transaction().execute(async (tx) => {
    await tx
      .insertInto("programs")
      .values({
        id,
        slug: given.slug,
        organization_id: organizationId,
        names: JSON.stringify(given.name),
        kind: given.kind,
        ...region,
        created_at: at,
      })
      .execute();
    await audit(tx, {
      actor,
      at,
      action: "program.create",
      subject: { kind: "program", id },
      organizationId,
      details: { slug: given.slug },
    });
    await announce(tx, [{ at, topic: "program.created", organizationIds: [organizationId], payload: { programId: id } }]);
  });
  return id;
}

/** A region as it is kept, with every number looked up. @throws Refusal program.unknown_municipality */
export async function regionColumns(db: Db, region: GivenRegion | null) {
  if (region === null) return { region_name: null, region_municipalities: [], region_recorded_on: null };
  const reference = await readReference(db);
  const { recordedOn } = region;
  const unknown = region.municipalities.find((number) => municipalityAt(reference, { number, recordedOn }, recordedOn).kind !== "one");
  if (unknown !== undefined) throw programRefusals.unknownMunicipality({ number: unknown });
  return { region_name: region.name, region_municipalities: [...new Set(region.municipalities)], region_recorded_on: recordedOn };
}
