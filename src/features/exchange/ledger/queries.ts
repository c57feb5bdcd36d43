import { sql } from "kysely";
import type { Db } from "../../../platform/database/database.ts";
import { isId } from "../../../platform/database/id.ts";
import type { PairDays } from "./fairness.ts";
import type { Period } from "./period.ts";

/** Which rows of a ledger are meant. */
export interface Scope {
  networkId: string;
  /** Only rows with one of these on either side; undefined for all. */
  organizationIds?: string[] | undefined;
  rows:
    | { kind: "days"; period: Period }
    | { kind: "settled"; settlementId: string }
    /** What closing up to a day would take in: every earlier day that is in no period yet. */
    | { kind: "open"; to: string };
}

/** The transactions in a scope, as `t`. */
export function transactionsIn(db: Db, { networkId, organizationIds, rows }: Scope) {
  return db
    .selectFrom("ledger_transactions as t")
    .where("t.network_id", "=", networkId)
    .$if(organizationIds !== undefined, (query) =>
      query.where((where) => where.or([where("t.host_id", "in", organizationIds ?? []), where("t.home_id", "in", organizationIds ?? [])])),
    )
    .$if(rows.kind === "days", (query) =>
      rows.kind === "days" ? query.where("t.day", ">=", rows.period.from).where("t.day", "<", rows.period.to) : query,
    )
    .$if(rows.kind === "settled", (query) => (rows.kind === "settled" ? query.where("t.period_id", "=", rows.settlementId) : query))
    .$if(rows.kind === "open", (query) =>
      rows.kind === "open" ? query.where("t.day", "<", rows.to).where("t.period_id", "is", null) : query,
    );
}

/** Days per home and host. */
export async function pairsIn(db: Db, scope: Scope): Promise<PairDays[]> {
  return await transactionsIn(db, scope)
    .groupBy(["t.home_id", "t.host_id"])
    .select([
      "t.home_id as homeId",
      "t.host_id as hostId",
      sql<number>`sum(t.days)::integer`.as("days"),
      sql<number>`coalesce(sum(t.days) filter (where t.over_quota), 0)::integer`.as("overQuota"),
      sql<number>`sum(t.amount_ore)::integer`.as("amountOre"),
    ])
    .having((having) => having.or([having(sql`sum(t.days)`, "<>", 0), having(sql`sum(t.amount_ore)`, "<>", 0)]))
    .orderBy("days", "desc")
    .orderBy("homeId")
    .orderBy("hostId")
    .execute();
}

export interface MonthDays {
  month: string;
  organizationId: string;
  given: number;
  received: number;
}

/** Days given and received by organization and calendar month, the earliest first. */
export async function monthsIn(db: Db, scope: Scope): Promise<MonthDays[]> {
  return await db
    .with("rows", () => transactionsIn(db, scope).select(["t.day", "t.host_id", "t.home_id", "t.days"]))
    .with("sides", (query) =>
      query
        .selectFrom("rows")
        .select(["day", "host_id as organization_id", "days as given", sql<number>`0`.as("received")])
        .unionAll(query.selectFrom("rows").select(["day", "home_id as organization_id", sql<number>`0`.as("given"), "days as received"])),
    )
    .selectFrom("sides")
    .$if(scope.organizationIds !== undefined, (query) => query.where("organization_id", "in", scope.organizationIds ?? []))
    .select([
      sql<string>`date_trunc('month', day)::date`.as("month"),
      "organization_id as organizationId",
      sql<number>`sum(given)::integer`.as("given"),
      sql<number>`sum(received)::integer`.as("received"),
    ])
    .groupBy(["month", "organization_id"])
    .orderBy("month")
    .orderBy("organization_id")
    .execute();
}

/** An organization and where it is found: at its oldest space. */
export interface Party {
  id: string;
  slug: string;
  name: string;
  town: string | null;
  latitude: number | null;
  longitude: number | null;
}

/** Organizations by id. */
export async function partiesOf(db: Db, ids: string[]): Promise<Map<string, Party>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom("organizations as o")
    .leftJoin("spaces as s", "s.organization_id", "o.id")
    .where("o.id", "in", [...new Set(ids)])
    .distinctOn("o.id")
    .select(["o.id", "o.slug", "o.name", "s.town", "s.latitude", "s.longitude"])
    .orderBy("o.id")
    .orderBy(sql`lower(s.during)`)
    .orderBy("s.id")
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}

/** The organization that is a network, by id or slug. */
export function findNetwork(db: Db, idOrSlug: string) {
  return db
    .selectFrom("organizations as o")
    .leftJoin("agreements as a", "a.network_id", "o.id")
    .where(isId(idOrSlug) ? "o.id" : "o.slug", "=", idOrSlug.toLowerCase())
    .where((where) =>
      where.exists(
        where
          .selectFrom("organization_kinds as k")
          .select("k.kind")
          .whereRef("k.organization_id", "=", "o.id")
          .where("k.kind", "=", "network"),
      ),
    )
    .select(["o.id", "o.slug", "o.name", "a.id as agreement_id"])
    .executeTakeFirst();
}

/** Of the organizations given, those that take part in the network: members of it, or found in its ledger. */
export async function participantsAmong(db: Db, networkId: string, organizationIds: string[]): Promise<string[]> {
  if (organizationIds.length === 0) return [];
  const { rows } = await sql<{ id: string }>`
    select member_organization_id as id from memberships where organization_id = ${networkId} and member_organization_id = any(${organizationIds}::uuid[])
    union
    select organization_id from ledger_entries where network_id = ${networkId} and organization_id = any(${organizationIds}::uuid[])`.execute(
    db,
  );
  return rows.map(({ id }) => id);
}

/** How days are settled by the version of the network's agreement in force on a day; none without one. */
export async function settlementKindOn(db: Db, networkId: string, day: string): Promise<string> {
  const row = await db
    .selectFrom("agreement_versions as v")
    .innerJoin("agreements as a", "a.id", "v.agreement_id")
    .where("a.network_id", "=", networkId)
    .where("v.published_at", "is not", null)
    .where("v.valid_from", "<=", day)
    .select(sql<string>`v.terms ->> 'settlement'`.as("kind"))
    .orderBy("v.valid_from", "desc")
    .limit(1)
    .executeTakeFirst();
  return row?.kind ?? "none";
}

/** Scans of a pass let in twice that nobody has explained yet, in rows of the ledger. */
export async function unclearScansIn(db: Db, scope: Scope): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    with passes as materialized (${transactionsIn(db, scope).select(["t.space_id", "t.pass_id"]).distinct()})
    select count(*)::integer as count from scans s join passes p on p.space_id = s.space_id and p.pass_id = s.pass_id
    where s.kind = 'check_in' and not s.counted and s.settled_at is null`.execute(db);
  return rows[0]?.count ?? 0;
}

/** Rows in a scope of days before the period: what was corrected or booked after an earlier period had been closed. */
export async function lateRowsIn(db: Db, scope: Scope, from: string): Promise<number> {
  const row = await transactionsIn(db, scope)
    .where("t.day", "<", from)
    .select(sql<number>`count(*)::integer`.as("count"))
    .executeTakeFirstOrThrow();
  return row.count;
}

/** The first day in a network's ledger. */
export async function firstDay(db: Db, networkId: string): Promise<string | undefined> {
  const row = await db
    .selectFrom("ledger_transactions")
    .where("network_id", "=", networkId)
    .select(sql<string | null>`min(day)`.as("day"))
    .executeTakeFirst();
  return row?.day ?? undefined;
}
