import { sql } from "kysely";
import { duringOf } from "../../src/features/memberships/membership.ts";
import type { Tx } from "../../src/platform/database/database.ts";
import { newId } from "../../src/platform/database/id.ts";
import type { Texts } from "../../src/platform/database/schema.ts";
import { calendarAt, pastMoment } from "./calendar.ts";
import { resolveDay } from "./day.ts";
import { insertAll } from "./insert-all.ts";
import type { Network } from "./network.ts";
import type { Demo } from "./read.ts";

/** Who holds which certificate, counted from today: some new, one about to run out, one taken away. */
export async function insertCertificates(tx: Tx, demo: Demo, network: Network, now: Temporal.Instant): Promise<void> {
  const calendar = calendarAt(now);
  const certifications = await tx
    .selectFrom("certifications")
    .select(["id", "organization_id"])
    .select(sql<Texts>`names`.as("names"))
    .execute();
  await insertAll(
    tx,
    "certificates",
    demo.certifications.flatMap(({ organization, names, validMonths, holders }) => {
      const organizationId = network.organizations.get(organization);
      const certification = certifications.find((one) => one.organization_id === organizationId && one.names.nb === names.nb);
      return holders.flatMap(({ person, level, from, to, grantedBy, reason }) => {
        const personId = network.people.get(person)?.id;
        if (!certification || !personId) return [];
        const first = resolveDay(from, calendar);
        const end = to === undefined ? validMonths && first.add({ months: validMonths }) : resolveDay(to, calendar);
        const grantedAt = pastMoment(first, "19:30", now);
        return [
          {
            id: newId(grantedAt.epochMilliseconds),
            certification_id: certification.id,
            person_id: personId,
            level,
            during: duringOf({ from: first.toString(), to: end?.toString() ?? null }),
            granted_at: grantedAt,
            granted_by: network.people.get(grantedBy)?.id ?? null,
            reason: reason ?? null,
          },
        ];
      });
    }),
  );
}
