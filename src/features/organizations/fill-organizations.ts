import { sql } from "kysely";
import type { Actor } from "../../platform/access/actor.ts";
import { auditAll } from "../../platform/audit.ts";
import type { Db } from "../../platform/database/database.ts";
import { announce } from "../../platform/outbox.ts";
import type { Day } from "../../platform/time/day.ts";

/** What a file says of an organization that has not said it itself; null where the file says nothing. */
export interface Filling {
  id: string;
  municipality: { number: string; recordedOn: Day } | null;
  foundedOn: Day | null;
}

/** Writes where organizations are and when they were founded, where that is not known. What is known stands. */
export async function fillOrganizations(
  tx: Db,
  by: { actor: Actor | "system"; organizationId: string; at: Temporal.Instant },
  fillings: readonly Filling[],
): Promise<void> {
  if (fillings.length === 0) return;
  const { actor, organizationId, at } = by;
  await sql`
    update organizations o set municipality_number = coalesce(o.municipality_number, d.number),
      municipality_recorded_on = case when o.municipality_number is null then d.recorded_on else o.municipality_recorded_on end,
      founded_on = coalesce(o.founded_on, d.founded_on), version = o.version + 1
    from unnest(${fillings.map(({ id }) => id)}::uuid[], ${fillings.map(({ municipality }) => municipality?.number ?? null)}::text[],
      ${fillings.map(({ municipality }) => municipality?.recordedOn ?? null)}::date[],
      ${fillings.map(({ foundedOn }) => foundedOn)}::date[]) as d(id, number, recorded_on, founded_on)
    where o.id = d.id`.execute(tx);
  await announce(
    tx,
    fillings.map(({ id }) => ({ at, topic: "organization.changed", organizationIds: [id], payload: { organizationId: id } })),
  );
  await auditAll(
    tx,
    fillings.map(({ id, municipality, foundedOn }) => ({
      ...{ actor, at, action: "organization.change", subject: { kind: "organization", id }, organizationId },
      details: { by: "import", fields: [...(municipality ? ["municipalityNumber"] : []), ...(foundedOn ? ["foundedOn"] : [])] },
    })),
  );
}
