import type { Actor } from "../../../platform/access/actor.ts";
import { authorize, found } from "../../../platform/access/authorize.ts";
import { audit } from "../../../platform/audit.ts";
import { lockClaims } from "../../../platform/claims/decided-together.ts";
import type { Installation } from "../../../platform/installation.ts";
import { forgetBlocks } from "./fit-calendar.ts";
import { mayKeepOutsideCalendars } from "./policy.ts";
import { findOutsideCalendar } from "./queries.ts";

/** Takes a calendar away, with all the time it took and the conflicts it had. */
export async function removeOutsideCalendar({ db, now }: Installation, actor: Actor, id: string): Promise<void> {
  const at = now();
  const calendar = found(await findOutsideCalendar(db, id, at));
  authorize(actor, mayKeepOutsideCalendars(actor, calendar.host_id));
  const { space_id: spaceId, host_id: organizationId, name, resource_id: resourceId } = calendar;
  await db.transaction().execute(async (tx) => {
    await lockClaims(tx, spaceId);
    await forgetBlocks(tx, calendar, at);
    await tx.deleteFrom("outside_calendars").where("space_id", "=", spaceId).where("id", "=", id).execute();
    const subject = { kind: "outside_calendar", id };
    await audit(tx, { actor, at, action: "outside_calendar.remove", subject, organizationId, details: { name, resourceId } });
  });
}
