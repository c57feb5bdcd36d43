import type { Actor } from "../../../platform/access/actor.ts";
import { authorize, found } from "../../../platform/access/authorize.ts";
import { audit } from "../../../platform/audit.ts";
import type { Db, Tx } from "../../../platform/database/database.ts";
import { newId } from "../../../platform/database/id.ts";
import { sameVersion } from "../../../platform/http/version.ts";
import type { Installation } from "../../../platform/installation.ts";
import { type Day, dayIn } from "../../../platform/time/day.ts";
import { municipalityByWord } from "../../geography/index.ts";
import { findOrganization, freeSlug, slugOf } from "../../organizations/index.ts";
import { mayDrawRegions, mayOpenRegion } from "./policy.ts";
import { findOwnRegion } from "./queries.ts";
import { regionRefusals } from "./refusals.ts";

export interface Drawn {
  name: string;
  /** By number or name, under the borders of the day. */
  municipalities: string[];
  recordedOn: Day;
}

/** Draws a region of an organization's own. @returns its slug. @throws Refusal not_here, region.unknown_municipality, region.ambiguous_municipality */
export async function drawRegion({ db, now }: Installation, actor: Actor, organization: string, given: Drawn): Promise<string> {
  const at = now();
  const known = await findOrganization(db, actor, organization, dayIn(at, "Europe/Oslo"));
  authorize(actor, known !== undefined && mayDrawRegions(actor, known.id));
  const { id: organizationId } = found(known);
  const numbers = await numbersOf(db, given);
  const id = newId();
  // "county-32" is a county
  const base =
    slugOf(given.name)
      .slice(0, 60)
      .replace(/^county-/, "region-") || "region";
  return await db.transaction().execute(async (tx) => {
    const taken = await tx.selectFrom("regions").select("slug").where("slug", "like", `${base}%`).execute();
    const slug = freeSlug(base, new Set(taken.map((row) => row.slug)));
    const written = { recorded_on: given.recordedOn, created_at: at, created_by: actor.personId };
    await tx
      .insertInto("regions")
      .values({ id, slug, name: given.name, organization_id: organizationId, ...written })
      .execute();
    await writeMunicipalities(tx, id, numbers, given.recordedOn);
    const details = { name: given.name, municipalities: numbers };
    await audit(tx, { actor, at, action: "region.draw", subject: { kind: "region", id }, organizationId, details });
    return slug;
  });
}

/**
 * Draws a region anew. What it was opened for was its land, so with other municipalities it is shut. What a published report is about stays as it is.
 * @throws as drawRegion, Refusal region.published, version conflicts
 */
export async function redrawRegion(
  { db, now }: Installation,
  actor: Actor,
  slug: string,
  change: Partial<Drawn>,
  expected: number | undefined,
): Promise<string> {
  const known = await findOwnRegion(db, slug);
  authorize(actor, known !== undefined && mayDrawRegions(actor, known.organizationId));
  const { id, organizationId } = found(known);
  await db.transaction().execute(async (tx) => {
    await tx.selectFrom("regions").select("id").where("id", "=", id).forUpdate().execute();
    const before = found(await findOwnRegion(tx, slug));
    sameVersion(expected, before);
    const recordedOn = change.recordedOn ?? before.recordedOn;
    const isRead = change.municipalities !== undefined || recordedOn !== before.recordedOn;
    const numbers = isRead ? await numbersOf(tx, { municipalities: change.municipalities ?? before.numbers, recordedOn }) : before.numbers;
    const isSameLand = recordedOn === before.recordedOn && numbers.join() === before.numbers.join();
    const name = change.name ?? before.name;
    if ((!isSameLand || name !== before.name) && (await isTold(tx, slug, "published"))) throw regionRefusals.published();
    const shut = isSameLand || mayOpenRegion(actor) ? {} : { opened_at: null, opened_by: null };
    await tx
      .updateTable("regions")
      .set({ name, recorded_on: recordedOn, version: before.version + 1, ...shut })
      .where("id", "=", id)
      .execute();
    if (!isSameLand) await writeMunicipalities(tx, id, numbers, recordedOn);
    const details = { fields: Object.keys(change), ...(!isSameLand && { municipalities: numbers }) };
    await audit(tx, { actor, at: now(), action: "region.redraw", subject: { kind: "region", id }, organizationId, details });
  });
  return organizationId;
}

/** Opens every figure of a region to those who run its organization, or shuts it. */
export async function openRegion({ db, now }: Installation, actor: Actor, slug: string, isOpen: boolean): Promise<string> {
  authorize(actor, mayOpenRegion(actor));
  const { id, organizationId } = found(await findOwnRegion(db, slug));
  const at = now();
  await db.transaction().execute(async (tx) => {
    const opened = { opened_at: isOpen ? at : null, opened_by: isOpen ? actor.personId : null };
    await tx.updateTable("regions").set(opened).where("id", "=", id).execute();
    const action = isOpen ? "region.open" : "region.shut";
    await audit(tx, { actor, at, action, subject: { kind: "region", id }, organizationId });
  });
  return organizationId;
}

/** Takes a region away. @throws Refusal region.in_reports */
export async function eraseRegion({ db, now }: Installation, actor: Actor, slug: string): Promise<void> {
  const known = await findOwnRegion(db, slug);
  authorize(actor, known !== undefined && mayDrawRegions(actor, known.organizationId));
  const { id, organizationId } = found(known);
  await db.transaction().execute(async (tx) => {
    await tx.selectFrom("regions").select("id").where("id", "=", id).forUpdate().execute();
    if (await isTold(tx, slug, "any")) throw regionRefusals.inReports();
    await tx.deleteFrom("region_municipalities").where("region_id", "=", id).execute();
    await tx.deleteFrom("regions").where("id", "=", id).execute();
    await audit(tx, { actor, at: now(), action: "region.erase", subject: { kind: "region", id }, organizationId });
  });
}

async function isTold(tx: Tx, slug: string, which: "any" | "published"): Promise<boolean> {
  const told = tx.selectFrom("reports").select("id").where("area_key", "=", slug).limit(1);
  return (await told.$if(which === "published", (query) => query.where("published_at", "is not", null)).executeTakeFirst()) !== undefined;
}

async function numbersOf(db: Db, { municipalities, recordedOn }: Pick<Drawn, "municipalities" | "recordedOn">): Promise<string[]> {
  const read = await municipalityByWord(db, recordedOn);
  const numbers = municipalities.map((word) => {
    const answer = read(word);
    if (answer === "unknown") throw regionRefusals.unknownMunicipality({ word });
    if (answer === "ambiguous") throw regionRefusals.ambiguousMunicipality({ word });
    return answer.number;
  });
  return [...new Set(numbers)].toSorted();
}

async function writeMunicipalities(tx: Tx, regionId: string, numbers: readonly string[], recordedOn: Day): Promise<void> {
  await tx.deleteFrom("region_municipalities").where("region_id", "=", regionId).execute();
  await tx
    .insertInto("region_municipalities")
    .values(numbers.map((number) => ({ region_id: regionId, number, valid_from: recordedOn })))
    .execute();
}
