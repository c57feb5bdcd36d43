import { sql } from "kysely";
import type { Db } from "../../../platform/database/database.ts";
import type { Interval } from "../booking.ts";
import { bookings } from "../queries.ts";

type Day = Interval & { spaceId: string; at: Temporal.Instant };

/**
 * What people have booked on a day, and what was cancelled at the very moment the day was shut, so that telling it again after a crash
 * tells the same. `was_let_in`: made by the house, or past its rules with a reason.
 */
export function bookedOn(db: Db, { spaceId, from, until, at }: Day) {
  return bookings(db)
    .select(
      sql<boolean>`b.audience = 'staff' or exists (select 1 from booking_changes c where c.space_id = b.space_id and c.booking_id = b.id
        and c.kind in ('booked', 'asked', 'moved') and c.reason is not null)`.as("was_let_in"),
    )
    .where("b.space_id", "=", spaceId)
    .where("b.kind", "=", "booking")
    .where("b.starts_at", "<", until)
    .where("b.ends_at", ">", from)
    .where("b.starts_at", ">", at)
    .where(
      sql<boolean>`(b.state <> 'cancelled' or exists (select 1 from booking_changes c where c.space_id = b.space_id and c.booking_id = b.id
        and c.kind = 'cancelled' and c.changed_by is null and c.changed_at = ${at}))`,
    )
    .orderBy("b.starts_at")
    .orderBy("b.id")
    .execute();
}
