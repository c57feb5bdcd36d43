import type { Actor } from "../../../platform/access/actor.ts";
import { authorize, found } from "../../../platform/access/authorize.ts";
import { audit } from "../../../platform/audit.ts";
import { newId } from "../../../platform/database/id.ts";
import type { Installation } from "../../../platform/installation.ts";
import { dayIn } from "../../../platform/time/day.ts";
import { mayManageSpace } from "../policy.ts";
import { findSpace } from "../queries.ts";
import { columnsOf, requirePartable, writePrices } from "./columns.ts";
import type { NewResource } from "./shapes.ts";

/** Adds something that can be booked to a space. @returns its id. @throws Refusal any of `resource` */
export async function addResource({ db, now }: Installation, actor: Actor, spaceIdOrSlug: string, given: NewResource): Promise<string> {
  const at = now();
  const { kind, name, capacity, prices = [], inUseFrom, ...changes } = given;
  return await db.transaction().execute(async (tx) => {
    const space = found(await findSpace(tx, spaceIdOrSlug));
    authorize(actor, mayManageSpace(actor, space));
    const id = newId();
    if (changes.partOf) await requirePartable(tx, { spaceId: space.id, resourceId: id, partOf: changes.partOf, from: at });
    const from = inUseFrom ?? dayIn(at, space.time_zone);
    const places = kind === "desk_pool" ? { places: capacity } : {};
    await tx
      .insertInto("resources")
      .values({ ...places, ...columnsOf(changes), id, space_id: space.id, kind, name, capacity, in_use: `[${from},)`, created_at: at })
      .execute();
    await writePrices(tx, id, prices);
    await audit(tx, {
      actor,
      at,
      action: "resource.add",
      subject: { kind: "resource", id },
      organizationId: space.organization_id,
      details: { name, kind },
    });
    return id;
  });
}
