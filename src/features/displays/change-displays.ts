import type { Actor } from "../../platform/access/actor.ts";
import { authorize, found } from "../../platform/access/authorize.ts";
import { audit } from "../../platform/audit.ts";
import type { Tx } from "../../platform/database/database.ts";
import { newId } from "../../platform/database/id.ts";
import type { Installation } from "../../platform/installation.ts";
import { publish } from "../../platform/live/publish.ts";
import { bookingsChannel } from "../bookings/index.ts";
import { findSpace } from "../spaces/index.ts";
import { type DisplayKind, hashOfSecret, newSecret } from "./display.ts";
import { mayManageDisplays } from "./policy.ts";
import { findDisplay } from "./queries.ts";

export interface NewDisplay {
  kind: DisplayKind;
  name: string;
  resourceId?: string | undefined;
  showsTitles: boolean;
  takesBookings: boolean;
}

/** A screen with the secret its address ends in, which is told this once. */
export type Addressed = { spaceId: string; id: string; secret: string };

/** Puts up a screen. @throws Refusal any of `display` */
export async function addDisplay(
  { db, now }: Installation,
  { actor, space }: { actor: Actor; space: string },
  { kind, name, resourceId, showsTitles, takesBookings }: NewDisplay,
): Promise<Addressed> {
  const [id, secret, at] = [newId(), newSecret(), now()];
  return await db.transaction().execute(async (tx) => {
    const house = found(await findSpace(tx, space));
    authorize(actor, mayManageDisplays(actor, house));
    await tx
      .insertInto("displays")
      .values({
        id,
        space_id: house.id,
        kind,
        name,
        resource_id: resourceId ?? null,
        shows_titles: showsTitles,
        takes_bookings: takesBookings,
        secret_hash: hashOfSecret(secret),
        created_at: at,
        created_by: actor.personId,
        renewed_at: at,
      })
      .execute();
    const subject = { kind: "display", id };
    await audit(tx, { actor, at, action: "display.add", subject, organizationId: house.organization_id, details: { name, kind } });
    return { spaceId: house.id, id, secret };
  });
}

type Given = { actor: Actor; space: string; id: string };

/** Gives a screen a new address; the old one shows nothing from now on. */
export async function renewDisplay({ db, now }: Installation, given: Given): Promise<Addressed> {
  const [secret, at] = [newSecret(), now()];
  return await db.transaction().execute(async (tx) => {
    const { display, actor } = await managed(tx, given);
    await tx
      .updateTable("displays")
      .set({ secret_hash: hashOfSecret(secret), renewed_at: at })
      .where("id", "=", given.id)
      .execute();
    await audit(tx, {
      actor,
      at,
      action: "display.renew",
      subject: { kind: "display", id: given.id },
      organizationId: display.organization_id,
    });
    await publish(tx, bookingsChannel(display.space_id), { displayId: given.id });
    return { spaceId: display.space_id, id: given.id, secret };
  });
}

/** Takes a screen down. */
export async function removeDisplay({ db, now }: Installation, given: Given): Promise<void> {
  const at = now();
  await db.transaction().execute(async (tx) => {
    const { display, actor } = await managed(tx, given);
    await tx.deleteFrom("displays").where("id", "=", given.id).execute();
    const { organization_id: organizationId, name } = display;
    await audit(tx, { actor, at, action: "display.remove", subject: { kind: "display", id: given.id }, organizationId, details: { name } });
    await publish(tx, bookingsChannel(display.space_id), { displayId: given.id });
  });
}

async function managed(tx: Tx, { actor, space, id }: Given) {
  const house = found(await findSpace(tx, space));
  authorize(actor, mayManageDisplays(actor, house));
  return { display: found(await findDisplay(tx, { spaceId: house.id, id })), actor };
}
