import type { Actor } from "../../../platform/access/actor.ts";
import { authorize, found } from "../../../platform/access/authorize.ts";
import { audit } from "../../../platform/audit.ts";
import { newId } from "../../../platform/database/id.ts";
import type { Installation } from "../../../platform/installation.ts";
import { isWithinReach, reachOf } from "../../../platform/outside/public-address.ts";
import { addressFrom, maskedAddress } from "./outside-calendar.ts";
import { mayKeepOutsideCalendars } from "./policy.ts";
import { calendarIdsIn, resourceWithHost } from "./queries.ts";
import { readOutsideCalendar } from "./read-outside-calendar.ts";
import { outsideCalendarRefusals } from "./refusals.ts";

const most = 100;

type NewCalendar = { resourceId: string; name: string; address: string; keepsTitles: boolean };

/**
 * Connects another calendar to a resource and reads it. It is kept whether or not it could be read: the reason is shown, and it is
 * tried again. @throws Refusal any of `outside_calendar`
 */
export async function addOutsideCalendar(
  installation: Installation,
  actor: Actor,
  { resourceId, name, address: pasted, keepsTitles }: NewCalendar,
): Promise<string> {
  const { db, now, settings } = installation;
  const { spaceId, hostId, kind } = found(await resourceWithHost(db, resourceId));
  authorize(actor, mayKeepOutsideCalendars(actor, hostId));
  const address = addressFrom(pasted);
  if (!isWithinReach(address, reachOf(settings.webhooksReachLoopback))) throw outsideCalendarRefusals.addressNotPublic();
  if (kind === "desk_pool") throw outsideCalendarRefusals.notOfPool();
  const at = now();
  const id = newId();
  await db.transaction().execute(async (tx) => {
    if ((await calendarIdsIn(tx, spaceId)).length >= most) throw outsideCalendarRefusals.tooMany({ most });
    await tx
      .insertInto("outside_calendars")
      .values({
        space_id: spaceId,
        id,
        resource_id: resourceId,
        name,
        address,
        keeps_titles: keepsTitles,
        created_at: at,
        created_by: actor.personId,
        // the reading that follows says when next; should it not come about, the clock does it
        next_read_at: at.add({ minutes: 2 }),
      })
      .execute();
    await audit(tx, {
      actor,
      at,
      action: "outside_calendar.add",
      subject: { kind: "outside_calendar", id },
      organizationId: hostId,
      details: { resourceId, name, host: maskedAddress(address), keepsTitles },
    });
  });
  await readOutsideCalendar(installation, id);
  return id;
}
