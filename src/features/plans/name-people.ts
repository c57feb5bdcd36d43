import { sql } from "kysely";
import type { Actor } from "../../platform/access/actor.ts";
import { found } from "../../platform/access/authorize.ts";
import type { Tx } from "../../platform/database/database.ts";
import { newId } from "../../platform/database/id.ts";
import type { Installation } from "../../platform/installation.ts";
import { type Day, dayIn } from "../../platform/time/day.ts";
import { daysOfRange } from "../spaces/index.ts";
import { changing } from "./change-subscription.ts";
import { maySpeakForSubscription } from "./policy.ts";
import type { SubscriptionRow } from "./queries.ts";
import { subscriptionRefusals } from "./refusals.ts";
import { personOf } from "./start-subscription.ts";

export interface NewPerson {
  id: string;
  personId?: string | undefined;
  email?: string | undefined;
  /** Today when left out. */
  from?: Day | undefined;
  /** The first day not. */
  until?: Day | null | undefined;
}

/** A company names somebody it pays for, as long as there is a place. @throws Refusal subscription.seats_taken, subscription.person_is_in */
export function addSubscriptionPerson(installation: Installation, actor: Actor, given: NewPerson): Promise<void> {
  return changing(installation, { actor, id: given.id, may: maySpeakForSubscription }, async (tx, row, at) => {
    if (row.seats === null) throw subscriptionRefusals.ofOnePerson();
    const { from: starts } = daysOfRange(row.during);
    const from = [given.from ?? dayIn(at, row.time_zone), starts ?? ""].toSorted().at(-1) ?? "";
    const until = given.until ?? null;
    if (until !== null && until <= from) throw subscriptionRefusals.endsBeforeStart();
    const personId = await personOf(tx, given);
    if ((await mostAtOnce(tx, row, { from, until })) >= row.seats) throw subscriptionRefusals.seatsTaken({ seats: row.seats });
    await tx
      .insertInto("subscription_people")
      .values({
        space_id: row.space_id,
        id: newId(),
        subscription_id: row.id,
        person_id: personId,
        during: `[${from},${until ?? ""})`,
        added_at: at,
        added_by: actor.kind === "person" ? actor.personId : null,
      })
      .execute();
    return { action: "subscription.add_person", details: { personId, from, until } };
  });
}

/** Somebody is no longer paid for, from a day on; their place is free from then. @throws Refusal subscription.ends_before_start */
export function endSubscriptionPerson(
  installation: Installation,
  actor: Actor,
  { id, personId, on }: { id: string; personId: string; on?: Day | undefined },
): Promise<void> {
  return changing(installation, { actor, id, may: maySpeakForSubscription }, async (tx, row, at) => {
    const day = on ?? dayIn(at, row.time_zone);
    const current = await tx
      .selectFrom("subscription_people")
      .select(["id", "during"])
      .where("space_id", "=", row.space_id)
      .where("subscription_id", "=", row.id)
      .where("person_id", "=", personId)
      .where(sql<boolean>`coalesce(upper(during), 'infinity') > ${day}::date`)
      .orderBy(sql`lower(during)`)
      .executeTakeFirst();
    const stay = found(current);
    if ((daysOfRange(stay.during).from ?? "") > day) throw subscriptionRefusals.endsBeforeStart();
    await tx
      .updateTable("subscription_people")
      .set({ during: sql`daterange(lower(during), ${day}::date)` })
      .where("space_id", "=", row.space_id)
      .where("id", "=", stay.id)
      .execute();
    return { action: "subscription.end_person", details: { personId, on: day } };
  });
}

// places can only be short on a day somebody comes, or on the first day asked for
async function mostAtOnce(tx: Tx, row: SubscriptionRow, { from, until }: { from: Day; until: Day | null }): Promise<number> {
  const { rows } = await sql<{ most: number }>`
    with others as (
      select during from subscription_people
      where space_id = ${row.space_id}::uuid and subscription_id = ${row.id}::uuid and during && daterange(${from}::date, ${until}::date)
    ), days as (
      select greatest(lower(during), ${from}::date) as day from others union select ${from}::date
    )
    select coalesce(max((select count(*) from others where others.during @> days.day)), 0)::integer as most from days`.execute(tx);
  return rows[0]?.most ?? 0;
}
