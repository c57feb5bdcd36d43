import type { Actor } from "../../../platform/access/actor.ts";
import { authorize, found } from "../../../platform/access/authorize.ts";
import { audit } from "../../../platform/audit.ts";
import type { Tx } from "../../../platform/database/database.ts";
import { newId } from "../../../platform/database/id.ts";
import type { Installation } from "../../../platform/installation.ts";
import { addDays, type Day, dayIn, momentOf } from "../../../platform/time/day.ts";
import { isAtDesk } from "../../organizations/index.ts";
import { findSpace } from "../../spaces/index.ts";
import { mayWorkInLab } from "../policy.ts";
import { cancelAll } from "./cancel-appointment.ts";
import { appointmentsFrom, type ConsultationRow, lockConsultation } from "./queries.ts";
import { consultationRefusals } from "./refusals.ts";
import type { NewConsultation } from "./shapes.ts";

type Given = Pick<Installation, "db" | "now">;

/** Sets up help at a fixed time of every week. @returns its id. @throws Refusal consultation.wrong_times, consultation.staff_elsewhere */
export async function addConsultation({ db, now }: Given, actor: Actor, spaceIdOrSlug: string, given: NewConsultation): Promise<string> {
  const at = now();
  return await db.transaction().execute(async (tx) => {
    const space = found(await findSpace(tx, spaceIdOrSlug));
    authorize(actor, mayWorkInLab(actor, space.organization_id));
    const from = given.from ?? dayIn(at, space.time_zone);
    if (minutesOf(given.closes) - minutesOf(given.opens) < given.slotMinutes) throw consultationRefusals.wrongTimes();
    if (given.until !== undefined && given.until <= from) throw consultationRefusals.wrongTimes();
    if (given.staffId !== undefined && !(await isAtDesk(tx, given.staffId, space.organization_id, from)))
      throw consultationRefusals.staffElsewhere();
    const id = newId();
    const { weekday, opens, closes, slotMinutes, places, staffId, note, until } = given;
    await tx
      .insertInto("consultations")
      .values({
        space_id: space.id,
        id,
        weekday,
        opens,
        closes,
        slot_minutes: slotMinutes,
        places,
        staff_id: staffId ?? null,
        note: note || null,
        valid_from: from,
        valid_until: until ?? null,
        created_at: at,
        created_by: actor.personId,
      })
      .execute();
    const subject = { kind: "consultation", id };
    const details = { weekday, opens, closes, slotMinutes, places, from, ...(until && { until }) };
    await audit(tx, { actor, at, action: "consultation.add", subject, organizationId: space.organization_id, details });
    return id;
  });
}

type OnDay = { id: string; day: Day; reason: string | undefined };

/** Takes a day out of the weekly time; who had a slot that day is told why. Said twice it is one. */
export async function addException({ db, now }: Given, actor: Actor, { id, day, reason }: OnDay): Promise<void> {
  const at = now();
  await db.transaction().execute(async (tx) => {
    authorize(actor, true);
    const consultation = await ofTheirs(tx, actor, id);
    const { space_id, time_zone, host_id } = consultation;
    await tx
      .insertInto("consultation_exceptions")
      .values({ space_id, consultation_id: id, day, reason: reason ?? null, added_at: at, added_by: actor.personId })
      .onConflict((conflict) => conflict.columns(["space_id", "consultation_id", "day"]).doUpdateSet({ reason: reason ?? null }))
      .execute();
    const [from, until] = [momentOf(day, "00:00", time_zone), momentOf(addDays(day, 1), "00:00", time_zone)];
    await cancelAll(tx, await appointmentsFrom(tx, consultation, later(from, at), until), { at, by: actor.personId, reason });
    const subject = { kind: "consultation", id };
    await audit(tx, { actor, at, action: "consultation.take_out_day", subject, organizationId: host_id, reason, details: { day } });
  });
}

/** Puts a day back that was taken out; slots that were given up stay so. */
export async function removeException({ db, now }: Given, actor: Actor, { id, day }: Omit<OnDay, "reason">): Promise<void> {
  const at = now();
  await db.transaction().execute(async (tx) => {
    authorize(actor, true);
    const { space_id, host_id } = await ofTheirs(tx, actor, id);
    const removed = await tx
      .deleteFrom("consultation_exceptions")
      .where("space_id", "=", space_id)
      .where("consultation_id", "=", id)
      .where("day", "=", day)
      .returning("day")
      .executeTakeFirst();
    if (!removed) return;
    const subject = { kind: "consultation", id };
    await audit(tx, { actor, at, action: "consultation.put_back_day", subject, organizationId: host_id, details: { day } });
  });
}

type Ending = { id: string; until: Day; reason: string | undefined };

/** Ends a weekly time on a day; who had a slot from then on is told why. Before its first day it ends as if it had never been. */
export async function endConsultation({ db, now }: Given, actor: Actor, { id, until, reason }: Ending): Promise<void> {
  const at = now();
  await db.transaction().execute(async (tx) => {
    authorize(actor, true);
    const consultation = await ofTheirs(tx, actor, id);
    const { space_id, host_id, time_zone, valid_from } = consultation;
    const last = until < valid_from ? valid_from : until;
    await tx.updateTable("consultations").set({ valid_until: last }).where("space_id", "=", space_id).where("id", "=", id).execute();
    const from = momentOf(last, "00:00", time_zone);
    await cancelAll(tx, await appointmentsFrom(tx, consultation, later(from, at)), { at, by: actor.personId, reason });
    const subject = { kind: "consultation", id };
    await audit(tx, { actor, at, action: "consultation.end", subject, organizationId: host_id, reason, details: { until: last } });
  });
}

async function ofTheirs(tx: Tx, actor: Actor, id: string): Promise<ConsultationRow> {
  const consultation = found(await lockConsultation(tx, id));
  authorize(actor, mayWorkInLab(actor, consultation.host_id));
  return consultation;
}

// what has been is not taken away from anybody
function later(one: Temporal.Instant, other: Temporal.Instant): Temporal.Instant {
  return Temporal.Instant.compare(one, other) > 0 ? one : other;
}

function minutesOf(clock: string): number {
  return Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));
}
