import { sql } from "kysely";
import { z } from "zod";
import type { Db } from "../../platform/database/database.ts";
import type { Installation } from "../../platform/installation.ts";
import { type Announced, type Subscription, subscription } from "../../platform/outbox/subscription.ts";
import { readersAmong } from "../organizations/index.ts";
import { bookingClaims } from "./deciding/booking-claims.ts";
import { bookingLetterTexts } from "./letters/letter-texts.ts";

const facts = z.object({ personId: z.uuid(), by: z.uuid().nullable() });

/** Gives back the times ahead of machines somebody may no longer use: a certificate was taken from them. The holder is told of each. */
async function endWithoutCertificate(tx: Db, { payload }: Announced, { now, pipelines }: Installation): Promise<void> {
  const { personId, by } = facts.parse(payload);
  const at = now();
  const [reader] = await readersAmong(tx, [personId]);
  const reason = bookingLetterTexts[reader?.language ?? "nb"].withoutCertificate;
  const claims = bookingClaims(pipelines);
  const ends = (await uncertified(tx, personId, at)).map(({ id, space_id: spaceId }) =>
    claims.submit({
      kind: "end",
      bookingId: id,
      spaceId,
      as: "cancelled",
      from: ["held", "pending", "confirmed"],
      isByHouse: true,
      by,
      reason,
      at,
    }),
  );
  await Promise.all(ends);
}

/** A person's bookings ahead of what asks for more than they hold on the day itself. */
async function uncertified(db: Db, personId: string, at: Temporal.Instant) {
  const { rows } = await sql<{ id: string; space_id: string }>`
    select b.id, b.space_id
    from bookings b join resources r on r.id = b.resource_id join spaces s on s.id = b.space_id
    where b.person_id = ${personId} and b.kind = 'booking' and b.state <> 'cancelled' and b.starts_at > ${at} and r.certification_id is not null
      and r.certification_level > coalesce((
        select max(g.level) from certificates g
        where g.person_id = b.person_id and g.during @> (b.starts_at at time zone s.time_zone)::date
          and (g.certification_id = r.certification_id or exists (select 1 from certification_recognitions n
            where n.recognised_id = g.certification_id and n.certification_id = r.certification_id))), 0)
    order by b.starts_at, b.id`.execute(db);
  return rows;
}

/** Told when a certificate is withdrawn. */
export const endsWithoutCertificate: Subscription = subscription(
  "bookings.end-without-certificate",
  ["certificate.withdrawn"],
  endWithoutCertificate,
);
