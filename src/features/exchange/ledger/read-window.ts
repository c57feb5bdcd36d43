import type { Actor } from "../../../platform/access/actor.ts";
import type { Installation } from "../../../platform/installation.ts";
import { addDays, dayIn } from "../../../platform/time/day.ts";
import { byOrganization, totalsOf } from "./fairness.ts";
import type { After } from "./ledger-rows.ts";
import { corrections, ledgerRows } from "./ledger-rows.ts";
import { type Period, yearOf } from "./period.ts";
import { presentParty, presentPlace } from "./present.ts";
import { monthsIn, pairsIn, partiesOf, type Scope } from "./queries.ts";
import { reachOf } from "./reach.ts";

export type AskedWindow = { from?: string | undefined; to?: string | undefined };
export type AskedRows = AskedWindow & {
  home?: string | undefined;
  host?: string | undefined;
  organization?: string | undefined;
  settlement?: string | undefined;
  closing?: string | undefined;
};

/** A page of the ledger as far as the actor sees it, one row too long. */
export async function readLedger(
  installation: Installation,
  actor: Actor,
  network: string,
  asked: AskedRows,
  limit: number,
  after?: After,
) {
  const { db, now } = installation;
  const reach = await reachOf(db, actor, network);
  const scope: Scope = { networkId: reach.network.id, organizationIds: reach.organizationIds, rows: rowsAsked(asked, now()) };
  return await ledgerRows(db, scope, { limit, after, sides: asked });
}

/** Who gave and received in a window. A manager's own organizations stand alone; the others are seen only in pairs with them. */
export async function readFairness({ db, now }: Installation, actor: Actor, network: string, asked: AskedWindow) {
  const reach = await reachOf(db, actor, network);
  const period = windowAsked(asked, now());
  const scope: Scope = { networkId: reach.network.id, organizationIds: reach.organizationIds, rows: { kind: "days", period } };
  const pairs = await pairsIn(db, scope);
  const parties = await partiesOf(
    db,
    pairs.flatMap(({ homeId, hostId }) => [homeId, hostId]),
  );
  return {
    ...period,
    totals: totalsOf(pairs),
    organizations: byOrganization(pairs)
      .filter(({ organizationId }) => reach.organizationIds?.includes(organizationId) ?? true)
      .map(({ organizationId, ...sums }) => ({ organization: presentParty(parties, organizationId), ...sums })),
    pairs: pairs.map(({ homeId, hostId, ...sums }) => ({
      home: presentParty(parties, homeId),
      host: presentParty(parties, hostId),
      ...sums,
    })),
    months: await monthsIn(db, scope),
  };
}

/** From which home to which host days went in a window. */
export async function readFlows({ db, now }: Installation, actor: Actor, network: string, asked: AskedWindow) {
  const reach = await reachOf(db, actor, network);
  const rows = { kind: "days", period: windowAsked(asked, now()) } as const;
  const pairs = await pairsIn(db, { networkId: reach.network.id, organizationIds: reach.organizationIds, rows });
  const parties = await partiesOf(
    db,
    pairs.flatMap(({ homeId, hostId }) => [homeId, hostId]),
  );
  return {
    items: pairs.map(({ homeId, hostId, days }) => ({ from: presentPlace(parties, homeId), to: presentPlace(parties, hostId), days })),
  };
}

/** Corrections as far as the actor sees them, one too many. */
export async function readCorrections(
  { db }: Installation,
  actor: Actor,
  network: string,
  { state, limit, after }: { state: "open" | "decided"; limit: number; after: string | undefined },
) {
  const { network: of, organizationIds } = await reachOf(db, actor, network);
  return await corrections(db)
    .where("c.network_id", "=", of.id)
    .where("c.decided_at", state === "open" ? "is" : "is not", null)
    .$if(organizationIds !== undefined, (query) =>
      query.where((where) => where.or([where("t.host_id", "in", organizationIds ?? []), where("t.home_id", "in", organizationIds ?? [])])),
    )
    .$if(after !== undefined, (query) => query.where("c.id", state === "open" ? ">" : "<", after ?? ""))
    .orderBy("c.id", state === "open" ? "asc" : "desc")
    .limit(limit + 1)
    .execute();
}

function rowsAsked(asked: AskedRows, now: Temporal.Instant): Scope["rows"] {
  if (asked.settlement !== undefined) return { kind: "settled", settlementId: asked.settlement };
  if (asked.closing !== undefined) return { kind: "open", to: asked.closing };
  return { kind: "days", period: windowAsked(asked, now) };
}

function windowAsked({ from, to }: AskedWindow, now: Temporal.Instant): Period {
  const today = dayIn(now, "Europe/Oslo");
  return { from: from ?? yearOf(to === undefined ? today : addDays(to, -1)).from, to: to ?? addDays(today, 1) };
}
