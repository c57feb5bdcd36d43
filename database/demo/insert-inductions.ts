import { sql } from "kysely";
import type { Tx } from "../../src/platform/database/database.ts";
import { newId } from "../../src/platform/database/id.ts";
import type { Texts } from "../../src/platform/database/schema.ts";
import { momentOf } from "../../src/platform/time/day.ts";
import { placeBooking, readBookingBoard } from "./booking-board.ts";
import { calendarAt, timeZone } from "./calendar.ts";
import { resolveDay } from "./day.ts";
import { insertAll } from "./insert-all.ts";
import { insertBookings } from "./insert-bookings.ts";
import type { Network } from "./network.ts";
import type { BookingWish } from "./plan-bookings.ts";
import type { Demo } from "./read.ts";

type Planned = Demo["making"]["inductions"][number];

const daysToTry = 12;

/** Courses of the fortnight, where the machine, the teacher and the rules have time; none when some are still ahead. */
export async function insertInductions(tx: Tx, demo: Demo, network: Network, now: Temporal.Instant): Promise<void> {
  if (await areAhead(tx, now)) return;
  const certifications = await readCertifications(tx, demo, network);
  const board = await readBookingBoard(tx, demo, network, now);
  const placed = demo.making.inductions.flatMap((planned) => {
    const certification = certifications.get(planned.certification);
    const booking = placeBooking({ kind: "standing", ways: waysOf(planned, certification?.names.nb ?? null, now) }, board);
    return booking && certification ? [{ planned, certification, booking }] : [];
  });
  await insertBookings(
    tx,
    network,
    placed.map(({ booking }) => booking),
    now,
  );
  for (const { planned, certification, booking } of placed) {
    const { spaceId: space_id, id: resource_id } = booking.bookable;
    const booked = await tx
      .selectFrom("bookings")
      .select("id")
      .where("space_id", "=", space_id)
      .where("resource_id", "=", resource_id)
      .where("starts_at", "=", booking.from)
      .where("person_id", "=", booking.personId)
      .executeTakeFirstOrThrow();
    const people = planned.signUps.flatMap((email) => network.people.get(email)?.id ?? []);
    const induction = { space_id, id: newId(booking.bookedAt.epochMilliseconds) };
    await insertAll(tx, "inductions", [
      {
        ...induction,
        booking_id: booked.id,
        certification_id: certification.id,
        level: planned.level,
        instructor_id: booking.personId ?? "",
        places: planned.places,
        taken: people.length,
        note: planned.note ?? null,
        created_at: booking.bookedAt,
        created_by: booking.personId,
      },
    ]);
    await insertAll(
      tx,
      "induction_sign_ups",
      people.map((person_id) => ({ space_id, induction_id: induction.id, person_id, signed_up_at: booking.bookedAt })),
    );
  }
}

function* waysOf(
  { space, resource, instructor, day, times, note }: Planned,
  title: string | null,
  now: Temporal.Instant,
): Iterable<BookingWish> {
  const first = resolveDay(day, calendarAt(now));
  for (let later = 0; later < daysToTry; later += 1) {
    const on = first.add({ days: later }).toString();
    for (const time of times) {
      const [from = "", until = ""] = time.split("-");
      yield {
        ...{ space, resource, title, day: on, state: "confirmed" },
        person: instructor,
        note: note ?? null,
        people: null,
        from: momentOf(on, from, timeZone),
        until: momentOf(on, until, timeZone),
        bookedAt: now.subtract({ hours: 24 * 9 }),
        heldUntil: null,
      };
    }
  }
}

async function areAhead(tx: Tx, now: Temporal.Instant): Promise<boolean> {
  const { rows } = await sql<{ ahead: boolean }>`
    select exists (select 1 from inductions i join bookings b on b.space_id = i.space_id and b.id = i.booking_id
      where b.ends_at > ${now.toString()}::timestamptz) as ahead`.execute(tx);
  return rows[0]?.ahead ?? false;
}

async function readCertifications(tx: Tx, demo: Demo, network: Network) {
  const rows = await tx.selectFrom("certifications").select(["id", "organization_id"]).select(sql<Texts>`names`.as("names")).execute();
  return new Map(
    demo.certifications.flatMap(({ key, organization, names }) => {
      const found = rows.find((row) => row.organization_id === network.organizations.get(organization) && row.names.nb === names.nb);
      return found ? [[key, found] as const] : [];
    }),
  );
}
