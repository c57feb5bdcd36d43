import type { Actor, SignedIn } from "../../platform/access/actor.ts";
import { authorize, found } from "../../platform/access/authorize.ts";
import { audit } from "../../platform/audit.ts";
import type { Tx } from "../../platform/database/database.ts";
import { newId } from "../../platform/database/id.ts";
import type { Installation } from "../../platform/installation.ts";
import { dayIn } from "../../platform/time/day.ts";
import { findSpace, type SpaceRow } from "../spaces/index.ts";
import { mayManageHires } from "./policy.ts";
import { termsOf } from "./queries.ts";
import { hireRefusals } from "./refusals.ts";
import { roomsForHire } from "./rooms-for-hire.ts";
import type { NewExtra, NewTerms } from "./shapes.ts";

type Edit = { tx: Tx; space: SpaceRow; actor: SignedIn; at: Temporal.Instant };
type Deed = { action: string; subject: { kind: string; id: string }; details?: Record<string, unknown> };

/** Says which rooms a house hires out to others than its members. @throws Refusal hire.not_offered when one is none of its rooms, hire.no_terms */
export async function changeRooms(installation: Installation, actor: Actor, space: string, resourceIds: readonly string[]): Promise<void> {
  await editOffer(installation, actor, space, async ({ tx, space: { id, time_zone }, actor: by, at }) => {
    const all = await roomsForHire(tx, { spaceId: id, today: dayIn(at, time_zone) });
    if (resourceIds.some((resourceId) => !all.some((room) => room.id === resourceId))) throw hireRefusals.notOffered();
    if (!(await termsOf(tx, id))) throw hireRefusals.noTerms();
    await tx.deleteFrom("hire_rooms").where("space_id", "=", id).execute();
    const rows = [...new Set(resourceIds)].map((resource_id) => ({ space_id: id, resource_id, added_at: at, added_by: by.personId }));
    if (rows.length > 0) await tx.insertInto("hire_rooms").values(rows).execute();
    return { action: "hire.change_rooms", subject: { kind: "space", id }, details: { rooms: rows.length } };
  });
}

/** Publishes the next version of the conditions of hire; requests and agreements keep the version they were made under. */
export async function publishTerms(installation: Installation, actor: Actor, space: string, given: NewTerms): Promise<void> {
  await editOffer(installation, actor, space, async ({ tx, space: { id }, actor: by, at }) => {
    const version = ((await termsOf(tx, id))?.version ?? 0) + 1;
    await tx
      .insertInto("hire_terms")
      .values({
        space_id: id,
        version,
        texts: JSON.stringify(given.texts),
        free_days: given.freeDays,
        fee_percent: given.feePercent,
        letting_has_vat: given.lettingHasVat,
        published_at: at,
        published_by: by.personId,
      })
      .execute();
    return { action: "hire.publish_terms", subject: { kind: "space", id }, details: { version } };
  });
}

/** Offers something beside the rooms. */
export async function addExtra(installation: Installation, actor: Actor, space: string, given: NewExtra): Promise<void> {
  await editOffer(installation, actor, space, async ({ tx, space: { id: space_id }, actor: by, at }) => {
    const { names, unit, priceOre, vatPercent } = given;
    const id = newId(at.epochMilliseconds);
    await tx
      .insertInto("hire_extras")
      .values({
        id,
        space_id,
        names: JSON.stringify(names),
        unit,
        price_ore: priceOre,
        vat_percent: vatPercent,
        added_at: at,
        added_by: by.personId,
      })
      .execute();
    return { action: "hire.add_extra", subject: { kind: "space", id: space_id }, details: { extraId: id } };
  });
}

/** Offers an extra no longer; what was asked and quoted stays. */
export async function withdrawExtra(installation: Installation, actor: Actor, space: string, extraId: string): Promise<void> {
  await editOffer(installation, actor, space, async ({ tx, space: { id: space_id }, at }) => {
    const withdrawn = await tx
      .updateTable("hire_extras")
      .set({ withdrawn_at: at })
      .where("id", "=", extraId)
      .where("space_id", "=", space_id)
      .where("withdrawn_at", "is", null)
      .returning("id")
      .executeTakeFirst();
    found(withdrawn);
    return { action: "hire.withdraw_extra", subject: { kind: "space", id: space_id }, details: { extraId } };
  });
}

async function editOffer({ db, now }: Installation, actor: Actor, idOrSlug: string, edit: (given: Edit) => Promise<Deed>): Promise<void> {
  const at = now();
  const space = found(await findSpace(db, idOrSlug));
  authorize(actor, mayManageHires(actor, space.organization_id));
  await db.transaction().execute(async (tx) => {
    const deed = await edit({ tx, space, actor, at });
    await audit(tx, { actor, at, organizationId: space.organization_id, ...deed });
  });
}
