import { sql } from "kysely";
import type { Db } from "../../../platform/database/database.ts";
import { type Scope, transactionsIn } from "./queries.ts";

export type LedgerRow = Awaited<ReturnType<typeof ledgerRows>>[number];

/** Where a page of the ledger begins: after this day and row. */
export type After = { day: string; id: string } | undefined;

/** Whose rows: of a home, of a host, or of an organization on either side. */
export type Sides = { home?: string | undefined; host?: string | undefined; organization?: string | undefined };

/** Rows of the ledger with the pass behind each, the latest day first; one more than `limit`, so that one sees if there are more. */
export async function ledgerRows(db: Db, scope: Scope, { limit, after, sides = {} }: { limit: number; after?: After; sides?: Sides }) {
  const { home, host, organization } = sides;
  return await transactionsIn(db, scope)
    .$if(after !== undefined, (query) => query.where(sql<boolean>`(t.day, t.id) < (${after?.day}::date, ${after?.id}::uuid)`))
    .$if(home !== undefined, (query) => query.where("t.home_id", "=", home ?? ""))
    .$if(host !== undefined, (query) => query.where("t.host_id", "=", host ?? ""))
    .$if(organization !== undefined, (query) =>
      query.where((where) => where.or([where("t.host_id", "=", organization ?? ""), where("t.home_id", "=", organization ?? "")])),
    )
    .innerJoin("spaces as s", "s.id", "t.space_id")
    .innerJoin("organizations as host", "host.id", "t.host_id")
    .innerJoin("organizations as home", "home.id", "t.home_id")
    .leftJoin("day_passes as p", (join) => join.onRef("p.space_id", "=", "t.space_id").onRef("p.id", "=", "t.pass_id"))
    .leftJoin("ledger_transactions as r", "r.reverses_id", "t.id")
    .leftJoin("ledger_corrections as c", (join) => join.onRef("c.transaction_id", "=", "t.id").on("c.decided_at", "is", null))
    .select([
      "t.id",
      "t.day",
      "t.days",
      "t.amount_ore",
      "t.over_quota",
      "t.booked_at",
      "t.reverses_id",
      "t.reason",
      "t.period_id",
      "t.pass_id",
      "t.host_id",
      "host.slug as host_slug",
      "host.name as host_name",
      "t.home_id",
      "home.slug as home_slug",
      "home.name as home_name",
      "s.slug as space_slug",
      "s.name as space_name",
      "s.time_zone",
      "p.code",
      "p.checked_in_at",
      "r.id as reversed_by_id",
      "c.id as correction_id",
    ])
    .orderBy("t.day", "desc")
    .orderBy("t.id", "desc")
    .limit(limit + 1)
    .execute();
}

/** Corrections of a network with the row each is about: the open ones first, then the latest decided. */
export function corrections(db: Db) {
  return db
    .selectFrom("ledger_corrections as c")
    .innerJoin("ledger_transactions as t", "t.id", "c.transaction_id")
    .innerJoin("organizations as asker", "asker.id", "c.asked_by_organization_id")
    .innerJoin("organizations as host", "host.id", "t.host_id")
    .innerJoin("organizations as home", "home.id", "t.home_id")
    .leftJoin("day_passes as p", (join) => join.onRef("p.space_id", "=", "t.space_id").onRef("p.id", "=", "t.pass_id"))
    .select([
      "c.id",
      "c.network_id",
      "c.transaction_id",
      "c.reason",
      "c.asked_at",
      "c.decided_at",
      "c.accepted",
      "c.decision_reason",
      "c.asked_by_organization_id",
      "asker.name as asker_name",
      "t.day",
      "t.days",
      "t.amount_ore",
      "t.pass_id",
      "t.space_id",
      "t.host_id",
      "host.slug as host_slug",
      "host.name as host_name",
      "t.home_id",
      "home.slug as home_slug",
      "home.name as home_name",
      "p.code",
    ]);
}

export type CorrectionRow = Awaited<ReturnType<ReturnType<typeof corrections>["execute"]>>[number];
