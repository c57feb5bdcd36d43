import type { Actor } from "../../../platform/access/actor.ts";
import { authorize, found } from "../../../platform/access/authorize.ts";
import { audit } from "../../../platform/audit.ts";
import { lockClaims } from "../../../platform/claims/decided-together.ts";
import { newId } from "../../../platform/database/id.ts";
import type { Installation } from "../../../platform/installation.ts";
import { enqueue } from "../../../platform/jobs/enqueue.ts";
import { readersAmong, tellerOf } from "../../organizations/index.ts";
import { minutesBetween } from "../booking.ts";
import { tryEach } from "../deciding/try-out.ts";
import { mayBookFor } from "../policy.ts";
import { bookingRefusals } from "../refusals.ts";
import { refusalOf } from "../series/list-occurrences.ts";
import { offersFor } from "./commands.ts";
import { writeJoinedFor } from "./joined-for-letter.ts";
import { offersTimes } from "./offer-times.ts";
import { placeToWait, waitsOf } from "./queries.ts";
import { waitingRefusals } from "./refusals.ts";
import { longestWishHours, mostWaits } from "./wait.ts";

export interface WaitRequest {
  resourceId: string;
  startsAt: Temporal.Instant;
  endsAt: Temporal.Instant;
  /** How much of the time is wanted; all of it when left out. */
  minutes?: number | undefined;
  title?: string | undefined;
  people?: number | undefined;
  /** For whom, when the desk asks for somebody. */
  personId?: string | undefined;
}

/**
 * Stands in line for a time somebody else has, or has the desk put a member there, who is told by letter. Who stands there already keeps
 * the place.
 * @throws Refusal waiting.free when it can be booked, and what would stand against booking it were it free
 */
export async function joinLine(installation: Installation, actor: Actor, request: WaitRequest): Promise<{ spaceId: string; id: string }> {
  const { db, now, pipelines } = installation;
  authorize(actor, true);
  const { spaceId, hostId, stepMinutes } = found(await placeToWait(db, request.resourceId));
  const { personId = actor.personId } = request;
  authorize(actor, mayBookFor(actor, personId, hostId));
  const [reader] = await readersAmong(db, [personId]);
  if (personId !== actor.personId) found(reader);
  const window = minutesBetween(request.startsAt, request.endsAt);
  if (window <= 0) throw bookingRefusals.backwards();
  const minutes = request.minutes ?? window;
  if (window > longestWishHours * 60 || minutes > window) throw waitingRefusals.tooWide();
  const wait = {
    space_id: spaceId,
    id: newId(),
    resource_id: request.resourceId,
    person_id: personId,
    wanted_from: request.startsAt,
    wanted_until: request.endsAt,
    minutes,
    title: request.title ?? null,
    people: request.people ?? null,
    asked_at: now(),
  };
  const answers = await tryEach(pipelines, offersFor({ ...wait, step_minutes: stepMinutes }, now()));
  if (answers.some(({ kind }) => kind === "done")) throw waitingRefusals.free();
  const refusals = answers.flatMap((answer) => refusalOf(answer) ?? []);
  const tell = await tellerOf(db, actor.personId, personId);
  if (refusals[0] && !refusals.some(({ code }) => code === bookingRefusals.taken.code)) throw tell(refusals[0]);
  const theirs = await waitsOf(db, personId, now());
  const same = theirs.find(
    (one) => one.resource_id === wait.resource_id && one.wanted_from.equals(wait.wanted_from) && one.wanted_until.equals(wait.wanted_until),
  );
  if (same) return { spaceId, id: same.id };
  if (theirs.length >= mostWaits) throw tell(waitingRefusals.tooMany());
  return db.transaction().execute(async (tx) => {
    // whoever books from now on sees who waits
    await lockClaims(tx, spaceId);
    const written = await tx
      .insertInto("booking_waits")
      .values(wait)
      .onConflict((conflict) =>
        conflict
          .columns(["space_id", "resource_id", "person_id", "wanted_from", "wanted_until"])
          .where("left_at", "is", null)
          .doUpdateSet({ title: wait.title }),
      )
      .returning("id")
      .executeTakeFirstOrThrow();
    const subject = { kind: "booking_wait", id: written.id };
    await audit(tx, { actor, at: now(), action: "booking_wait.join", subject, organizationId: hostId });
    if (personId !== actor.personId && reader) await writeJoinedFor(tx, installation, { id: written.id, reader, by: actor.name });
    // the time may have come free while the list was joined
    await enqueue(tx, offersTimes, { spaceId }, { jobKey: `bookings.offer-times/${spaceId}` });
    return { spaceId, id: written.id };
  });
}
