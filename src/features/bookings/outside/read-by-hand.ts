import type { Actor } from "../../../platform/access/actor.ts";
import { authorize, found } from "../../../platform/access/authorize.ts";
import { audit } from "../../../platform/audit.ts";
import type { Installation } from "../../../platform/installation.ts";
import { mayKeepOutsideCalendars } from "./policy.ts";
import { findOutsideCalendar } from "./queries.ts";
import { readOutsideCalendar } from "./read-outside-calendar.ts";

const pauseSeconds = 10;

/** Reads a calendar because somebody asks for it. Whoever asks twice in a moment gets what was read the first time. */
export async function readByHand(installation: Installation, actor: Actor, id: string): Promise<void> {
  const { db, now } = installation;
  const at = now();
  const calendar = found(await findOutsideCalendar(db, id, at));
  authorize(actor, mayKeepOutsideCalendars(actor, calendar.host_id));
  if (calendar.tried_at !== null && calendar.tried_at.until(at).total("seconds") < pauseSeconds) return;
  await audit(db, {
    actor,
    at,
    action: "outside_calendar.read",
    subject: { kind: "outside_calendar", id },
    organizationId: calendar.host_id,
  });
  await readOutsideCalendar(installation, id);
}
