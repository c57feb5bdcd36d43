import type { Actor } from "../../../platform/access/actor.ts";
import { authorize, found } from "../../../platform/access/authorize.ts";
import { audit } from "../../../platform/audit.ts";
import type { Installation } from "../../../platform/installation.ts";
import { writtenMoment } from "../../../platform/language/written-moment.ts";
import { writeLetter } from "../../../platform/mail/index.ts";
import { readersAmong } from "../../organizations/index.ts";
import type { BookingClaims } from "../deciding/booking-claims.ts";
import { mayRunDay } from "../policy.ts";
import { lineRefusals } from "./line-refusals.ts";
import { findWaits, leaveLine } from "./queries.ts";
import { removedTexts } from "./removed-texts.ts";
import { stateOf } from "./wait.ts";

type Removal = { id: string; reason: string };

/**
 * The desk takes somebody off a list; what was offered passes on to the next, and the person is told why. Twice is once.
 * @throws Refusal line.ended when they have booked the time, or the time is over
 */
export async function takeOffLine(installation: Installation, claims: BookingClaims, actor: Actor, { id, reason }: Removal): Promise<void> {
  const { db, now } = installation;
  const row = found((await findWaits(db, { id }))[0]);
  authorize(actor, mayRunDay(actor, row.host_id));
  const state = stateOf(row, now());
  if (state === "booked" || (state === "left" && row.left_at === null)) throw lineRefusals.ended();
  const isOff = await db.transaction().execute(async (tx) => {
    if (!(await leaveLine(tx, { spaceId: row.space_id, id, at: now(), by: actor.personId, because: reason }))) return false;
    const subject = { kind: "booking_wait", id };
    await audit(tx, { actor, at: now(), action: "booking_wait.take_off", subject, organizationId: row.host_id, reason });
    const [reader] = await readersAmong(tx, [row.person_id]);
    if (!reader) return true;
    const text = removedTexts[reader.language];
    const facts = {
      resource: row.resource_name,
      space: row.space_name,
      when: writtenMoment(row.wanted_from, row.time_zone, reader.language),
    };
    const day = row.wanted_from.toZonedDateTimeISO(row.time_zone).toPlainDate().toString();
    await writeLetter(tx, installation, reader, {
      key: `booking_wait.take_off/${id}`,
      subject: text.subject(facts),
      lines: [text.removed(facts), text.because(reason), { label: text.seeDay, path: `/spaces/${row.space_slug}/calendar?day=${day}` }],
    });
    return true;
  });
  if (isOff && state === "offered") {
    const offer = { bookingId: id, spaceId: row.space_id };
    // whoever took it in the same moment has booked it
    await claims.submit({ ...offer, kind: "end", as: "refused", from: ["held"], by: actor.personId, reason, at: now() });
  }
}
