import type { Actor } from "../../platform/access/actor.ts";
import { authorize, found } from "../../platform/access/authorize.ts";
import { audit } from "../../platform/audit.ts";
import type { Db } from "../../platform/database/database.ts";
import type { Installation } from "../../platform/installation.ts";
import { dayIn } from "../../platform/time/day.ts";
import { findSpace } from "../spaces/index.ts";
import { worksIn } from "./announce-visit.ts";

type Given = { actor: Actor; space: string };

/** Lets visitors nobody has announced find one by name at the kiosk of a house, or no longer. */
export async function showKioskName({ db, now }: Installation, given: Given, isShown: boolean): Promise<void> {
  const at = now();
  await db.transaction().execute(async (tx) => {
    const { house, actor } = await workplace(tx, given, at);
    const changed = isShown
      ? await tx
          .insertInto("kiosk_names")
          .values({ space_id: house.id, person_id: actor.personId, allowed_at: at })
          .onConflict((conflict) => conflict.constraint("kiosk_names_once").doNothing())
          .returning("person_id")
          .executeTakeFirst()
      : await tx
          .deleteFrom("kiosk_names")
          .where("space_id", "=", house.id)
          .where("person_id", "=", actor.personId)
          .returning("person_id")
          .executeTakeFirst();
    if (!changed) return;
    const { organization_id: organizationId } = house;
    const subject = { kind: "person", id: actor.personId };
    await audit(tx, { actor, at, action: isShown ? "kiosk_name.show" : "kiosk_name.hide", subject, organizationId });
  });
}

/** Whether visitors find one there. */
export async function isKioskNameShown({ db, now }: Installation, given: Given): Promise<boolean> {
  const { house, actor } = await workplace(db, given, now());
  const row = await db
    .selectFrom("kiosk_names")
    .select("person_id")
    .where("space_id", "=", house.id)
    .where("person_id", "=", actor.personId)
    .executeTakeFirst();
  return row !== undefined;
}

async function workplace(db: Db, { actor, space }: Given, at: Temporal.Instant) {
  const house = found(await findSpace(db, space));
  authorize(actor, await worksIn(db, house, actor, dayIn(at, house.time_zone)));
  return { house, actor };
}
